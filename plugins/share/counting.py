"""How the networks measure a text: by X's weights, by graphemes, by UTF-16."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import regex

from .autolink import find_links
from .load_tables import load_emoji

LINK_WEIGHT = 23
# All but letters and marks of which each stands for itself: looking for these is cheaper than splitting at each.
_MAY_JOIN = re.compile(r"[^\t\n -~\xA0-\u02FF\u0370-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u20AC]")


def graphemes(text: str) -> list[str]:
    """Split a text into what a reader sees as characters."""
    if not _MAY_JOIN.search(text):
        return list(text)
    found: list[str] = _clusters().findall(text)
    return [part for cluster in found for part in _apart(cluster)] if _linkers().search(text) else found


def _apart(cluster: str) -> list[str]:
    return _conjuncts().split(cluster) if len(cluster) > 1 and _linkers().search(cluster) else [cluster]


@lru_cache(maxsize=64)
def grapheme_length(text: str) -> int:
    """Return the number of characters a reader sees."""
    return len(graphemes(text)) if _MAY_JOIN.search(text) else len(text)


def split_after(text: str, count: int) -> tuple[str, str]:
    """Return the first so many characters, as a reader sees them, and the rest."""
    if not _MAY_JOIN.search(text):
        return text[:count], text[count:]
    characters = graphemes(text)
    return "".join(characters[:count]), "".join(characters[count:])


def utf16_length(text: str) -> int:
    """Return the length as JavaScript and most web forms count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@lru_cache(maxsize=64)
def x_weight(text: str, *, emoji_as_one: bool = True) -> int:
    """Return the weighted length of a post on X, as twitter-text's configuration v3 has it."""
    text = unicodedata.normalize("NFC", text)
    weight = place = 0
    for start, end in (*find_links(text), (len(text), len(text))):
        between = text[place:start]
        weight += len(between) if between.isascii() else _weight_of_words(between, emoji_as_one)
        weight, place = weight + LINK_WEIGHT, end
    return weight - LINK_WEIGHT


def _weight_of_words(text: str, emoji_as_one: bool) -> int:
    weight = len(text) + len(_heavy().findall(text))
    if emoji_as_one and _joiners().search(text):
        place = 0
        while place < len(text):
            if length := _emoji_at(text, place):
                emoji = text[place : place + length]
                weight += 2 - len(emoji) - len(_heavy().findall(emoji))
            place += length or 1
    return weight


def _emoji_at(text: str, place: int) -> int:
    table = load_emoji()
    for length in range(min(_longest_emoji(), len(text) - place), 1, -1):
        if text[place : place + length] in table:
            return length
    return 0


def is_emoji(grapheme: str) -> bool:
    """Say whether a character, as readers see it, is an emoji."""
    return not grapheme.isascii() and bool(_pictures().search(grapheme))


@cache
def _longest_emoji() -> int:
    return max(map(len, load_emoji()))


@cache
def _clusters() -> regex.Pattern[str]:
    return regex.compile(r"\X")


@cache
def _linkers() -> regex.Pattern[str]:
    return regex.compile(r"\p{InCB=Linker}")


@cache
def _conjuncts() -> regex.Pattern[str]:
    r"""Match where `\X` joins an Indic consonant to what is no conjunct: rule GB9c asks for a consonant before."""
    chain = r"[\p{InCB=Extend}\p{InCB=Linker}]*"
    before = rf"\p{{InCB=Consonant}}{chain}\p{{InCB=Linker}}{chain}|\p{{Grapheme_Cluster_Break=Prepend}}|^"
    return regex.compile(rf"(?<!{before})(?=\p{{InCB=Consonant}})")


@cache
def _pictures() -> regex.Pattern[str]:
    return regex.compile(r"[\p{Emoji_Presentation}\p{Regional_Indicator}\uFE0F\u20E3]")


@cache
def _heavy() -> regex.Pattern[str]:
    return regex.compile(r"[^\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]")


@cache
def _joiners() -> regex.Pattern[str]:
    return regex.compile(r"[\u200D\uFE0F\u20E3\U0001F1E6-\U0001F1FF\U0001F3FB-\U0001F3FF\U000E0020-\U000E007F]")
