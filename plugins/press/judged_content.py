"""What our generators of articles and of pages have in common."""

from __future__ import annotations

from typing import Any

from pelican.contents import Content
from pelican.generators import CachingGenerator

from .post_reader import PostReaders, Uncached


class JudgedContent(Uncached, CachingGenerator):
    """Reads what was judged, in order of path."""

    settings: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.readers = PostReaders(self.settings)

    def get_files(self, paths: Any, exclude: Any = None, extensions: Any = None) -> list[str]:
        """Return the files sorted: Pelican collects them in a set, whose order differs from run to run."""
        # For readers that are switched off Pelican looks through all folders, even where there is no such reader.
        any_kind = extensions is None or extensions is False
        return sorted(super().get_files(paths, exclude, extensions)) if any_kind or extensions else []


def files_of(content: Content) -> set[str]:
    """Return the paths of the files that the post uses, below the content."""
    used = content.judgement.site.files[content.post.path]
    return {file.path.partition("/")[2] for file in used if file.digest}
