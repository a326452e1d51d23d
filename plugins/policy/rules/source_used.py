"""The rule `source-used`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...site_model import House, Post, Spot
from ...site_model.did_you_mean import did_you_mean
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

_REPORT = "{id: board-report, title: Report 3, publisher: Havlinje, note: On paper}"
_LOG = "{id: ships-log, title: Log, publisher: Havlinje, url: https://www.havlinje.example/log}"


@dataclass(frozen=True)
class SourceUsed(Rule):
    """Every listed source is cited in the text, and every citation points to a listed source.

    A list of sources that the text never mentions lends weight it does not have, and a citation without its source
    leaves the reader standing. A link in the text to the source's address counts as a citation of it.
    """

    id = "source-used"
    clause = "C1"
    who = AUTHOR
    fix = "Cite the source in the text with `[@id]`, or take it out of `sources:`."
    VALID = [
        Example("---\nThe door had been inspected 41 times [@board-report].\n"),
        Example(f"sources: [{_LOG}]\n---\nWe sailed, [as the log says](https://www.havlinje.example/log).\n"),
        Example("---\nWe stayed at the quay.\n", policy="rules: {source-used: {further_reading: true}}"),
    ]
    INVALID = [
        Invalid("---\nWe stayed at the quay.\n", says="source 'board-report' is not cited in the text"),
        Invalid("---\nIt closed [@board-report], once [@bord-report].\n", says="there is no source 'bord-report'"),
        Invalid("sources: {none: my own view}\n---\nIt closed [@log].\n", says="there is no source 'log'"),
        Invalid(f"sources: [{_REPORT}, {_REPORT}]\n", says="2 sources have the id 'board-report'"),
    ]

    further_reading: bool = field(default=False, metadata={"doc": "Whether sources may be listed without being cited."})

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Hold the citations against the list, and the list against the citations."""
        listed = [source.id for source in post.listed_sources]
        used = {reference.source.id for reference in post.references if reference.places}
        for index, source in enumerate(listed):
            spot = post.spot(f"sources[{index}].id")
            if source in listed[:index]:
                message = f"{listed.count(source)} sources have the id '{source}'"
                yield self.finding(spot, message, fix="Give each source under `sources:` an `id:` of its own.")
            elif source not in used and not self.further_reading:
                yield self.finding(spot, f"source '{source}' is not cited in the text")
        for citation in post.citations:
            if citation.id not in listed:
                end = citation.column + len(citation.id) + 1
                spot = Spot(post.path, citation.line, citation.column, citation.line, end)
                fix = (
                    did_you_mean(citation.id, listed) if listed else "List it under `sources:`, or delete the citation."
                )
                yield self.finding(spot, f"there is no source '{citation.id}'", fix=fix)
