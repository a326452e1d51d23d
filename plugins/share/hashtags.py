"""Hashtags that every network takes whole and a screen reader reads as words, and those that X finds in a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from operator import itemgetter

import regex

from .autolink import find_links

# Marks that X takes as part of a hashtag beside letters and digits: joiners, and a few of Hebrew, Japanese and Tibetan.
_MARKS = r"_\u200C\u200D\uA67E\u05BE\u05F3\u05F4\uFF5E\u301C\u309B\u309C\u30A0\u30FB\u3003\u0F0B\u0F0C\xB7"
_PART = rf"[\p{{L}}\p{{M}}\p{{Nd}}{_MARKS}]"


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


def find_hashtags(text: str) -> tuple[str, ...]:
    """Return the hashtags that X finds, without their signs; of a link and a tag that overlap the first counts."""
    if "#" not in text and "＃" not in text:
        return ()
    spans = [(one.start(), one.end(), one["tag"]) for one in _in_text().finditer(text)]
    spans += [(link.start, link.end, "") for link in find_links(text)]
    tags, taken = [], 0
    for start, end, tag in sorted(spans, key=itemgetter(0)):
        if start >= taken:
            tags.append(tag)
            taken = end
    return tuple(filter(None, tags))


def loses_meaning(tag: str) -> bool:
    """Say whether a mark that matters is lost, as in `C++` and `C#`."""
    return bool(_lost().search(tag.strip().lstrip("#")))


@cache
def _words() -> regex.Pattern[str]:
    return regex.compile(r"[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*")


@cache
def _in_text() -> regex.Pattern[str]:
    before = rf"(?:^|(?<=[\uFE0E\uFE0F])|(?<=[^\p{{L}}\p{{M}}\p{{Nd}}{_MARKS}&]))"
    return regex.compile(rf"{before}[#＃](?!\uFE0F|\u20E3)(?P<tag>(?>{_PART}*[\p{{L}}\p{{M}}]{_PART}*))(?!://|[#＃])")


@cache
def _lost() -> regex.Pattern[str]:
    return regex.compile(r"[\p{Sm}\p{Sc}\p{So}#%@*]")
