"""The rule `unique-address`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...site_model import House, Post, Site, Spot
from ...site_model.address import post_address
from ...site_model.slug import slugify
from ..finding import AUTHOR, Edit, Finding
from ..rule import Example, Invalid, Rule
from ..shared_pages import sharing, tags_apart

_SLUG = re.compile(r"\w[\w.~-]*")


class UniqueAddress(Rule):
    """Every post, tag, topic, audience and author has a page that it shares with no other.

    Two posts at one address leave one of them unread, and which one is chance. Capital letters do not tell addresses
    apart on every computer, and signs fall away: the tags `C++`, `C#` and `C` would all be found under `c`.
    """

    id = "unique-address"
    clause = "N4"
    who = AUTHOR
    fix = "Give the post a `slug:` of its own."
    pages = True
    VALID = [Example("tags: [delays, cargo-c, cargo-d]\nslug: bow-door")]
    INVALID = [
        Invalid(
            "slug: bow-door\n---\nThe door is mended.\n",
            files={
                "content/blog/2026/spare-door.md": "---\ntitle: Spares\ndate: 2026-03-11\nslug: Bow-Door\n---\nHere.\n"
            },
            says="Bow-Door/' is that of content/blog/2026/example.md",
        ),
        Invalid("slug: ../../index", says="'../../index' cannot be part of an address"),
        Invalid("tags: [C, C++]", says="the tag 'C++' shares its page with 'C'"),
        Invalid("lang: nb\ntags: [sjøsyke, Sjøsyke]", says="shares its page with 'Sjøsyke'"),
        Invalid("tags: ['!?']", says="the tag '!?' has no letter or digit"),
        Invalid(
            policy="strategy: {topics: {Climate: {name: Climate}}}", says="the topic 'climate' shares its page with"
        ),
        Invalid(
            files={"authors/kari.lund.yaml": "name: Kari Lund the younger\n"},
            says="the author 'kari.lund' shares their page with 'kari-lund'",
        ),
    ]

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Look at the words that addresses are made of."""
        if not _SLUG.fullmatch(post.slug):
            fix = f"Write `slug: {slugify(post.slug)}`."
            yield self.finding(post.spot("slug"), f"'{post.slug}' cannot be part of an address", fix=fix)
        for index, tag in enumerate(post.tags):
            if not slugify(tag):
                fix = "Use letters or digits in the tag."
                yield self.finding(post.spot(f"tags[{index}]"), f"the tag '{tag}' has no letter or digit", fix=fix)

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Compare all addresses with each other."""
        taken: dict[str, Post] = {}
        for post in site.posts:
            address = post_address(post, site.house)
            other = taken.setdefault(address.casefold(), post)
            if other is not post:
                yield self.finding(post.spot("slug"), f"the address '{address}' is that of {other.path}")
        for tag in tags_apart(site.posts):
            edit = Edit(tag.spot, tag.usual) if tag.edits else None
            yield self._shared(tag.spot, f"the tag '{tag.written}' shares its", tag.usual, edit)
        policy, people = site.house.policy, site.house.people
        for topic, other_topic in sharing(policy.strategy.topics):
            yield self._shared(policy.spot(f"strategy.topics.{topic}"), f"the topic '{topic}' shares its", other_topic)
        for audience, other_audience in sharing(policy.strategy.audiences):
            spot = policy.spot(f"strategy.audiences.{audience}")
            yield self._shared(spot, f"the audience '{audience}' shares its", other_audience)
        for author, other_author in sharing(people):
            yield self._shared(people[author].spot(), f"the author '{author}' shares their", other_author)

    def _shared(self, spot: Spot, who: str, other: str, edit: Edit | None = None) -> Finding:
        fix = f"Write `{other}`, or choose a word that differs in more than capitals and signs."
        return self.finding(spot, f"{who} page with '{other}'", fix=fix, edit=edit)
