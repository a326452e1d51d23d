"""Whether the numbers, names and quotations of one text stand in another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import regex

_NUMBER = re.compile(r"\d+(?:[.,'’ \u00a0\u202f]\d+)*")
_QUOTED = re.compile(r"[“„«\"](?P<words>[^“”„«»\"]+)[”“»\"]")
_SENTENCE = re.compile(r"[.!?…:\n]+|[“„«\"(]")
_CAPITALS = regex.compile(r"\b\p{Lu}[\p{L}\p{M}]*(?:[ -]\p{Lu}[\p{L}\p{M}]*)+")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"https?://\S+|[#@]\w+")
_ENDING = 3


def unsaid(text: str, post: str, quoted_words: int) -> Iterator[tuple[str, str]]:
    """Yield what the text says that the post does not, each with its kind: number, quotation or name.

    Numbers are compared by their digits, as languages write them differently, and names by the beginnings of
    their words, as some languages change the ends. A quotation of fewer words is a manner of speaking.
    """
    text, whole = _ADDRESS.sub(" ", text), _plain(post)
    digits = {_digits(number[0]) for number in _NUMBER.finditer(post)}
    for match in _NUMBER.finditer(text):
        if _digits(match[0]) not in digits:
            yield "number", match[0]
    for match in _QUOTED.finditer(text):
        if len(match["words"].split()) >= quoted_words and _plain(match["words"]).strip(" .,!?…") not in whole:
            yield "quotation", match["words"]
    words = {word[0] for word in _WORD.finditer(whole)}
    for name in _names(text):
        if not all(_stands(part, words) for part in _WORD.findall(_plain(name))):
            yield "name", name


def _names(text: str) -> Iterator[str]:
    """Yield runs of two or more words with capitals; the first word of a sentence has one anyway."""
    for sentence in _SENTENCE.split(text):
        if first := _WORD.search(sentence):
            yield from (run[0] for run in _CAPITALS.finditer(sentence, first.end()))


def _stands(part: str, words: set[str]) -> bool:
    root = part[: max(3, len(part) - _ENDING)]
    return any(word.startswith(root) for word in words)


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().translate(_QUOTES).split())


_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
