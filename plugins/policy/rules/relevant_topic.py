"""The rule `relevant-topic`."""

from __future__ import annotations

from collections.abc import Iterator

from ...site_model import House, Post
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule
from ..strategy_choice import check_choice


class RelevantTopic(Rule):
    """Every post is about one of the company's own topics.

    People follow a company for what it knows. The strategy says which topics these are; a post outside them
    either does not belong on the blog or shows that the strategy needs a new topic, decided in the open.
    The topic also decides where readers find the post, and who is expert enough to write it.
    """

    id = "relevant-topic"
    clause = "C9"
    who = AUTHOR
    fix = "Write `topic:` with one of the strategy's topics."
    VALID = [Example("topic: climate"), Example("topic: people\ntitle: Elleve lærlinger på broen\nlang: nb")]
    INVALID = [
        Invalid("topic: football", says="'football' is no topic of the strategy"),
        Invalid("topic: climat", says="'climat' is no topic"),
        Invalid(without=["topic"], says="the post names no topic"),
    ]

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Compare the topic with the strategy."""
        yield from check_choice(self, post, "topic", post.topic, house.policy.strategy.topics)
