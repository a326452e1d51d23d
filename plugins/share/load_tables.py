"""Reading the two tables of characters and domains that X's counting needs; both are package data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def load_domains() -> frozenset[str]:
    """Return the top-level domains that make a link of a bare `name.domain`."""
    return frozenset(load_words("domains.txt"))


@cache
def load_emoji() -> frozenset[str]:
    """Return the emoji that are more than one code point."""
    return frozenset(load_words("emoji.txt"))


def load_words(name: str) -> list[str]:
    """Return the words of a table, its comments left out."""
    text = (files(__package__) / name).read_text(encoding="utf-8")
    # A keycap's line begins with `#` too, so a comment is a `#` with a space.
    return [word for line in text.splitlines() if not line.startswith("# ") for word in line.split(" ")]
