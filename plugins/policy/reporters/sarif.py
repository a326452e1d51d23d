"""For code scanning (GitHub, Azure DevOps, editors): SARIF, with rules, suppressions and fixes.

SARIF 2.1.0 is an OASIS standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html. Columns are
UTF-16 code units (3.14.27), which most viewers take for granted; they are left out where a line's text is unknown.
Waived and old findings are results with a suppression (3.35), so every result has the array (3.27.23).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from ...site_model import Spot
from ..columns import place_in
from ..finding import About, Finding, Report, Severity
from ..fingerprint import fingerprints
from ..json_text import json_text
from ..style import Style

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note", "off": "none"}


def render(report: Report, style: Style) -> str:
    """Return one log with one run."""
    every = list(_suppressed(report))
    names = sorted({*report.about, *(finding.rule for finding, _ in every)})
    marks = fingerprints((finding for finding, _ in every), report.excerpts)
    results = [
        {
            **_result(finding, report),
            "ruleIndex": names.index(finding.rule),
            "suppressions": suppressions,
            **_identity(mark),
        }
        for (finding, suppressions), mark in zip(every, marks, strict=True)
    ]
    run = {
        "tool": {"driver": {"name": "Masthead", "rules": [_rule(name, report.about.get(name)) for name in names]}},
        "automationDetails": {"id": f"masthead/{report.phase}/"},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the site."}}},
        "columnKind": "utf16CodeUnits",
        "results": results,
        "properties": {"phase": report.phase, "asOf": report.as_of, "posts": report.posts},
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _suppressed(report: Report) -> Iterator[tuple[Finding, list[dict[str, Any]]]]:
    for finding in report.findings:
        yield finding, []
    for waived in report.waived:
        why = f"{waived.reason} (granted by {waived.granted_by}, until {waived.until})"
        yield waived.finding, [{"kind": "external", "status": "accepted", "justification": why}]
    for finding in report.baselined:
        why = "The post is older than the policy and has not been edited since."
        yield finding, [{"kind": "external", "status": "accepted", "justification": why}]


def _rule(name: str, about: About | None) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": name}
    if about:
        rule["shortDescription"] = _message(about.promise)
        rule["fullDescription"] = _message(f"{about.promise} {about.reason}".strip())
        rule["help"] = _message(about.fix or about.promise)
    return rule


def _result(finding: Finding, report: Report) -> dict[str, Any]:
    lines = report.excerpts.get(finding.spot.file, {})
    physical = {"artifactLocation": _file(finding.spot), "region": _region(finding.spot, lines)}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": _message(f"{finding.message}. {finding.fix}"),
        "locations": [{"physicalLocation": physical}],
        "properties": {"who": finding.who, "clause": finding.clause},
    }
    edited = (
        place_in("utf-16-le", finding.edit.spot, report.excerpts.get(finding.edit.spot.file, {}))
        if finding.edit
        else None
    )
    if finding.edit and edited and edited.end_line:
        replacement = {"deletedRegion": _columns(edited), "insertedContent": {"text": finding.edit.replacement}}
        change = {"artifactLocation": _file(edited), "replacements": [replacement]}
        result["fixes"] = [{"description": _message(finding.fix), "artifactChanges": [change]}]
    return result


def _identity(mark: str) -> dict[str, Any]:
    return {"partialFingerprints": {"ruleFileMessageLine/v1": mark}}


def _file(spot: Spot) -> dict[str, str]:
    return {"uri": quote(spot.file, errors="surrogatepass"), "uriBaseId": _ROOT}


def _region(spot: Spot, lines: dict[int, str]) -> dict[str, int]:
    placed = place_in("utf-16-le", spot, lines)
    if placed:
        return _columns(placed)
    return {"startLine": spot.line, "endLine": spot.end_line or spot.line}


def _columns(spot: Spot) -> dict[str, int]:
    start = {"startLine": spot.line, "startColumn": spot.column}
    end = {"endLine": spot.end_line, "endColumn": spot.end_column}
    return {**start, **{name: value for name, value in end.items() if value is not None}}


def _message(text: str) -> dict[str, str]:
    """Spell braces as 3.11.5 asks, and part what would be read as a link (3.11.6)."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}
