"""The rule `author-expertise`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...site_model import House, Post
from ..bylines import inherits, known_bylines
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule


@dataclass(frozen=True)
class AuthorExpertise(Rule):
    """Whoever signs a post knows its topic from their own work.

    People listen to experts, and a company's experts are its own staff: the engineer on engines, the captain on
    weather. Each person's file lists the topics they write about. By default one expert among the authors is enough,
    so that somebody who asks the questions can sign together with somebody who knows the answers.
    """

    id = "author-expertise"
    clause = "W5"
    who = AUTHOR
    fix = "Sign together with somebody who knows the topic, or add it to `topics:` in the person's file."
    VALID = [
        Example("topic: climate\nauthors: [mikko-salo]"),
        Example("topic: people\nauthors: [mikko-salo, ewa-nowak]"),
    ]
    INVALID = [
        Invalid("topic: people\nauthors: [mikko-salo]", says="Mikko Salo does not write about 'people'"),
        Invalid(
            "topic: climate\nauthors: [lars-holm]",
            files={"authors/lars-holm.yaml": "name: Lars Holm\nemployed: {from: 2020-01-01}\n"},
            says="Lars Holm does not write about 'climate', and has no topics yet",
        ),
        Invalid(
            "topic: people\nauthors: [mikko-salo, ewa-nowak]",
            policy="rules: {author-expertise: {everybody: true}}",
            says="Mikko Salo does not write about 'people'",
        ),
    ]

    everybody: bool = field(default=False, metadata={"doc": "Ask it of every author instead of one."})

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Look for the topic among those of the authors."""
        if inherits(post, "authors", "topic") or post.topic not in house.policy.strategy.topics:
            return
        bylines = list(known_bylines(post, house))
        strangers = [(spot, person) for spot, person in bylines if post.topic not in person.topics]
        if not self.everybody and len(strangers) < len(bylines):
            return
        for spot, person in strangers:
            known = f"but about {', '.join(person.topics)}" if person.topics else "and has no topics yet"
            yield self.finding(spot, f"{person.name} does not write about '{post.topic}', {known}")
