"""Figures: percentages, money, measures and large counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .claim import Claim
from .patterns import CODE, SIGN, Patterns

_NUMBER = re.compile(r"(?<![\w.,:/#+])(?:\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?(?!\d)")
_MONEY_BEFORE = re.compile(rf"(?:\w{{0,2}}{SIGN}|\b{CODE}|\bkr\.?)\s?$")
_NOT_DIGITS = re.compile(r"\D")
_NEAR = 40
LARGE = 1000
UNDIVIDED = 10_000


def find_figures(words: str, known: Patterns) -> Iterator[Claim]:
    """Yield every number that measures something; small counts, dates, times and numbered things do not.

    All of something ("100 %") is a manner of speech more often than a measurement. A span of time is a figure only
    where it is typical of something: "the crossing takes two hours" needs no source, "on average" does.
    """
    for number in _NUMBER.finditer(words):
        start, end = number.span()
        tail = known.tail.match(words, end)
        if not tail or known.limits.search(words, max(0, start - 30), start):
            continue
        if money := _MONEY_BEFORE.search(words, max(0, start - 6), start):
            yield _claim(words, money.start(), tail.end("scale") if tail["scale"] else end)
        elif (kind := tail.lastgroup) and _measures(number[0], kind, tail, known):
            last = "scale" if tail["scale"] else None
            yield _claim(words, start, tail.end(kind) if kind != "counted" else tail.end(last) if last else end)


def _measures(number: str, kind: str, tail: re.Match[str], known: Patterns) -> bool:
    if kind == "percent":
        return number != "100"
    if kind == "span":
        return bool(known.typical.search(tail.string, max(0, tail.start() - _NEAR), tail.end() + _NEAR))
    if kind == "counted":
        least = UNDIVIDED if number.isdigit() else LARGE
        return bool(tail["scale"]) or int(_NOT_DIGITS.sub("", number)) >= least
    return kind != "scale"


def _claim(words: str, start: int, end: int) -> Claim:
    return Claim("figure", " ".join(words[start:end].split()), start, end)
