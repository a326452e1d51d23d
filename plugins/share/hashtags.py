"""Hashtags that every network takes whole and a screen reader reads as words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

import regex


@lru_cache(maxsize=1024)
def hashtag(tag: str) -> str:
    """Return `machine-learning` as `MachineLearning`; empty where nothing but digits and marks is left."""
    words = _words().findall(unicodedata.normalize("NFC", tag))
    joined = "".join(word[0].title() + word[1:] for word in words)
    return joined if any(char.isalpha() for char in joined) else ""


def hashtags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the hashtags in order, each once, whatever its capitals."""
    found: dict[str, str] = {}
    for tag in tags:
        if name := hashtag(tag):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def loses_meaning(tag: str) -> bool:
    """Say whether marks that matter are lost, as in `C++`."""
    return any(unicodedata.category(char) in {"Sm", "Sc", "So", "Po"} and char not in "&,." for char in tag.lstrip("#"))


@cache
def _words() -> regex.Pattern[str]:
    return regex.compile(r"[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*")
