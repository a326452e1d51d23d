"""Text from files people write, made safe to show: nothing in it may move, hide or colour what stands around it."""

from __future__ import annotations

import unicodedata

_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"
"""Emoji families and Persian spelling need them; alone they do no harm."""


def visible(text: str) -> str:
    """Return the text with control, direction-changing and invisible characters spelled out as `<U+202E>`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(visible_character, text))


def visible_character(character: str) -> str:
    """Return one character as it may be shown."""
    if unicodedata.category(character) in _HIDDEN and character not in _JOINERS:
        return f"<U+{ord(character):04X}>"
    return character
