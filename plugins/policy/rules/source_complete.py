"""The rule `source-complete`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ...site_model import House, Post, Source
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

_REPORT = "id: board-report, title: Incident report 3/2026, publisher: Havlinje"


@dataclass(frozen=True)
class SourceComplete(Rule):
    """Every listed source says what it is, who published it and where it is found.

    A reference that nobody can follow is no better than none: title and publisher find a moved page again, and what
    has no address (a logbook, a conversation) says in a note why. Pages change, so a policy may ask for a date too.
    """

    id = "source-complete"
    clause = "C1"
    who = AUTHOR
    fix = "Complete the source under `sources:`."
    VALID = [
        Example("sources:\n  - {" + _REPORT + ", url: https://www.havlinje.example/reports/3}\n"),
        Example("sources:\n  - {" + _REPORT + ", note: On paper in the harbour office}\n"),
        Example(
            "sources:\n  - {" + _REPORT + ", note: On paper, published: 2026-02-01}\n",
            policy="rules: {source-complete: {dated: true}}",
        ),
    ]
    INVALID = [
        Invalid("sources:\n  - {" + _REPORT + "}\n", says="source 'board-report' has no url"),
        Invalid("sources:\n  - {id: board-report, publisher: Havlinje, note: On paper}\n", says="has no title"),
        Invalid("sources:\n  - {id: board-report, title: Report 3, note: On paper}\n", says="has no publisher"),
        Invalid(
            "sources:\n  - {" + _REPORT + ", url: ftp://files.example/3}\n", says="the url 'ftp://files.example/3'"
        ),
        Invalid("sources:\n  - {" + _REPORT + ", url: www.havlinje.example}\n", says="the url 'www.havlinje.example'"),
        Invalid(
            "sources:\n  - {" + _REPORT + ", note: On paper}\n",
            policy="rules: {source-complete: {dated: true}}",
            says="source 'board-report' has no date",
        ),
    ]

    dated: bool = field(default=False, metadata={"doc": "Whether a source also needs `published:` or `accessed:`."})

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Look at each source where it is written; a translation does not answer for those it inherits."""
        if not post.original and "sources" not in post.given:
            return
        for index, source in enumerate(post.listed_sources):
            name = f"source '{source.id}'"
            for key, message, fix in self._wrong(source):
                yield self.finding(post.spot(f"sources[{index}].{key}"), f"{name} {message}", fix=fix)

    def _wrong(self, source: Source) -> Iterator[tuple[str, str, str]]:
        if not source.title:
            yield "title", "has no title", "Add `title:` to the source, as its first page gives it."
        if not source.publisher:
            yield "publisher", "has no publisher", "Add `publisher:` to the source: who stands behind it."
        if not source.url and not source.note:
            yield "url", "has no url", "Add `url:` to the source, or say in `note:` why there is none."
        if source.url and not _is_web_address(source.url):
            message = f"has the url '{source.url}', which is not a web address"
            yield "url", message, "Write the whole address in `url:`, starting with https://, or use `note:`."
        if self.dated and not (source.published or source.accessed):
            yield "accessed", "has no date", "Add `published:`, or `accessed:` with the day you read it."


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in url
