"""Making a text fit: hashtags go first, then sentences, then words; never half a character, never the link."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from .counting import graphemes
from .network import Draft, Network

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+(?=[^a-zæøåäö])|(?<=[。！？।])")
# Controls, marks that turn the direction of what follows, and what X refuses.
_UNWANTED = re.compile(
    r"[\x00-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF\uD800-\uDFFF]"
)
_TRAILING = " \t\n,;:.–—-/(«“\"'&+"


def clean(text: str) -> str:
    """Return the text in normal form on one line, without what no reader sees."""
    return " ".join(_UNWANTED.sub("", unicodedata.normalize("NFC", text)).split())


def clean_lines(text: str) -> str:
    """Return a text somebody wrote for a network, with its own paragraphs."""
    lines = (clean(line) for line in text.strip().splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def compose(network: Network, draft: Draft, title: str, summary: str) -> tuple[str, tuple[str, ...]]:
    """Return a text that fits, and its hashtags; only the link and what must be said if nothing else does."""
    if whole := with_hashtags(network, replace(draft, prose=_joined(title, summary))):
        return whole
    for choices in _shorter_and_shorter(network, title, summary):
        drafts = [replace(draft, prose=prose) for prose in choices]
        if drafts and (whole := with_hashtags(network, drafts[0])):
            return whole
        fitting = bisect_left(drafts, True, key=partial(_fits_bare, network))
        for one in drafts[fitting:]:
            if found := with_hashtags(network, one):
                return found
    return network.lay_out(replace(draft, prose="", hashtags=())), ()


def with_hashtags(network: Network, draft: Draft) -> tuple[str, tuple[str, ...]] | None:
    """Return the text with as many of its hashtags as fit, from the left; None if it is too long without any."""
    for kept in range(len(draft.hashtags), -1, -1):
        tags = draft.hashtags[:kept]
        if network.fits(text := network.lay_out(replace(draft, hashtags=tags))):
            return text, tags
    return None


def _fits_bare(network: Network, draft: Draft) -> bool:
    return network.fits(network.lay_out(replace(draft, hashtags=())))


def shorten_title(title: str, most: int | None) -> str:
    """Return a title of at most so many characters, cut between words."""
    if most is None or len(graphemes(title)) <= most:
        return title
    return next(cut for cut in _cuts(title, most, least_words=1) if len(graphemes(cut)) <= most)


def _shorter_and_shorter(network: Network, title: str, summary: str) -> Iterator[list[str]]:
    """Yield choices of prose, each list from long to short, the better lists first."""
    ends = [match.start() for match in _SENTENCE_END.finditer(summary)]
    sentences = [_joined(title, summary[:end] + _closing_quote(summary, end)) for end in reversed(ends)]
    yield [_joined(title, summary), *sentences]
    if summary:
        first = summary[: ends[0]] if ends else summary
        yield [_joined(title, cut) for cut in _cuts(first, network.limits.text, least_words=4)]
    yield [title, *_cuts(title, network.limits.text, least_words=1)]


def _closing_quote(text: str, end: int) -> str:
    match = _SENTENCE_END.match(text, end)
    return match[0].rstrip() if match else ""


def _joined(title: str, summary: str) -> str:
    return "\n\n".join(filter(None, (title, summary)))


def _cuts(text: str, most: int, *, least_words: int) -> Iterator[str]:
    """Yield beginnings of the text, longest first: whole words while there are any, then whole characters."""
    start = "".join(graphemes(text)[:most])
    words = start.split(" ")
    for kept in range(len(words) - 1, least_words - 1, -1):
        yield _with_dots(" ".join(words[:kept]))
    if least_words <= 1:
        characters = graphemes(words[0])
        for kept in range(len(characters) - (len(start) == len(text)), 0, -1):
            yield _with_dots("".join(characters[:kept]))


def _with_dots(text: str) -> str:
    return text.rstrip(_TRAILING) + "…"
