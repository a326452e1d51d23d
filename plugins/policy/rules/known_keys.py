"""The rule `known-keys`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...site_model import Site
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

_PELICANS = {
    "status": "Delete it: there are no drafts here. Keep a post that is not ready on a branch.",
    "template": "Delete it: every post has the same template.",
    "save_as": "Delete it: `addresses:` in policy.yaml says where posts live, and `slug:` names one.",
    "url": "Delete it: `addresses:` in policy.yaml says where posts live, and `slug:` names one.",
    "description": "Write it as `summary:`.",
    "keywords": "Write them as `tags:`.",
}
"""What to do about keys that other Pelican sites have; the nearest of our keys would be no help."""


@dataclass(frozen=True)
class KnownKeys(Rule):
    """A post has only the keys that mean something here.

    A misspelt key says nothing and nobody notices: `disclosur: none` leaves the post undisclosed. Worse, Pelican turns
    every key into an attribute of the page, so a stray `template:`, `save_as:` or `_content:` could replace
    what was approved by something else. The list of keys is therefore closed.
    """

    id = "known-keys"
    clause = "P1"
    who = AUTHOR
    fix = "Correct the spelling of the key, or delete it."
    pages = True
    VALID = [
        Example("tags: [delays, safety]\nvoice: professional"),
        Example("original_path: old/door.html", policy="rules: {known-keys: {ignored: [original_path]}}"),
    ]
    INVALID = [
        Invalid("disclosur: none", says="'disclosur'"),
        Invalid("template: plain", says="'template'"),
        Invalid("status: draft", says="'status'"),
        Invalid("sources: [{id: report, titel: Yearly report}]", says="'titel'"),
    ]

    ignored: tuple[str, ...] = field(
        default=(), metadata={"doc": "Keys of an older system that are read and dropped without a word."}
    )

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Pass on what the reader of the files found."""
        for problem in site.problems:
            if problem.kind == "unknown-key" and problem.key not in self.ignored:
                yield self.finding(problem.spot, problem.message, fix=_PELICANS.get(problem.key, problem.fix))
