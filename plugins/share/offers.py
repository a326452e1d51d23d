"""What the kit says about one text: whose it is, how it is counted, and how the network would show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from ..site_model import Count, House, Snippet
from .fold import folded
from .network import Network
from .networks import find_networks

LINE = 56
# Controls, which are taken out of the words that go to a network.
OPENS, CLOSES = "\x02", "\x03"


class Part(Struct, frozen=True):
    """One post of a thread, or the only one: the text to copy, and what the network shows before its fold and after.

    `rows` says how many lines the text needs, so that it prints whole. In what is shown, links and hashtags stand
    between OPENS and CLOSES.
    """

    text: str
    rows: str
    before: str
    after: str


class Offer(Struct, frozen=True):
    """A snippet with its parts; `measure` says how much of the limit it uses."""

    snippet: Snippet
    parts: tuple[Part, ...]
    measure: str


def offers(snippets: Sequence[Snippet]) -> Iterator[Offer]:
    """Yield each text with what there is to say of it."""
    known = find_networks()
    for snippet in snippets:
        yield Offer(snippet, _parts(snippet, known[snippet.network]), _measure(snippet.count))


def names(people: Sequence[str], house: House) -> str:
    """Return the names of people, and the id of who is not known."""
    return ", ".join(house.people[id].name if id in house.people else id for id in people)


def _measure(count: Count) -> str:
    size = f"{count.used:,} of {count.limit:,} {count.unit}"
    if count.byte_limit:
        size += f", {count.bytes:,} of {count.byte_limit:,} bytes"
    return size if count.fits else f"{size}: too long"


def _parts(snippet: Snippet, network: Network) -> tuple[Part, ...]:
    marks = (network.sent(snippet.url), *[f"#{tag}" for tag in snippet.hashtags])
    return tuple([_part(text, folded(network, text), marks) for text in (snippet.text, *snippet.thread)])


@lru_cache(maxsize=16)
def _part(text: str, shown: tuple[str, str], marks: Sequence[str]) -> Part:
    rows = sum([len(line) // LINE + 1 for line in text.split("\n")]) + 1
    before, after = shown
    spans = _spans(before + after, marks)
    return Part(text, str(rows), _marked(before, spans), _marked(after, spans, len(before)) if after else "")


def _spans(text: str, marks: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the link and then the hashtags stand, in the order in which a text has them."""
    place, found = 0, []
    for mark in marks:
        if (start := text.find(mark, place)) >= 0:
            place = start + len(mark)
            found.append((start, place))
    return found


def _marked(text: str, spans: Sequence[tuple[int, int]], start: int = 0) -> str:
    """Return the text, which begins at `start` of what the spans are counted in, with what lies in them marked."""
    pieces, place, end = [], 0, len(text)
    for first, last in spans:
        if first < start + end and last > start:
            opens, closes = max(first - start, 0), min(last - start, end)
            pieces += [text[place:opens], OPENS, text[opens:closes], CLOSES]
            place = closes
    return "".join([*pieces, text[place:]])
