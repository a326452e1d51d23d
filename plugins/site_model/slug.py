"""Names to words that are safe in an address."""

from __future__ import annotations

import re

_UNSAFE = re.compile(r"[^a-z0-9]+")


def slugify(name: str) -> str:
    """Return lower-case ASCII letters and digits joined by hyphens; letters of other scripts are transliterated."""
    if not name.isascii():
        from unidecode import unidecode

        name = unidecode(name)
    return _UNSAFE.sub("-", name.lower()).strip("-")
