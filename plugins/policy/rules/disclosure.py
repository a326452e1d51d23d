"""The rule `disclosure`."""

from __future__ import annotations

from collections.abc import Iterator

from ...site_model import House, Post
from ..bylines import inherits
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

_NEEDS = {
    "gift": {"by": "who gave it", "what": "what was given"},
    "sponsored": {"by": "who paid", "what": "what was paid for"},
    "own-product": {},
    "investment": {"what": "in what"},
    "family": {"by": "who it is"},
}


class Disclosure(Rule):
    """Every post says whether somebody gave, paid for or owns what it is about.

    Free goods and paid praise make readers suspicious of everything else on the blog, and marketing law asks for
    plain words about them. Silence could mean "nothing" or "forgotten", so `disclosure: none` is written out.
    A gift and a sponsorship name the giver and the thing; readers see it before the text, in feeds and in snippets.
    """

    id = "disclosure"
    clause = "C5"
    who = AUTHOR
    fix = (
        "Write `disclosure: none`, or who gave, paid for or owns what: `disclosure: {kind: gift, by: ..., what: ...}`."
    )
    VALID = [
        Example("disclosure: none"),
        Example("disclosure: {kind: gift, by: Fjordmat, what: Two dinners on board}"),
        Example("lang: nb\ndisclosure: {kind: sponsored, by: Fjordmat AS, what: Middag for to om bord}"),
        Example("lang: fi\ndisclosure: {kind: own-product}"),
        Example("lang: pl\ndisclosure: {kind: family, by: Brat autorki prowadzi stocznię}"),
    ]
    INVALID = [
        Invalid(without=["disclosure"], says="nothing is said about gifts, payment or own interests"),
        Invalid("disclosure: {kind: gift, what: A week of free coffee}", says="the gift does not say who gave it"),
        Invalid("lang: nb\ndisclosure: {kind: sponsored, by: Fjordmat AS}", says="does not say what was paid for"),
        Invalid("lang: fi\ndisclosure: {kind: gift, by: Saaristokahvila}", says="does not say what was given"),
        Invalid("lang: pl\ndisclosure: {kind: investment}", says="the investment does not say in what"),
    ]

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Ask for the word, and for the giver and the thing where there are any."""
        if inherits(post, "disclosure"):
            return
        stated = post.disclosure
        if stated is None:
            yield self.finding(post.spot("disclosure"), "nothing is said about gifts, payment or own interests")
        elif stated != "none":
            given = {"by": stated.by.strip(), "what": stated.what.strip()}
            for key, meaning in _NEEDS[stated.kind].items():
                if not given[key]:
                    message = f"the {stated.kind} does not say {meaning}"
                    yield self.finding(post.spot(f"disclosure.{key}"), message, fix=f"Add `{key}:` to `disclosure:`.")
