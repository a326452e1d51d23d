"""The rule `snippet-fits`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...site_model import House, Post, Snippet
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

_BLUESKY = "networks: {bluesky: {state: active, account: havlinje.example, url: 'https://bsky.app/profile/x'}}"
_INSTAGRAM = "networks: {instagram: {state: active, account: havlinje, url: 'https://www.instagram.com/x'}}"


@dataclass(frozen=True)
class SnippetFits(Rule):
    """Every text for a network fits it, counted as the network counts, and makes one link.

    A text that is too long is cut by the network or refused by the scheduler, usually at the link. A name such as
    `log.py` becomes a second link, which takes the preview away from the first. Texts made from title and summary
    always fit, but such a name makes a link of them too.
    """

    id = "snippet-fits"
    clause = "N3"
    who = AUTHOR
    fix = "Shorten the text, or delete it to have one made from title and summary."
    VALID = [
        Example("share: {linkedin: We stayed at the quay. Here is why., mastodon: We stayed at the quay.}"),
        Example("lang: nb\nshare: {default: Vi ble liggende ved kai. Slik forteller vi det neste gang.}"),
        Example("title: " + "A long story about a bow door and a winter of inspections " * 8),
        Example("title: What log.py taught us"),
    ]
    INVALID = [
        Invalid("share: {mastodon: " + "tell " * 100 + "}", says="mastodon has 547 of 500 characters"),
        Invalid("lang: fi\nshare: {mastodon: " + "👩🏽‍✈️" * 400 + "ä" * 100 + "}", says="mastodon has"),
        Invalid("share: {bluesky: See log.py.}", policy=_BLUESKY, says="bluesky makes 'log.py' a link of its own"),
        Invalid("title: What log.py taught us", policy=_BLUESKY, says="'log.py' becomes a link of its own on bluesky"),
        Invalid(
            "share: {instagram: '#a #b #c #d #e #f'}",
            policy=_INSTAGRAM,
            says="instagram has 6 hashtags, and no more than 5",
        ),
        Invalid(policy="rules: {snippet-fits: {written: [linkedin]}}", says="linkedin is not written by anybody"),
    ]

    written: tuple[str, ...] = field(default=(), metadata={"doc": "Networks whose text somebody must write."})

    def check_snippets(self, post: Post, snippets: tuple[Snippet, ...], house: House) -> Iterator[Finding]:
        """Compare count and limit, and look for links that are not the post's own."""
        made: dict[str, dict[str, None]] = {}
        for snippet in snippets:
            spot, name, count = post.spot(snippet.key), f"the text for {snippet.name}", snippet.count
            if count.used > count.limit:
                yield self.finding(spot, f"{name} has {count.used} of {count.limit} {count.unit}")
            elif not count.fits:
                yield self.finding(spot, f"{name} has {count.bytes} of {count.byte_limit} bytes")
            others = [link for link in dict.fromkeys(snippet.links) if link != snippet.url]
            if snippet.source == "written":
                yield from self._check_words(post, snippet, others)
                continue
            if snippet.network in self.written and snippet.audience == "company":
                yield self.finding(spot, f"{name} is not written by anybody", fix="Write it under `share:`.")
            for link in others:
                made.setdefault(link, {})[snippet.network] = None
        for link, networks in made.items():
            # What names of people and of the company bring along, nobody can write otherwise.
            if place := next((key for key in ("title", "summary") if link in getattr(post, key)), None):
                fix = f"Write it in the {place} so that it is no address, or write texts under `share:` without it."
                message = f"'{link}' becomes a link of its own on {', '.join(networks)}"
                yield self.finding(post.spot(place), message, fix=fix)

    def _check_words(self, post: Post, snippet: Snippet, others: list[str]) -> Iterator[Finding]:
        spot, name = post.spot(snippet.key), f"the text for {snippet.name}"
        if snippet.most_hashtags is not None and len(snippet.hashtags) > snippet.most_hashtags:
            message = f"{name} has {len(snippet.hashtags)} hashtags, and no more than {snippet.most_hashtags} are taken"
            yield self.finding(spot, message, fix="Keep those that somebody would search for.")
        for link in others:
            fix = "Leave it out, or write it so that it is no address."
            yield self.finding(spot, f"{name} makes '{link}' a link of its own", fix=fix)
