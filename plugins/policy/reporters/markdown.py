"""For a pull request: one comment with a table for each who can mend something, the rest folded away.

GitHub Flavored Markdown: https://github.github.com/gfm/ (tables are 4.10). GitHub takes 65,536 characters in a comment;
what does not fit is counted instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..counts import count, count_severities
from ..finding import RANK, Finding, Report, Who
from ..markdown_text import markdown_code, markdown_text
from ..style import Style

_GROUPS: dict[Who, str] = {
    "author": "author",
    "editor": "editor",
    "communications": "communications team",
    "developer": "developer",
}
_ROOM = 60_000


def render(report: Report, style: Style) -> str:
    """Return the comment."""
    errors = sum(finding.severity == "error" for finding in report.findings)
    verdict = f"stopped by {count(errors, 'error')}" if errors else "nothing stops it"
    told = count_severities(report.findings) or "nothing to mend"
    judged = f"{count(report.posts, 'post')} checked for {report.phase}, as of {report.as_of}"
    lines = [
        f"### Masthead: {verdict}",
        "",
        f"{judged}: {told}, {len(report.waived)} waived, {len(report.baselined)} old.",
    ]
    tail = [
        *_folded("waived", len(report.waived), _waived(report)),
        *_folded("old", len(report.baselined), _old(report)),
    ]
    room = _ROOM - sum(map(len, lines))
    for who, name in _GROUPS.items():
        group = sorted((one for one in report.findings if one.who == who), key=lambda one: -RANK[one.severity])
        if group:
            table = list(_table(group, room))
            room -= sum(map(len, table))
            lines += ["", f"#### For the {name}: {count_severities(group)}", "", *table]
    if sum(map(len, tail)) <= room:
        lines += tail
    return "\n".join(lines) + "\n"


def _table(findings: list[Finding], room: int) -> Iterator[str]:
    yield "| where | what | what to do |"
    yield "|---|---|---|"
    for index, finding in enumerate(findings):
        row = _row(finding)
        room -= len(row)
        if room < 0:
            left = len(findings) - index
            yield f"| | {count(left, 'more finding')} | `make check` shows all |"
            return
        yield row


def _row(finding: Finding) -> str:
    where = markdown_code(f"{finding.spot.file}:{finding.spot.line}")
    what = f"**{finding.severity}** `{finding.rule}`<br>{markdown_text(finding.message)}"
    return f"| {where} | {what} | {markdown_text(finding.fix)} |"


def _folded(title: str, number: int, lines: Iterable[str]) -> Iterator[str]:
    if number:
        yield from ("", f"<details><summary>{number:,} {title}</summary>", "", *lines, "", "</details>")


def _waived(report: Report) -> Iterator[str]:
    yield "| where | rule | until | granted by | reason |"
    yield "|---|---|---|---|---|"
    for one in report.waived:
        where = markdown_code(f"{one.finding.spot.file}:{one.finding.spot.line}")
        granted = f"{one.until} | {markdown_text(one.granted_by)} | {markdown_text(one.reason)}"
        yield f"| {where} | `{one.finding.rule}` | {granted} |"


def _old(report: Report) -> Iterator[str]:
    yield "Findings of posts older than the policy, left alone until they are edited."
    yield ""
    for file, number in sorted(Counter(finding.spot.file for finding in report.baselined).items()):
        yield f"- {markdown_code(file)}: {number:,}"
