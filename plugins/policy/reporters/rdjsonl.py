"""For reviewdog: one `Diagnostic` a line, with suggestions that a reviewer accepts by a click.

The Reviewdog Diagnostic Format is `proto/rdf/reviewdog.proto` in reviewdog/reviewdog: ends are exclusive, columns
count bytes of UTF-8, and a range without columns means whole lines. It has no place for waived and old findings.
"""

from __future__ import annotations

from ...site_model import Spot
from ..columns import place_in
from ..finding import Finding, Report, Severity
from ..json_text import json_text
from ..style import Style

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO", "off": "INFO"}


def render(report: Report, style: Style) -> str:
    """Return JSON Lines."""
    return "".join(json_text(_diagnostic(finding, report)) + "\n" for finding in report.findings)


def _diagnostic(finding: Finding, report: Report) -> dict[str, object]:
    spot, lines = finding.spot, report.excerpts.get(finding.spot.file, {})
    placed = place_in("utf-8", spot, lines)
    diagnostic: dict[str, object] = {
        "message": f"{finding.message}. {finding.fix}",
        "location": {"path": spot.file, "range": _range(placed) if placed else _lines(spot)},
        "severity": _SEVERITIES[finding.severity],
        "source": {"name": "masthead"},
        "code": {"value": finding.rule},
    }
    if finding.edit and finding.edit.spot.file == spot.file:
        edited = place_in("utf-8", finding.edit.spot, lines)
        if edited:
            diagnostic["suggestions"] = [{"range": _range(edited), "text": finding.edit.replacement}]
    return diagnostic


def _range(spot: Spot) -> dict[str, object]:
    start = {"line": spot.line, "column": spot.column}
    if spot.end_line is None:
        return {"start": start}
    return {"start": start, "end": {"line": spot.end_line, "column": spot.end_column}}


def _lines(spot: Spot) -> dict[str, object]:
    return {"start": {"line": spot.line}, "end": {"line": spot.end_line or spot.line}}
