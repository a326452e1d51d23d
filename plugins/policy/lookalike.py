"""Names that readers take for other names.

Two names look alike when their skeletons are equal (Unicode Technical Standard 39, section 4): every letter is replaced
by the plainest one it can be taken for. The table of such letters comes with `confusable-homoglyphs`; it is read
only where a name has letters beyond those of Western and Central European names.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import import_module

_PLAIN = frozenset("øłđðþæœßŋħŧ·’‘")
"""Letters with no decomposition that nobody takes for another."""

_ASCII = {"0": "o", "1": "l", "i": "l", "|": "l", "m": "rn", "`": "'", "’": "'", "‘": "'"}
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"})


def skeleton(name: str) -> str:
    """Return what the name looks like at a glance, capitals and accents aside from their shape."""
    plain = "".join(_prototype(letter) for letter in unicodedata.normalize("NFD", name))
    folded = unicodedata.normalize("NFD", " ".join(plain.casefold().split()))
    return "".join(_ASCII.get(letter, letter) for letter in folded)


def scripts_mixed(name: str) -> tuple[str, ...]:
    """Return the scripts of the first word that mixes several, or nothing. East Asian writing mixes by nature."""
    for word in name.split():
        scripts = {_script(letter) for letter in word if unicodedata.category(letter) in ("Lu", "Ll", "Lt", "Lo")}
        if len(scripts) > 1:
            return tuple(sorted(scripts))
    return ()


def _script(letter: str) -> str:
    first = unicodedata.name(letter, "unknown").partition(" ")[0].partition("-")[0]
    return "East Asian" if first in _EAST_ASIAN else first.capitalize()


def _prototype(letter: str) -> str:
    if letter.isascii() or letter.casefold() in _PLAIN or unicodedata.combining(letter):
        return letter
    return _prototypes().get(letter, letter)


@cache
def _prototypes() -> dict[str, str]:
    """Turn the library's table, which leads both ways, into one that leads to the plainest letter."""
    table = import_module("confusable_homoglyphs.confusables").confusables_data
    alike = {letter: [found["c"].strip("\u200e") for found in listed] for letter, listed in table.items()}
    return {letter: _plainest(letter, alike) for letter in alike if len(letter) == 1}


def _plainest(letter: str, alike: dict[str, list[str]]) -> str:
    if len(alike[letter]) > 1:
        return letter
    other = alike[letter][0]
    back = alike.get(other, [])
    return other if len(other) > 1 or len(back) > 1 else min(letter, other)
