"""What the kit says about one text: whose it is, how it is counted, and how the network would show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from ..site_model import Count, House, Snippet
from .fold import folded
from .network import Network
from .networks import find_networks

LINE = 56


class Part(NamedTuple):
    """One post of a thread, or the only one: the text to copy, and what the network shows before its fold and after.

    In what is shown, links and hashtags are marked.
    """

    text: str
    before: Markup
    after: Markup

    @property
    def rows(self) -> int:
        """Return how many lines the text needs, so that it prints whole."""
        return sum(len(line) // LINE + 1 for line in self.text.split("\n")) + 1


class Offer(NamedTuple):
    """A snippet with its parts; `measure` says how much of the limit it uses."""

    snippet: Snippet
    parts: tuple[Part, ...]
    measure: str


class Place(NamedTuple):
    """A network with everything there is to say on it; `people` may post on the company's account."""

    network: Network
    account: str
    people: str
    offers: tuple[Offer, ...]


def places(snippets: Sequence[Snippet], house: House) -> Iterator[Place]:
    """Yield the networks in order, each with its texts."""
    for id, group in groupby(snippets, key=lambda snippet: snippet.network):
        network, account = find_networks()[id], house.policy.networks[id]
        offers = tuple(Offer(snippet, _parts(snippet, network), _measure(snippet.count)) for snippet in group)
        yield Place(network, account.account, names(account.owners, house), offers)


def names(people: Sequence[str], house: House) -> str:
    """Return the names of people, and the id of who is not known."""
    return ", ".join(house.people[id].name if id in house.people else id for id in people)


def _measure(count: Count) -> str:
    size = f"{count.used:,} of {count.limit:,} {count.unit}"
    if count.byte_limit:
        size += f", {count.bytes:,} of {count.byte_limit:,} bytes"
    return size if count.fits else f"{size}: too long"


def _parts(snippet: Snippet, network: Network) -> tuple[Part, ...]:
    marks = (network.sent(snippet.url), *(f"#{tag}" for tag in snippet.hashtags))
    parts = []
    for text in (snippet.text, *snippet.thread):
        before, after = folded(network, text)
        spans = tuple(_spans(before + after, marks))
        parts.append(Part(text, _marked(before, spans), _marked(after, spans, len(before))))
    return tuple(parts)


def _spans(text: str, marks: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the link and then the hashtags stand, in the order in which a text has them."""
    place = 0
    for mark in marks:
        if (start := text.find(mark, place)) >= 0:
            place = start + len(mark)
            yield start, place


def _marked(text: str, spans: Sequence[tuple[int, int]], start: int = 0) -> Markup:
    """Return the text, which begins at `start` of what the spans are counted in, with what lies in them marked."""
    shown, place, end = "", 0, len(text)
    for span in spans if text else ():
        first, last = span[0] - start, span[1] - start
        if first < end and last > 0:
            first, last = max(first, 0), min(last, end)
            shown += f'{escape(text[place:first])}<span class="link">{escape(text[first:last])}</span>'
            place = last
    return Markup(f"{shown}{escape(text[place:])}")
