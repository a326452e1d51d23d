"""Characters that nobody sees and that hide or turn the text around them, where the writing does not ask for them.

Many writing systems need some: emoji families are joined by one, Persian words held apart by another, and text
that runs from right to left is marked by a third. Where such a one belongs follows from its neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any, NamedTuple

_SUSPECT = re.compile(
    "[\U000e0020-\U000e007f]+|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_SUSPECT_OR_ENTITY = re.compile(rf"{_SUSPECT.pattern}|&#?\w+;")
_NOT_IN_NAMES = re.compile("[\xad\u061c\u200b\u200e\u200f\u2066-\u2069]")
_JOINING = (
    r"[\p{Arabic}\p{Syriac}\p{Mandaic}\p{Mongolian}\p{Nko}\p{Adlam}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}"
    r"\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Myanmar}\p{Khmer}\p{Tibetan}]"
)
_UNSPACED = r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}\p{Han}\p{Hiragana}\p{Katakana}]"
_VARIED = r"[\p{Sm}\p{Han}\p{Myanmar}\p{Phags_Pa}\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f]"
_BELONGS: tuple[tuple[str, str], ...] = (
    ("\u200d", rf"{_JOINING}\u200d|\u200d{_JOINING}"),
    ("\u200d", r"(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d\p{Extended_Pictographic}"),
    ("\u200c", rf"{_JOINING}\u200c"),
    ("[\ufe00-\ufe0f]", r"(?:[\p{Emoji}--[0-9#*]]|[0-9#*](?=.\u20e3)|" + _VARIED + r")[\ufe00-\ufe0f]"),
    ("[\U000e0100-\U000e01ef]", r"\p{Han}[\U000e0100-\U000e01ef]"),
    ("[\U000e0020-\U000e007f]+", r"\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"),
    ("\xad", r"\p{L}\xad\p{L}"),
    ("\u200b", rf"{_UNSPACED}\u200b|\u200b{_UNSPACED}"),
    ("[\u180b-\u180f]", r"\p{Mongolian}[\u180b-\u180f]|[\u180b-\u180f]\p{Mongolian}"),
    ("\u034f", r"\u034f\p{M}"),
    ("[\u115f\u1160]", r"\p{Hangul}[\u115f\u1160]|[\u115f\u1160]\p{Hangul}"),
    ("\u2800", r"[\u2801-\u28ff]\u2800|\u2800[\u2801-\u28ff]"),
)
"""A character that may be invisible, and what it looks like together with a neighbour where it belongs."""


class Hidden(NamedTuple):
    """A stretch of characters that do not belong; `written` says how it stands there, perhaps as `&#8203;`."""

    start: int
    written: str
    characters: str

    @property
    def called(self) -> str:
        """Return the Unicode name of the first character, and how many follow."""
        first = self.characters[0]
        name = f"U+{ord(first):04X} {unicodedata.name(first, '')}".strip()
        more = len(self.characters) - 1
        return f"{name} and {more} more" if more else name


def hidden_in(text: str, *, name: bool = False, entities: bool = False) -> Iterator[Hidden]:
    """Yield what does not belong in the text, in order; a `name` is judged more strictly."""
    if text.isascii() and text.isprintable() and not entities:
        return
    open_stretch: Hidden | None = None
    for match in (_SUSPECT_OR_ENTITY if entities else _SUSPECT).finditer(text):
        characters = unescape(match[0]) if match[0][0] == "&" else match[0]
        if not _SUSPECT.fullmatch(characters):
            continue
        if _belongs(characters, text, match.start(), match.end()) and not (name and _NOT_IN_NAMES.match(characters)):
            continue
        if open_stretch and open_stretch.start + len(open_stretch.written) == match.start():
            written, so_far = open_stretch.written + match[0], open_stretch.characters + characters
            open_stretch = Hidden(open_stretch.start, written, so_far)
            continue
        if open_stretch:
            yield open_stretch
        open_stretch = Hidden(match.start(), match[0], characters)
    if open_stretch:
        yield open_stretch


def _belongs(characters: str, text: str, start: int, end: int) -> bool:
    if characters in "\u061c\u200e\u200f\u2066\u2067\u2068\u2069":
        line = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
        return any(one.isalpha() and unicodedata.bidirectional(one) in ("R", "AL") for one in line) and _balanced(line)
    near = text[max(start - 1, 0) : start] + characters + text[end : end + 1]
    return any(place.search(near) for kind, place in _places() if kind.fullmatch(characters))


def _balanced(line: str) -> bool:
    depth = 0
    for one in line:
        depth += (one in "\u2066\u2067\u2068") - (one == "\u2069")
        if depth < 0:
            return False
    return depth == 0


@cache
def _places() -> tuple[tuple[re.Pattern[str], Any], ...]:
    """Compile with `regex`, which knows scripts and emoji; only a text with a suspect needs it."""
    import regex

    return tuple((re.compile(kind), regex.compile(place, regex.V1)) for kind, place in _BELONGS)
