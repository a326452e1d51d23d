"""The rule `snippet-discloses`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...site_model import Disclosure as Stated
from ...site_model import House, Post, Snippet
from ..disclosing_words import discloses
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

_ABOUT = {
    "gift": "a gift",
    "sponsored": "something sponsored",
    "own-product": "our own product",
    "investment": "an investment of ours",
    "family": "family",
}


@dataclass(frozen=True)
class SnippetDiscloses(Rule):
    """Every text for a network says who paid or gave what, and an employee's text says who employs them.

    Marketing law and readers ask for it where they meet the praise, not one click further on. Generated texts carry
    the line by themselves, in the post's language; words that somebody wrote must do it in their own way.
    """

    id = "snippet-discloses"
    clause = "C5"
    who = AUTHOR
    fix = "Say it in the first words, such as `Sponsored by ...`, or delete the text to have one made that does."
    VALID = [
        Example("disclosure: none\nshare: {default: We stayed at the quay.}"),
        Example("disclosure: {kind: gift, by: Fjordmat, what: Two dinners}"),
        Example("disclosure: {kind: gift, by: Fjordmat, what: Two dinners}\nshare: {default: 'A gift from Fjordmat.'}"),
        Example(
            "lang: nb\ndisclosure: {kind: sponsored, by: Fjordmat, what: Mat}\nshare: {default: 'Annonse: god mat.'}"
        ),
        Example(
            "lang: fi\ndisclosure: {kind: sponsored, by: Kahvila, what: Kahvi}\nshare: {default: Maksettu mainos.}"
        ),
        Example("lang: pl\ndisclosure: {kind: own-product}\nshare: {default: Nasz nowy prom.}"),
        Example("share: {linkedin: {text: Why., variants: {employee: [I work at Havlinje and was there.]}}}"),
    ]
    INVALID = [
        Invalid(
            "disclosure: {kind: gift, by: Fjordmat, what: Two dinners}\nshare: {default: A great dinner.}",
            says="the text for linkedin does not say that it is about a gift",
        ),
        Invalid(
            "lang: nb\ndisclosure: {kind: sponsored, by: Fjordmat, what: Mat}\nshare: {linkedin: God mat om bord.}",
            says="does not say that it is about something sponsored",
        ),
        Invalid(
            "lang: pl\ndisclosure: {kind: family, by: Brat autorki}\nshare: {default: Stocznia i jej ludzie.}",
            says="does not say that it is about family",
        ),
        Invalid(
            "share: {linkedin: {text: Why., variants: {employee: [I was there.]}}}",
            says="the text for linkedin.employee-1 does not name Havlinje",
        ),
        Invalid(
            "share: {linkedin: {text: Why., variants: {employee: [I was there.]}}}",
            policy="company: {hashtags: [Havlinje]}",
            says="the text for linkedin.employee-1 does not name Havlinje",
        ),
    ]

    also: tuple[str, ...] = field(default=(), metadata={"doc": "Further words that count as saying so."})

    def check_snippets(self, post: Post, snippets: tuple[Snippet, ...], house: House) -> Iterator[Finding]:
        """Look for the words in what somebody wrote."""
        company, stated = house.policy.company.name, post.disclosure
        for snippet in snippets:
            if snippet.source == "generated":
                continue
            spot, name = post.spot(snippet.key), f"the text for {snippet.name}"
            if isinstance(stated, Stated) and not discloses(snippet.text, stated, post.lang, self.also):
                yield self.finding(spot, f"{name} does not say that it is about {_ABOUT[stated.kind]}")
            paragraphs = snippet.text.replace(snippet.url, "").split("\n\n")
            # A line of hashtags says what the text is about, not who speaks.
            words = " ".join(one for one in paragraphs if not all(word.startswith("#") for word in one.split()))
            if snippet.audience == "employee" and company.casefold() not in words.casefold():
                fix = f"Name {company}, such as `I work at {company}`."
                yield self.finding(spot, f"{name} does not name {company}, its writer's employer", fix=fix)
