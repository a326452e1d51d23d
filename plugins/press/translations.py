"""Which of Pelican's articles are translations of others, found in one walk: Pelican compares each with every other."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from pelican.contents import Content
from pelican.utils import get_original_items


def divided(content: list[Content], by: str) -> tuple[list[Content], list[Content]]:
    """Return what stands in lists and what is a translation of that, as `process_translations` would.

    Those whose value of `by` is the same are translations of each other.
    """
    value = attrgetter(by)
    content.sort(key=value)
    originals: list[Content] = []
    for same, members in groupby(content, value):
        group = list(members)
        originals += _originals(group, f'with {by} "{same}"')
        for one in group:
            one.translations = [other for other in group if other is not one]
    known = frozenset(map(id, originals))
    return originals, [one for one in content if id(one) not in known]


def _originals(group: list[Content], told: str) -> list[Content]:
    alone = len(group) == 1 and group[0].metadata.get("translation", "false").lower() == "false"
    return group if alone else list(get_original_items(group, told))
