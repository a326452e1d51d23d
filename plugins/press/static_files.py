"""Pictures and attachments: only files that lie in the content folder are copied, whichever way a page names them."""

from __future__ import annotations

from pathlib import Path
from posixpath import join, normpath

from pelican.generators import StaticGenerator

from ..site_model.load_files import FileDigests
from .failure import StoppedError


class JudgedStatics(StaticGenerator):
    """Copies in order of path. Pelican would follow `..` and links to any file of this machine."""

    def generate_context(self) -> None:
        """Gather the files, and raise StoppedError for those that may never be published."""
        super().generate_context()
        self.staticfiles.sort(key=lambda static: str(static.source_path))
        content = Path(self.path)
        digests = FileDigests(content.parent, content.name)
        paths = [normpath(join(content.name, static.get_relative_source_path())) for static in self.staticfiles]
        if facts := [f"'{path}' would be published, but {why}" for path in paths if (why := digests.forbidden(path))]:
            raise StoppedError(facts)
