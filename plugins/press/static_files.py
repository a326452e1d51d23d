"""Pictures and attachments: only files that lie in the content folder are copied, whichever way a page names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from pelican.generators import StaticGenerator

from ..signoff.filed import folder_of
from ..site_model.load_files import FileDigests
from .aside import Aside
from .failure import StoppedError
from .picture_album import PIXELS, Album
from .picture_metadata import without_metadata
from .post_reader import JUDGEMENT


class JudgedStatics(StaticGenerator):
    """Copies in order of path. Pelican would follow `..` and links to any file of this machine."""

    def generate_context(self) -> None:
        """Gather the files, and raise StoppedError for those that may never be published."""
        super().generate_context()
        self.staticfiles.sort(key=lambda static: str(static.source_path))
        content = Path(self.path)
        digests = FileDigests(content.parent, content.name)
        paths = [self._path(static) for static in self.staticfiles]
        facts = [f"'{path}' would be published, but {why}" for path in paths if (why := digests.forbidden(path))]
        if facts:
            raise StoppedError(facts)
        held = self.settings[JUDGEMENT].held
        folders = {folder_of(path) for path in held}
        # A site that copies whole folders would let out what waits for its day, and what was taken back.
        self.staticfiles[:] = [
            static
            for static, path in zip(self.staticfiles, paths, strict=True)
            if path not in held and dirname(path) not in folders
        ]

    def _path(self, static: Any) -> str:
        return normpath(join(Path(self.path).name, static.get_relative_source_path()))

    def _copy_paths(
        self, paths: Iterable[str], source: str, destination: str, output_path: str, final_path: str | None = None
    ) -> None:
        """Copy the theme's files, as Pelican would, but for those that are there as they are."""
        for path in paths:
            start = Path(source, path)
            folder = Path(destination, final_path or path)
            for place in _files(start, self.settings["IGNORE_FILES"]):
                inside = place.relative_to(start) if start.is_dir() else place.name
                self.aside.write(normpath((folder / inside).as_posix()), place.read_bytes())

    def _link_or_copy_staticfile(self, static: Any) -> None:
        """Copy a file, pictures without what they tell of people and places; the album wrote those of posts."""
        album: Album = self.context["album"]
        # Not earlier: whoever asks for the place settles it, and no post could take the file along any more.
        if normpath(static.save_as).startswith(("../", "/")):
            raise StoppedError([f"'{self._path(static)}' would be written outside of the output"])
        if static.save_as not in album.written:
            content = Path(self.path, static.source_path).read_bytes()
            is_pixels = Path(static.save_as).suffix.lower() in PIXELS
            self.aside.write(normpath(static.save_as), without_metadata(content) if is_pixels else content)

    @property
    def aside(self) -> Aside:
        """Return the folder to write into."""
        album: Album = self.context["album"]
        return album.aside


def _files(start: Path, ignored: Sequence[str]) -> Iterator[Path]:
    """Yield the files there in order, without those whose names Pelican is told to ignore."""
    if any(fnmatch(start.name, pattern) for pattern in ignored):
        return
    if start.is_dir():
        for place in sorted(start.iterdir()):
            yield from _files(place, ignored)
    elif start.is_file():
        yield start
