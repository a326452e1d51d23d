"""The rule `correction-noted`."""

from __future__ import annotations

from collections.abc import Iterator

from ...signoff.verdict import Signoffs
from ...site_model import Site
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

_CORRECTION = 'corrections:\n  - {date: 2026-03-12, text: "We wrote 41, it was 42.", by: kari-lund}\n'


class CorrectionNoted(Rule):
    """A post that readers have seen changes only with a dated correction that says what was wrong.

    Admitting a mistake earns trust, being caught at changing it in silence costs more than the mistake.
    `minor: true` marks typography. What readers have seen is known from the protected branch.
    """

    id = "correction-noted"
    clause = "C11"
    who = AUTHOR
    fix = "Add an entry to `corrections:` with `date`, `text` (what was wrong, and what is right) and `by`."
    VALID = [
        Example(before="", post=f"title: The door again\n{_CORRECTION}"),
        Example(before="", policy="adopted: 2024-02-01"),
    ]
    INVALID = [
        Invalid(before="", post="title: The door again\n", says="the post was published and changed after 2026-03-10"),
        Invalid(
            before="",
            post=f"title: The door again\n{_CORRECTION.replace('2026-03-12', '2026-03-09')}",
            says="the new correction is dated 2026-03-09",
        ),
        Invalid(
            before="",
            post=f"title: The door again\n{_CORRECTION.replace('kari-lund', 'nobody')}",
            says="the new correction is by 'nobody'",
        ),
    ]

    def check_signoffs(self, site: Site, signoffs: Signoffs) -> Iterator[Finding]:
        """Find silent changes."""
        for post in site.posts:
            for fact in signoffs.posts[post.path].facts if post.path in signoffs.posts else ():
                if fact.about == "correction":
                    yield self.finding(post.spot(fact.key), fact.message, fix=fact.fix)
