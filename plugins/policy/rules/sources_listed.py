"""The rule `sources-listed`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...site_model import House, NoSources, Post
from ..amounts import Several
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule


@dataclass(frozen=True)
class SourcesListed(Rule):
    """Every post lists the sources of its facts.

    Readers believe what they can look up, and whoever built on the work of others says so. A link in the text to
    another site is a source; so is an entry under `sources:`. A post without facts from elsewhere says that
    instead, with its reason, and the reason is there for the editor to weigh.
    """

    id = "sources-listed"
    clause = "C1"
    who = AUTHOR
    fix = "Link to a source in the text, list one under `sources:`, or write `sources: {none: the reason}`."
    VALID = [
        Example("---\nThe door had been inspected 41 times [@board-report].\n"),
        Example("---\nThe [timetable act](https://lovdata.no/) says so.\n", without=["sources"]),
        Example("sources: {none: my own experience on board}\n---\nI stayed at the quay.\n"),
    ]
    INVALID = [
        Invalid("sources: []\n---\nWe stayed at the quay.\n", says="no source is given"),
        Invalid("sources: []\n---\nSee [our fleet](../fleet.md).\n", says="no source is given"),
        Invalid(
            "---\nThe door had been inspected 41 times [@board-report].\n",
            policy="rules: {sources-listed: {minimum: 2}}",
            says="1 source is given, 2 are asked for",
        ),
        Invalid(
            "sources: {none: my own experience on board}\n---\nI stayed at the quay.\n",
            policy="rules: {sources-listed: {allow_none: false}}",
            says="says it has no sources",
        ),
    ]

    minimum: Several = field(default=1, metadata={"doc": "Sources a post needs, listed or linked to in its text."})
    allow_none: bool = field(default=True, metadata={"doc": "Whether `sources: {none: the reason}` will do."})

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Count the sources, each once however often it is used."""
        count = sum(1 for reference in post.references if reference.source.url or reference.source.title)
        if count >= self.minimum:
            return
        if not isinstance(post.sources, NoSources):
            given = "no source is" if count == 0 else f"{count} source{' is' if count == 1 else 's are'}"
            wanted = f", {self.minimum} are asked for" if self.minimum > 1 else ""
            yield self.finding(post.spot("sources"), f"{given} given{wanted}")
        elif not self.allow_none:
            fix = "Link to a source in the text, or list one under `sources:` in place of `none`."
            yield self.finding(post.spot("sources"), "the post says it has no sources", fix=fix)
