"""The rule `snippet-faithful`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...site_model import House, Post, Snippet
from ..amounts import Several
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule
from ..said_in_post import unsaid


@dataclass(frozen=True)
class SnippetFaithful(Rule):
    """Every number, name and quotation in a text for a network stands in the post.

    The text travels further than the post, and is written in a hurry. A number that was rounded up on the way, or a
    quotation that nobody said, is the company's word all the same, and the post's sources do not carry it.
    """

    id = "snippet-faithful"
    clause = "C11"
    who = AUTHOR
    fix = "Say it as the post does, or add it to the post with its source."
    VALID = [
        Example("share: {default: 'After 41 inspections the door stayed open. Kari Lund tells why.'}"),
        Example("share: {default: 'Our captain: “We stayed at the quay.”'}"),
        Example("lang: fi\nshare: {default: Ovi tarkastettiin 41 kertaa. Kapteeni Kari Lundin tarina.}"),
        Example("lang: pl\ntitle: 1 200 pasażerów czekało\nshare: {default: Dlaczego czekało 1200 osób?}"),
        Example("share: {default: The “smart” door was not.}"),
    ]
    INVALID = [
        Invalid("share: {default: After 50 inspections the door stayed open.}", says="the number '50'"),
        Invalid("lang: nb\nshare: {default: Porten var kontrollert 42 ganger.}", says="the number '42'"),
        Invalid("share: {default: 'Our captain: “We never stay at the quay.”'}", says="the quotation 'We never stay"),
        Invalid("lang: nb\nshare: {linkedin: Kapteinen Per Hansen forteller.}", says="the name 'Per Hansen'"),
        Invalid(
            "lang: pl\nshare: {default: 'Kapitan mówi: „Zawsze stoimy przy nabrzeżu”.'}", says="the quotation 'Zawsze"
        ),
    ]

    quoted_words: Several = field(
        default=3, metadata={"doc": "Words from which on a quotation must stand in the post."}
    )

    def check_snippets(self, post: Post, snippets: tuple[Snippet, ...], house: House) -> Iterator[Finding]:
        """Compare what somebody wrote with title, summary, text and byline."""
        names = [house.people[author].name for author in post.authors if author in house.people]
        whole = "\n".join([post.title, post.summary, post.body, house.policy.company.name, *names])
        said: set[tuple[str, str]] = set()
        for snippet in snippets:
            if snippet.source == "generated" or (snippet.key, snippet.variant) in said:
                continue
            said.add((snippet.key, snippet.variant))
            text = "\n".join((snippet.text.replace(snippet.url, " "), *snippet.thread))
            for kind, words in unsaid(text, whole, self.quoted_words):
                message = f"the {kind} '{words}' in the text for {snippet.name} is not in the post"
                yield self.finding(post.spot(snippet.key), message)
