"""A place in a file, precise enough for an editor to jump to."""

from __future__ import annotations

from msgspec import Struct

Mark = tuple[int, int, int, int]
"""Line, column, end line, end column; all count from 1, the end is exclusive."""


class Spot(Struct, frozen=True, order=True):
    """Lines and columns count from 1; the end is exclusive and optional.

    `file` is a POSIX path relative to the site's root.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Marked:
    """A mixin for anything read from a file, knowing where each of its values stands.

    `marks` maps a value's path, such as `sources[0].url`, to its place; `path` is the file.
    """

    __slots__ = ()
    path: str
    marks: dict[str, Mark]

    def spot(self, key: str = "") -> Spot:
        """Return the place of `key`, or of the nearest value around it that is there."""
        while key:
            if mark := self.marks.get(key):
                return Spot(self.path, *mark)
            key = key[: max(key.rfind("."), key.rfind("["), 0)]
        return Spot(self.path, *self.marks.get("", (1, 1, 1, 1)))
