"""What the last build wrote, file by file, and what each page depended on.

It is kept like everything derived, with a keyed digest: one that somebody else wrote, or that a disk fault changed, is
ignored, and then every page is made anew.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

import msgspec
from msgspec import Struct

from ..site_model.cache import Cache
from .template_digest import TemplateFacts
from .watch import Seen

LEDGER_FILE = ".masthead/output.sqlite"
_VERSION = "ledger 2"
_MOST_STALE = 4
_FEW = 2000


class Written(Struct, frozen=True, array_like=True, gc=False):
    """A file as it was right after it was written."""

    sha256: bytes
    mtime: int
    size: int
    ctime: int
    inode: int


class _Page(Struct, frozen=True, array_like=True, gc=False):
    inputs: bytes
    sha256: bytes
    names: int
    reads: tuple[int, ...]
    lookups: tuple[tuple[str, str], ...]


class _Text(Struct, frozen=True, array_like=True, gc=False):
    reads: tuple[int, ...]
    lookups: tuple[tuple[str, str], ...]


class Page(Struct, frozen=True):
    """A page: the digest of all it depended on, what it looked at, and the digest of its bytes."""

    inputs: bytes
    seen: Seen
    sha256: bytes


class MadePart(Struct, frozen=True, array_like=True, gc=False):
    """Files that were made together: the digest of all they followed from, and each with its bytes' digest."""

    inputs: bytes
    files: tuple[tuple[str, bytes], ...]


class _Kept(Struct, array_like=True):
    """`live` is the output, `spare` the one before, which the next build starts from; `moment` is when both were so."""

    moment: int = 0
    live: dict[str, Written] = {}
    spare: dict[str, Written] = {}
    pages: dict[str, _Page] = {}
    parts: dict[str, MadePart] = {}
    values: list[tuple[str, ...]] = []
    templates: dict[str, TemplateFacts] = {}
    texts: dict[str, _Text] = {}


_KEPT = msgspec.msgpack.Decoder(_Kept)


class Ledger:
    """The ledger of one output folder of the site at `root`."""

    def __init__(self, root: Path, output: Path) -> None:
        self._cache = Cache(root / LEDGER_FILE)
        self._beside = output.parent
        # Relative, so that a site that was moved as a whole keeps its ledger.
        self.key = hashlib.sha256(f"{_VERSION}\0{os.path.relpath(output, root)}".encode()).hexdigest()
        self._kept = self._load()
        self._prepared: tuple[dict[str, Written], dict[str, Written], bytes] | None = None
        self._numbers = {value: number for number, value in enumerate(self._kept.values)}

    @property
    def moment(self) -> int:
        """Return when the ledger was kept, in nanoseconds by the clock that dates the files of the output."""
        return self._kept.moment

    @property
    def live(self) -> dict[str, Written]:
        """Return the files of the output."""
        return self._kept.live

    @property
    def spare(self) -> dict[str, Written]:
        """Return the files of the output before."""
        return self._kept.spare

    @property
    def templates(self) -> dict[str, TemplateFacts]:
        """Return what is known of templates by the digests of their sources."""
        return self._kept.templates

    @property
    def parts(self) -> dict[str, MadePart]:
        """Return what was made together."""
        return self._kept.parts

    def page(self, name: str) -> Page | None:
        """Return what is known of a page."""
        kept = self._kept.pages.get(name)
        if kept is None:
            return None
        return Page(
            kept.inputs, Seen(self._kept.values[kept.names], self._reads(kept.reads), kept.lookups), kept.sha256
        )

    def set_page(self, name: str, page: Page) -> None:
        """Note a page that was made."""
        seen = page.seen
        names, reads = self._number(seen.names), self._numbered(seen.reads)
        self._kept.pages[name] = _Page(page.inputs, page.sha256, names, reads, seen.lookups)

    def text(self, path: str) -> Seen | None:
        """Return what the text of a post looks at, if a feed has taken it."""
        kept = self._kept.texts.get(path)
        return Seen((), self._reads(kept.reads), kept.lookups) if kept else None

    def set_text(self, path: str, seen: Seen) -> None:
        """Note what the text of a post looks at."""
        self._kept.texts[path] = _Text(self._numbered(seen.reads), seen.lookups)

    def prepare(self, live: dict[str, Written], spare: dict[str, Written]) -> None:
        """Get ready to keep these, for whoever has time now and will be waited for then."""
        self._prepared = (live, spare, self._packed(live, spare))

    def keep(self, live: dict[str, Written], spare: dict[str, Written]) -> None:
        """Keep the ledger, without pages that are no more."""
        prepared = self._prepared
        known = prepared is not None and prepared[0] is live and prepared[1] is spare
        self._cache.put_many({self.key: prepared[2] if prepared and known else self._packed(live, spare)})

    def _packed(self, live: dict[str, Written], spare: dict[str, Written]) -> bytes:
        self._kept.live, self._kept.spare, self._kept.moment = live, spare, _moment_in(self._beside)
        self._kept.pages = {name: page for name, page in self._kept.pages.items() if name in live}
        parts = self._kept.parts.items()
        self._kept.parts = {key: part for key, part in parts if all(name in live for name, _ in part.files)}
        if len(self._kept.values) > _FEW + _MOST_STALE * len(live):
            # Nobody counts which values are still in use: now and then all pages are made anew.
            self._kept.pages, self._kept.texts, self._kept.values, self._numbers = {}, {}, [], {}
        if len(self._kept.templates) > _FEW:
            self._kept.templates.clear()
        return msgspec.msgpack.encode(self._kept)

    def _load(self) -> _Kept:
        packed = self._cache.get_many([self.key]).get(self.key)
        try:
            return _KEPT.decode(packed) if packed else _Kept()
        except msgspec.DecodeError:
            return _Kept()

    def _reads(self, numbers: tuple[int, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        values = self._kept.values
        return tuple((values[path][0], values[names]) for path, names in zip(numbers[::2], numbers[1::2], strict=True))

    def _numbered(self, reads: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[int, ...]:
        return tuple(number for path, names in reads for number in (self._number((path,)), self._number(names)))

    def _number(self, value: tuple[str, ...]) -> int:
        number = self._numbers.get(value)
        if number is None:
            number = self._numbers[value] = len(self._kept.values)
            self._kept.values.append(value)
        return number


def _moment_in(folder: Path) -> int:
    # Servers of files have their own clocks, and file systems count in steps of nanoseconds up to seconds.
    with tempfile.TemporaryFile(dir=folder) as new:
        return os.fstat(new.fileno()).st_ctime_ns
