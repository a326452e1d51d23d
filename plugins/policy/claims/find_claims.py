"""Finding claims in a run of prose: words in, claims out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from .claim import Claim, ClaimKind
from .figures import find_figures
from .patterns import Patterns, Phrases, patterns_of
from .quotations import find_quotations, find_quoted
from .sentences import sentence_ends

_OWN_BEFORE = 30
_LEAST_WORDS = 2
_WORD = re.compile(r"[^\W\d_]{2,}")


def find_claims(words: str, language: str, around: str = "", *, set_apart: bool = False) -> tuple[Claim, ...]:
    """Return the claims of `words` in reading order, at most one to a sentence.

    What the writer tells in the first person is experience, not a claim, unless it measures success.
    `around` are the words of the neighbours, where the speaker of a quotation may be named; `set_apart` says that the
    words are a block quotation or a list item, where quotation marks around everything mean somebody's words.
    """
    known = patterns_of(language)
    found = [
        *find_figures(words, known),
        *_find_phrases(words, known),
        *find_quotations(words, around, known, set_apart=set_apart),
    ]
    if not found:
        return ()
    imagined = bool(known.supposed.search(words))
    quoted = find_quoted(words, set_apart=set_apart)
    ends = sentence_ends(words)
    claims: list[Claim] = []
    done = -1
    for claim in sorted(found, key=lambda claim: (claim.start, claim.end)):
        if claim.kind != "quotation" and (imagined or any(a < claim.start < b for a, b in quoted)):
            continue
        at = bisect_left(ends, claim.end)
        if at > done and not _excused(claim, words, ends[at - 1] if at else 0, ends[at], known):
            claims.append(claim)
            done = at
    return tuple(claims)


def _find_phrases(words: str, known: Patterns) -> Iterator[Claim]:
    lowered = words.lower()
    if len(lowered) != len(words):
        # A few letters grow when they become small, and then offsets would lie.
        lowered = words
    yield from _matches("figure", known.fractions, words, lowered, lowered)
    yield from _matches("evidence", known.evidence, words, lowered, lowered)
    yield from _matches("generalisation", known.generalisations, words, lowered, lowered)
    yield from _matches("superlative", known.superlatives, words, lowered, words)


def _matches(kind: ClaimKind, phrases: Phrases, words: str, lowered: str, searched: str) -> Iterator[Claim]:
    for stem, pattern in phrases:
        if stem in lowered:
            for match in pattern.finditer(searched):
                start, end = match.span("claim") if "claim" in pattern.groupindex else match.span()
                yield Claim(kind, " ".join(words[start:end].split()), start, end)


def _excused(claim: Claim, words: str, start: int, end: int, known: Patterns) -> bool:
    if claim.kind == "quotation":
        return False
    sentence = words[start:end].rstrip()
    if sentence.endswith(("?", "?”", '?"')) or known.conditional.match(sentence) or _is_label(claim, sentence):
        return True
    if claim.kind == "superlative":
        return False
    if claim.kind == "evidence":
        told_to_us = known.own.match(words, claim.end + 1)
        return bool(told_to_us or known.own.search(words, max(start, claim.start - _OWN_BEFORE), claim.start))
    if claim.kind == "figure" and known.intended.search(sentence):
        return True
    return bool(known.own.search(sentence)) and not known.results.search(sentence)


def _is_label(claim: Claim, sentence: str) -> bool:
    return claim.kind == "figure" and len(_WORD.findall(sentence)) < _LEAST_WORDS
