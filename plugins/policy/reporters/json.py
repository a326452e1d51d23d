"""For scripts and other programs: everything a check found, as one JSON document.

Its shape is `docs/schemas/report.schema.json`, made from the types below. `version` grows when a reader of the
former version could be misled; further keys may come without that. JSON is RFC 8259.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from ...site_model import Phase
from ..counts import tally
from ..finding import Finding, Report, Severity, Waived, Who
from ..json_text import json_text
from ..style import Style

Count = Annotated[int, Meta(ge=0)]
Place = Annotated[int, Meta(ge=1)]


class ToldEdit(Struct, frozen=True, kw_only=True):
    """A mechanical correction: what stands from the place to its end becomes `replacement`."""

    file: str
    line: Place
    column: Place
    end_line: Place | None
    end_column: Place | None
    replacement: str


class ToldFinding(Struct, frozen=True, kw_only=True):
    """One finding. Lines and columns count code points from 1; the end is exclusive, and null where it is unknown."""

    file: str
    line: Place
    column: Place
    end_line: Place | None
    end_column: Place | None
    severity: Severity
    rule: str
    message: str
    fix: str
    who: Annotated[Who, Meta(description="Who can mend it.")]
    clause: Annotated[str, Meta(description="Id of the requirement that the rule serves.")]
    why: Annotated[
        str, Meta(description="Where the rule's reason can be read: its page, or the command that prints it.")
    ]
    edit: ToldEdit | None


class ToldWaiver(Struct, frozen=True, kw_only=True):
    """A finding that a waiver lets pass."""

    finding: ToldFinding
    reason: str
    granted_by: str
    until: Annotated[str, Meta(description="Last day of the waiver.")]


class Counts(Struct, frozen=True, kw_only=True):
    """How many there are of each kind."""

    error: Count
    warning: Count
    info: Count
    waived: Count
    baselined: Count


class Document(Struct, frozen=True, kw_only=True):
    """What `make check FORMAT=json` writes."""

    version: Literal[1]
    phase: Phase
    as_of: Annotated[str, Meta(description="The day that rules judged by.")]
    stops: Annotated[bool, Meta(description="Whether an error stops this phase.")]
    posts: Annotated[Count, Meta(description="Posts checked.")]
    counts: Counts
    findings: tuple[ToldFinding, ...]
    waived: tuple[ToldWaiver, ...]
    baselined: Annotated[tuple[ToldFinding, ...], Meta(description="Findings of old posts, left alone until edited.")]


def render(report: Report, style: Style) -> str:
    """Return the document, indented."""
    severities = {str(severity): number for severity, number in tally(report.findings).items()}
    document = Document(
        version=1,
        phase=report.phase,
        as_of=report.as_of,
        stops=report.stops,
        posts=report.posts,
        counts=Counts(**severities, waived=len(report.waived), baselined=len(report.baselined)),
        findings=tuple(_finding(one, style) for one in report.findings),
        waived=tuple(_waiver(one, style) for one in report.waived),
        baselined=tuple(_finding(one, style) for one in report.baselined),
    )
    return json_text(msgspec.to_builtins(document), indent=2) + "\n"


def _finding(finding: Finding, style: Style) -> ToldFinding:
    edit = finding.edit
    return ToldFinding(
        **msgspec.structs.asdict(finding.spot),
        severity=finding.severity,
        rule=finding.rule,
        message=finding.message,
        fix=finding.fix,
        who=finding.who,
        clause=finding.clause,
        why=style.why(finding.rule),
        edit=ToldEdit(**msgspec.structs.asdict(edit.spot), replacement=edit.replacement) if edit else None,
    )


def _waiver(waived: Waived, style: Style) -> ToldWaiver:
    finding = _finding(waived.finding, style)
    return ToldWaiver(finding=finding, reason=waived.reason, granted_by=waived.granted_by, until=waived.until)
