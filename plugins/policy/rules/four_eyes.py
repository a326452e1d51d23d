"""The rule `four-eyes`."""

from __future__ import annotations

from collections.abc import Iterator

from ...signoff.verdict import Signoffs
from ...site_model import Site
from ..finding import EDITOR, Finding
from ..rule import Example, Invalid, Rule

_TWO_EDITORS = "signoff: {require: field}\nroles: {editor: [ewa-nowak, kari-lund]}"


class FourEyes(Rule):
    """Whoever approved a post is none of its authors.

    Nobody sees their own mistakes. People are compared, not accounts: a second entry with the same mail or key is
    the same person, and there is no exception for editors, leaders or administrators.
    """

    id = "four-eyes"
    clause = "P1"
    who = EDITOR
    fix = "Have another editor read the post and run `make sign POST=` with its path."
    waivable = False
    VALID = [Example(policy=_TWO_EDITORS, post="approved_by: ewa-nowak")]
    INVALID = [
        Invalid(
            policy=_TWO_EDITORS,
            post="approved_by: kari-lund",
            says="Kari Lund approved this post and is an author of it",
        ),
        Invalid(
            policy=_TWO_EDITORS,
            post="authors: [mikko-salo, ewa-nowak]\napproved_by: ewa-nowak",
            says="Ewa Nowak approved this post and is an author of it",
        ),
    ]

    def check_signoffs(self, site: Site, signoffs: Signoffs) -> Iterator[Finding]:
        """Find approvals by one of the authors."""
        for post in site.posts:
            for fact in signoffs.posts[post.path].facts if post.path in signoffs.posts else ():
                if fact.about == "four-eyes":
                    yield self.finding(post.spot(fact.key), fact.message, fix=fact.fix)
