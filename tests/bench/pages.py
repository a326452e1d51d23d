"""What a generator wrote, counted by kind, to see that all of them made the same pages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

KINDS = {
    "posts": r"en/\d{4}/[^/]+/index\.html",
    "index": r"(page/\d+/)?index\.html",
    "topics": r"topic/[^/]+/(page/\d+/)?index\.html",
    "tags": r"tag/[^/]+/(page/\d+/)?index\.html",
    "authors": r"author/[^/]+/(page/\d+/)?index\.html",
    "overviews": r"(topic|tag|author|archive)/index\.html",
    "other pages": r".*\.html",
    "feeds": r"feeds/.*\.(xml|json)",
    "cards": r"en/.*\.png",
    "other files": r".*",
}
"""The first pattern that fits a path names its kind."""


def count_pages(output: Path) -> dict[str, int]:
    """Return how many files there are of each kind."""
    paths = [place.relative_to(output).as_posix() for place in output.rglob("*") if place.is_file()]
    found = Counter(map(_kind, paths))
    return {kind: found[kind] for kind in KINDS}


def _kind(path: str) -> str:
    return next(kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, path))
