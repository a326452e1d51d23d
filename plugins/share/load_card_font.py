"""Reading the fonts of the card, and the characters they have; all are package data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from .load_tables import load_words

TITLE_FONT, TEXT_FONT = "InterDisplay-Bold.otf", "Inter-Regular.otf"


@cache
def load_font(name: str) -> bytes:
    """Return the file of one of the two fonts."""
    return (files(__package__) / "fonts" / name).read_bytes()


@cache
def load_glyphs() -> frozenset[str]:
    """Return the characters that both fonts can draw."""
    ranges = (word.partition("-") for word in load_words("glyphs.txt"))
    return frozenset(
        chr(code) for first, _, last in ranges for code in range(int(first, 16), int(last or first, 16) + 1)
    )
