"""The word lists of a language as compiled patterns, made when the first text in it is read."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .en import ENGLISH
from .fi import FINNISH
from .nb import NORWEGIAN
from .pl import POLISH
from .vocabulary import Stems, Vocabulary

VOCABULARIES = {"en": ENGLISH, "nb": NORWEGIAN, "nn": NORWEGIAN, "no": NORWEGIAN, "fi": FINNISH, "pl": POLISH}

SIGN = "[$€£¥]"
CODE = "(?:NOK|EUR|USD|GBP|PLN|SEK|DKK|CHF)"
_SYMBOL = r"km/h|km/t|km²?|kg|mm|cm|m[²³]?|t|l|[kMGT]Wh?|° ?[CF]|dB|mph"
_GAP = "[ -]{0,3}"
_SMALL_LETTER = r"[^\W\d_A-ZÆØÅÄÖĄĆĘŁŃÓŚŹŻ]"

Phrases = tuple[tuple[str, re.Pattern[str]], ...]


class Patterns(NamedTuple):
    """What `Vocabulary` describes, compiled."""

    tail: re.Pattern[str]
    averages: re.Pattern[str]
    prices: re.Pattern[str]
    limits: re.Pattern[str]
    or_less: re.Pattern[str]
    fractions: Phrases
    evidence: Phrases
    generalisations: Phrases
    superlatives: Phrases
    own: re.Pattern[str]
    results: re.Pattern[str]
    supposed: re.Pattern[str]
    conditional: re.Pattern[str]
    intended: re.Pattern[str]
    saying: re.Pattern[str]
    naming: re.Pattern[str]


@cache
def patterns_of(language: str) -> Patterns:
    """Return the patterns of a language; one without a word list still has signs, codes and units."""
    words = VOCABULARIES.get(language.partition("-")[0].lower(), Vocabulary())
    return Patterns(
        tail=_compile(_tail(words)),
        averages=_compile(rf"\b(?:{words.averages})\b", re.IGNORECASE),
        prices=_compile(rf"\b(?:{words.prices})\b", re.IGNORECASE),
        limits=_compile(rf"\b(?:(?:{words.limits})\W*|(?:{words.examples})\W+(?:\w+\W+){{0,2}})$", re.IGNORECASE),
        or_less=_compile(rf"\s+(?:{words.or_less})\b", re.IGNORECASE),
        fractions=_phrases(words.fractions),
        evidence=_phrases(words.evidence),
        generalisations=_phrases(words.generalisations),
        superlatives=_phrases(words.superlatives),
        own=_compile(rf"\b(?:{words.own})\b", re.IGNORECASE),
        results=_compile(rf"\b(?:{words.results})\b", re.IGNORECASE),
        supposed=_compile(rf"\b(?:{words.supposed})\b", re.IGNORECASE),
        conditional=_compile(rf"\W*(?:{words.conditional})\b", re.IGNORECASE),
        intended=_compile(rf"\b(?:{words.intended})\b", re.IGNORECASE),
        saying=_compile(rf"\b(?:{words.saying})(?!\w)", re.IGNORECASE),
        naming=_compile(rf"\b(?:{words.naming})(?!\w)[^.!?]{{0,30}}$", re.IGNORECASE),
    )


def _tail(words: Vocabulary) -> str:
    """Match what makes a figure of the number before it; the last group that matched says what it is."""
    other_end = rf"(?: ?(?:[-–—]|to|til|do) ?{SIGN}?\d[\d.,]*)?"
    percent = rf"{_GAP}(?P<percent>(?:{words.percent})(?!\w)|[%‰])"
    scale = rf"(?:{_GAP}(?P<scale>(?:{words.scales})(?!\w)))?"
    money = rf"(?P<money>{SIGN}|(?:{CODE}|{words.money})(?!\w))"
    unit = rf"(?P<unit>(?:{_SYMBOL}|{words.units})(?!\w))"
    span = rf"(?P<span>(?:{words.spans})(?!\w))"
    counted = rf" +(?!(?:{words.uncounted})(?!\w))(?P<counted>{_SMALL_LETTER}\w+)"
    return rf"{other_end}(?:{percent}|{scale}(?:{_GAP}(?:{money}|{unit}|{span}|(?P<times>{words.times}))|{counted})?)"


def _phrases(stems: Stems) -> Phrases:
    return tuple((stem, _compile(pattern)) for stem, pattern in stems.items())


def _compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", r"\s"), flags)
