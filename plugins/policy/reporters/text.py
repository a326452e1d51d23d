"""For people at a terminal: place, fact, the line itself, what to do, and who can do it.

Each finding begins as compilers' messages do, `file:line:column: severity[rule] message`, so that editors can jump
to it: https://www.gnu.org/prep/standards/html_node/Errors.html. Colours are the ANSI ones of ECMA-48, 8.3.117.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..counts import count, count_severities
from ..excerpt import excerpt
from ..finding import AUTHOR, COMMUNICATIONS, DEVELOPER, EDITOR, Finding, Report, Severity, Who
from ..style import Style
from ..visible import visible

_GROUPS: dict[Who, str] = {
    AUTHOR: "For the author",
    EDITOR: "For the editor",
    COMMUNICATIONS: "For the communications team",
    DEVELOPER: "For the developer",
}
_COLOURS: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;36", "off": "2"}
_OLD_FILES_NAMED = 5


def render(report: Report, style: Style) -> str:
    """Return the report as lines of text."""
    parts: list[str] = []
    for who, title in _GROUPS.items():
        group = [finding for finding in report.findings if finding.who == who]
        if group:
            parts.append(_paint(f"{title}: {count_severities(group)}", "1;4", style))
            parts += ["\n".join(_finding(finding, report, style)) for finding in group]
    if report.waived:
        parts.append("\n".join(_waived(report, style)))
    if report.baselined:
        parts.append("\n".join(_old(report.baselined, style)))
    parts.append("\n".join(_summary(report, style)))
    return "\n\n".join(parts) + "\n"


def _finding(finding: Finding, report: Report, style: Style) -> Iterator[str]:
    spot = finding.spot
    place = _paint(f"{visible(spot.file)}:{spot.line}:{spot.column}:", "1", style)
    kind = _paint(f"{finding.severity}[{finding.rule}]", _COLOURS[finding.severity], style)
    yield f"{place} {kind} {visible(finding.message)}"
    text = report.excerpts.get(spot.file, {}).get(spot.line)
    if text is not None and text.strip():
        margin = f"{spot.line:>5} | "
        line, marker = excerpt(text, spot, max(style.width - len(margin), 20))
        yield _paint(margin, "2", style) + line
        bar = " " * (len(margin) - 2) + "| "
        yield _paint(bar, "2", style) + _paint(marker, _COLOURS[finding.severity], style)
    yield from _labelled("fix", visible(finding.fix), style)
    yield from _labelled("why", style.why(finding.rule), style)


def _labelled(label: str, text: str, style: Style) -> Iterator[str]:
    first, *rest = _wrapped(text, max(style.width - 7, 20))
    yield f"  {_paint(label + ':', '1;32' if label == 'fix' else '2', style)} {first}"
    yield from (f"       {line}" for line in rest)


@lru_cache(maxsize=1024)
def _wrapped(text: str, width: int) -> list[str]:
    """Break a text between words; what to do and why is the same for many findings."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]


def _waived(report: Report, style: Style) -> Iterator[str]:
    yield _paint(f"Waived: {len(report.waived)}", "1;4", style)
    for waived in report.waived:
        place, rule = visible(str(waived.finding.spot)), waived.finding.rule
        yield f"{place}: {rule} until {waived.until}, granted by {visible(waived.granted_by)}"
        yield from _labelled("for", visible(waived.reason), style)


def _old(findings: Iterable[Finding], style: Style) -> Iterator[str]:
    files = Counter(finding.spot.file for finding in findings)
    yield _paint(f"Old posts, left alone until they are edited: {files.total()}", "1;4", style)
    for file, number in sorted(files.items())[:_OLD_FILES_NAMED]:
        yield f"{visible(file)}: {number}"
    if len(files) > _OLD_FILES_NAMED:
        yield f"and {count(len(files) - _OLD_FILES_NAMED, 'more file')}; `FORMAT=json` lists them all"


def _summary(report: Report, style: Style) -> Iterator[str]:
    judged = f"{count(report.posts, 'post')} checked for {report.phase}, as of {report.as_of}"
    quiet = [f"{len(report.waived)} waived"] if report.waived else []
    quiet += [f"{len(report.baselined)} old"] if report.baselined else []
    yield f"{judged}: " + ", ".join([count_severities(report.findings) or "nothing to mend", *quiet])
    errors = sum(finding.severity == "error" for finding in report.findings)
    if errors:
        yield _paint(f"Stopped by {count(errors, 'error')}.", _COLOURS["error"], style)
    elif report.findings:
        yield _paint("Nothing stops it.", "1;32", style)
    mendable = sum(finding.edit is not None for finding in report.findings)
    if mendable:
        yield f"`make fix` mends {mendable} of them."
    if report.elsewhere:
        yield f"{count(report.elsewhere, 'error')} elsewhere: `make check` without `POST=` shows them."


def _paint(text: str, code: str, style: Style) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour else text
