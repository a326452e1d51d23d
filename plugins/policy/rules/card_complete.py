"""The rule `card-complete`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...site_model import House, Post, Snippet
from ..amounts import Several
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule


@dataclass(frozen=True)
class CardComplete(Rule):
    """Every post has a card that can be read: its title, its description and every letter of it.

    The card is what most people see of a post. Networks cut long titles and descriptions where they like, and a letter
    the font does not have comes out as an empty box.
    """

    id = "card-complete"
    clause = "N4"
    who = AUTHOR
    fix = "Shorten the title; what it leaves out belongs into the summary."
    severity = {"write": "info", "merge": "warning", "publish": "warning"}
    VALID = [
        Example(),
        Example("title: Hva en ødelagt baugport lærte oss\nlang: nb"),
        Example("title: Mitä rikkoutunut keulaportti opetti\nlang: fi"),
        Example("title: Czego nauczyła nas zepsuta furta dziobowa – żółć i łódź\nlang: pl"),
    ]
    INVALID = [
        Invalid(
            "title: " + "A bow door that would not close on a winter morning, " * 3, says="the title has 158 characters"
        ),
        Invalid("summary: ''", says="the card has no description"),
        Invalid("title: 渡船故障的教训\nlang: en", says="the card's font has no '渡船故障的教训'"),
    ]

    title: Several = field(default=110, metadata={"doc": "Characters of a title that a card shows in a readable size."})
    description: Several = field(default=300, metadata={"doc": "Characters of a summary that a card shows at most."})

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Measure title and summary."""
        title, summary = " ".join(post.title.split()), " ".join(post.summary.split())
        if len(title) > self.title:
            yield self.finding(
                post.spot("title"), f"the title has {len(title)} characters, more than the {self.title} a card shows"
            )
        if not summary:
            yield self.finding(
                post.spot("summary"), "the card has no description, as there is no summary", fix="Write `summary:`."
            )
        elif len(summary) > self.description:
            message = f"the summary has {len(summary)} characters, more than the {self.description} a card shows"
            yield self.finding(post.spot("summary"), message, fix="Say it in one or two sentences.")

    def check_snippets(self, post: Post, snippets: tuple[Snippet, ...], house: House) -> Iterator[Finding]:
        """Look for letters that the card cannot show."""
        missing = next((media.missing for snippet in snippets for media in snippet.media if media.missing), "")
        if missing:
            message = f"the card's font has no '{missing}'"
            yield self.finding(post.spot("title"), message, fix="Write title and names in letters the font has.")
