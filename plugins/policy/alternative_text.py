"""Whether words describe a picture, or only stand where a description should."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

VAGUE_WORDS = (
    *("image", "picture", "photo", "photograph", "graphic", "figure", "illustration", "screenshot", "icon", "alt text"),
    *("bilde", "bildet", "foto", "fotografi", "figur", "illustrasjon", "grafikk", "skjermbilde", "ikon"),
    *("kuva", "kuvassa", "valokuva", "kuvio", "kuvitus", "kuvakaappaus", "kuvake"),
    *("obraz", "obrazek", "zdjęcie", "fotografia", "grafika", "rysunek", "ilustracja", "zrzut ekranu", "ikona"),
)

_FILE_NAME = re.compile(r"\S+\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)", re.IGNORECASE)
_CAMERA_NAME = re.compile(r"(?:dsc[nf]?|img|pict?|pxl|mvimg|photo|screenshot)[-_ ]?\d[-_\d]*", re.IGNORECASE)


def lacking(words: str | None, file: str, vague: Iterable[str]) -> str:
    """Say what the words lack to describe the picture in `file`, or return an empty text."""
    said = (words or "").strip()
    if not any(character.isalnum() for character in said):
        return "has no description"
    stem = posixpath.splitext(file)[0]
    if _FILE_NAME.fullmatch(said) or _CAMERA_NAME.fullmatch(said) or (said == stem and re.search(r"[-_\d]", stem)):
        return f"is described by a file name, '{said}'"
    if said.casefold().strip(" .:!?()[]#0123456789") in {word.casefold() for word in vague}:
        return f"is described as '{said}', which says nothing about it"
    return ""
