"""What a language brings to the finding of claims."""

from __future__ import annotations

from msgspec import Struct

Stems = dict[str, str]
"""A pattern by a stem in small letters: the pattern is tried only where the stem occurs, which is cheap to know."""

_NOTHING = "(?!)"


class Vocabulary(Struct, frozen=True, kw_only=True):
    """The words of one language: regular expressions in which a space stands for any white space.

    A pattern in a table may name the part to show `claim`. `fractions`, `evidence` and `generalisations` see small
    letters only, `superlatives` see the text as it is, because a capital tells a place; the rest ignores case.
    """

    percent: str = _NOTHING
    money: str = _NOTHING
    units: str = _NOTHING
    spans: str = _NOTHING
    """Hours, days and years: a figure only beside one of `averages`."""
    averages: str = _NOTHING
    prices: str = _NOTHING
    """What makes a price of an amount of money: a price is set, not claimed."""
    scales: str = _NOTHING
    """Thousand, million and so on."""
    times: str = _NOTHING
    """What makes a comparison of a number: "times as many"."""
    uncounted: str = _NOTHING
    """What follows a large number that counts nothing in the world: words and pages of a text."""
    limits: str = _NOTHING
    """What comes before a number that is a limit."""
    or_less: str = _NOTHING
    """What comes after one."""
    examples: str = _NOTHING
    """What comes, within two words, before a number that is an example."""
    fractions: Stems = {}
    evidence: Stems = {}
    generalisations: Stems = {}
    superlatives: Stems = {}
    own: str = _NOTHING
    """The first person: the sentence tells the writer's own experience."""
    results: str = _NOTHING
    """What makes a measured success of it all the same."""
    supposed: str = _NOTHING
    """What makes a paragraph one of things imagined, not stated."""
    conditional: str = _NOTHING
    """The same for a sentence that it begins."""
    intended: str = _NOTHING
    """What makes a sentence one of aims and wishes."""
    saying: str = _NOTHING
    """What names who said a quotation."""
    naming: str = _NOTHING
    """What comes before a title or an example in quotation marks."""
