"""The rule `snippet-fits`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...site_model import House, Post, Snippet
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule


@dataclass(frozen=True)
class SnippetFits(Rule):
    """Every text for a network fits it, counted as the network counts, and makes one link.

    A text that is too long is cut by the network or refused by the scheduler, usually at the link. A name such as
    `log.py` becomes a second link, which takes the preview away from the first. Texts made from title and summary
    always fit; these are about the words somebody wrote.
    """

    id = "snippet-fits"
    clause = "N3"
    who = AUTHOR
    fix = "Shorten the text, or delete it to have one made from title and summary."
    VALID = [
        Example("share: {linkedin: We stayed at the quay. Here is why., mastodon: We stayed at the quay.}"),
        Example("lang: nb\nshare: {default: Vi ble liggende ved kai. Slik forteller vi det neste gang.}"),
        Example("title: " + "A long story about a bow door and a winter of inspections " * 8),
    ]
    INVALID = [
        Invalid("share: {mastodon: " + "tell " * 100 + "}", says="mastodon has 547 of 500 characters"),
        Invalid("lang: fi\nshare: {mastodon: " + "👩🏽‍✈️" * 400 + "ä" * 100 + "}", says="mastodon has"),
        Invalid("share: {mastodon: See log.py for more.}", says="mastodon makes 'log.py' a link of its own"),
        Invalid(policy="rules: {snippet-fits: {written: [linkedin]}}", says="linkedin is not written by anybody"),
    ]

    written: tuple[str, ...] = field(default=(), metadata={"doc": "Networks whose text somebody must write."})

    def check_snippets(self, post: Post, snippets: tuple[Snippet, ...], house: House) -> Iterator[Finding]:
        """Compare count and limit, and look for links that are not the post's own."""
        for snippet in snippets:
            spot, name, count = post.spot(snippet.key), f"the text for {snippet.name}", snippet.count
            if count.used > count.limit:
                yield self.finding(spot, f"{name} has {count.used} of {count.limit} {count.unit}")
            elif not count.fits:
                yield self.finding(spot, f"{name} has {count.bytes} of {count.byte_limit} bytes")
            if snippet.source == "generated":
                if snippet.network in self.written and snippet.audience == "company":
                    yield self.finding(spot, f"{name} is not written by anybody", fix="Write it under `share:`.")
                continue
            for link in dict.fromkeys(snippet.links):
                if link != snippet.url:
                    fix = "Leave it out, or write it so that it is no address."
                    yield self.finding(spot, f"{name} makes '{link}' a link of its own", fix=fix)
