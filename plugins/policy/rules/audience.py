"""The rule `audience`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...site_model import House, Post, Site
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule
from ..strategy_choice import check_choice

_READS_NORWEGIAN = "strategy: {audiences: {islanders: {languages: [nb]}}}"


class Audience(Rule):
    """Every post is written for an audience of the strategy, in a language that audience reads.

    Who writes for everybody writes for nobody. Naming the audience first settles words, length and examples,
    and gives each audience an archive and a feed of its own. Where the strategy says which languages an audience
    reads, at least one version of the post, the original or a translation, is in one of them.
    """

    id = "audience"
    clause = "C10"
    who = AUTHOR
    fix = "Write `audience:` with one of the strategy's audiences."
    VALID = [
        Example("audience: islanders"),
        Example("audience: islanders\nlang: nb\ntitle: Nye avganger fra mai", policy=_READS_NORWEGIAN),
    ]
    INVALID = [
        Invalid("audience: everybody", says="'everybody' is no audience of the strategy"),
        Invalid("audience: passenger", says="'passenger' is no audience"),
        Invalid(without=["audience"], says="the post names no audience"),
        Invalid(
            "audience: islanders", policy=_READS_NORWEGIAN, says="'islanders' read nb, and the post is in en alone"
        ),
    ]

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Compare the audience with the strategy."""
        yield from check_choice(self, post, "audience", post.audience, house.policy.strategy.audiences)

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Compare the languages of a post's versions with those its audience reads."""
        audiences = site.house.policy.strategy.audiences
        versions: dict[str, list[Post]] = defaultdict(list)
        for post in site.posts:
            versions[post.id].append(post)
        for posts in versions.values():
            post = next((post for post in posts if post.original), posts[0])
            read = audiences[post.audience].languages if post.audience in audiences else ()
            written = sorted({post.lang or site.house.policy.company.languages[0] for post in posts})
            if read and not set(read) & set(written):
                message = (
                    f"'{post.audience}' read {' and '.join(read)}, and the post is in {' and '.join(written)} alone"
                )
                yield self.finding(post.spot("audience"), message, fix=f"Add a translation in {' or '.join(read)}.")
