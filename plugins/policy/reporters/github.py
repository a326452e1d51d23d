"""For GitHub Actions: workflow commands that the runner turns into annotations beside the lines of a pull request.

Commands and their parameters: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions.
Escaping is that of GitHub's own toolkit, `packages/core/src/command.ts` in actions/toolkit: `%`, CR and LF everywhere,
`:` and `,` in parameters. The gravest come first, for the page shows only the first annotations of a step. Columns
are given within one line only, as the checks API asks for. The last command counts what was checked.
"""

from __future__ import annotations

from ..counts import count, count_severities
from ..finding import RANK, Finding, Report, Severity
from ..style import Style
from ..visible import visible

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice", "off": "debug"}


def render(report: Report, style: Style) -> str:
    """Return one command a line."""
    findings = sorted(report.findings, key=lambda finding: -RANK[finding.severity])
    told = count_severities(report.findings) or "nothing to mend"
    passed = f"{len(report.waived)} waived, {len(report.baselined)} old"
    summary = f"{count(report.posts, 'post')} checked for {report.phase}, as of {report.as_of}: {told}, {passed}"
    lines = [_annotation(finding, style) for finding in findings]
    return "\n".join([*lines, f"::notice title=Masthead::{_data(summary)}"]) + "\n"


def _annotation(finding: Finding, style: Style) -> str:
    spot = finding.spot
    where: dict[str, object] = {"file": visible(spot.file), "line": spot.line}
    if spot.end_line is not None:
        where["endLine"] = spot.end_line
    if spot.end_line in (None, spot.line):
        where["col"] = spot.column
        if spot.end_column is not None:
            where["endColumn"] = spot.end_column
    where["title"] = finding.rule
    parameters = ",".join(f"{name}={_parameter(str(value))}" for name, value in where.items())
    told = f"{visible(finding.message)}\nfix: {visible(finding.fix)}\nwhy: {style.why(finding.rule)}"
    return f"::{_COMMANDS[finding.severity]} {parameters}::{_data(told)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _parameter(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
