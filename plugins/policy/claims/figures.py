"""Figures: percentages, money, measures and large counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .claim import Claim
from .patterns import CODE, SIGN, Patterns

_NUMBER = re.compile(r"(?<![\w.,:/#+])(?:\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?(?!\d)")
_MONEY_BEFORE = re.compile(rf"(?:\w{{0,2}}{SIGN}|\b{CODE}|\bkr\.?)\s?$")
_SHORT_SCALE = re.compile(r"[MBKmbk]n?\b")
_NOT_DIGITS = re.compile(r"\D")
_NAME_BEFORE = re.compile(r"[^\W\d_A-Z],?\s[A-ZÆØÅÄÖ]\w+\s$")
_NEAR = 40
_DECIMALS = re.compile(r"[.,]\d{1,2}$")
_LARGEST_PRICE = 10_000
_LEAST = {("counted", False): 1000, ("counted", True): 10_000, ("money", False): 1000, ("money", True): 1000}


def find_figures(words: str, known: Patterns) -> Iterator[Claim]:
    """Yield every number that measures something; small counts, prices, dates, times and numbered things do not.

    All of something ("100 %") is a manner of speech more often than a measurement. A span of time or a small amount
    is a figure only beside an average: "the crossing takes two hours" needs no source, "two hours on average" does.
    """
    for number in _NUMBER.finditer(words):
        start, end = number.span()
        tail = known.tail.match(words, end)
        if not tail or known.limits.search(words, max(0, start - 30), start) or known.or_less.match(words, tail.end()):
            continue
        if money := _MONEY_BEFORE.search(words, max(0, start - 6), start):
            short = _SHORT_SCALE.match(words, end)
            if short or _measures(number[0], "money", tail, known):
                yield _claim(words, money.start(), short.end() if short else _scaled_end(tail, end))
        elif (
            (kind := tail.lastgroup) and not _is_title(words, number, kind) and _measures(number[0], kind, tail, known)
        ):
            yield _claim(words, start, _scaled_end(tail, end) if kind == "counted" else tail.end(kind))


def _is_title(words: str, number: re.Match[str], kind: str) -> bool:
    """Say whether the number belongs to a name: "under Order 13571 agencies may"."""
    return kind == "counted" and number[0].isdigit() and bool(_NAME_BEFORE.search(words, 0, number.start()))


def _measures(number: str, kind: str, tail: re.Match[str], known: Patterns) -> bool:
    if kind == "percent":
        return number != "100"
    if kind == "money" and _is_price(number, tail, known):
        return False
    if kind in ("counted", "money") and (tail["scale"] or _amount(number) >= _LEAST[kind, number.isdigit()]):
        return True
    if kind in ("span", "money"):
        return bool(known.averages.search(tail.string, max(0, tail.start() - _NEAR), tail.end() + _NEAR))
    return kind in ("unit", "times")


def _is_price(number: str, tail: re.Match[str], known: Patterns) -> bool:
    """Say whether a smaller amount stands beside a word of price: a price is set, not claimed."""
    around = (tail.string, max(0, tail.start() - 2 * _NEAR), tail.end() + _NEAR)
    small = not tail["scale"] and _amount(number) < _LARGEST_PRICE
    return small and bool(known.prices.search(*around)) and not known.results.search(*around)


def _scaled_end(tail: re.Match[str], end: int) -> int:
    return tail.end("scale") if tail["scale"] else end


def _amount(number: str) -> int:
    return int(_NOT_DIGITS.sub("", _DECIMALS.sub("", number)))


def _claim(words: str, start: int, end: int) -> Claim:
    return Claim("figure", " ".join(words[start:end].split()), start, end)
