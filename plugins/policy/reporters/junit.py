"""For Jenkins, GitLab and other test reports: one test case per file, failed where it has an error.

JUnit's XML has no specification; this keeps to `junit-10.xsd` of Jenkins's xUnit plugin. Readers take only the first
`failure` of a test case (GitLab: `lib/gitlab/ci/parsers/test/junit.rb`), so there is one, naming every error.
Warnings and infos, waived and old findings are told in `system-out`. Characters that XML 1.0 (2.2) does not allow are
spelled out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

from ..counts import count
from ..finding import Finding, Report
from ..style import Style
from ..visible import visible

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, style: Style) -> str:
    """Return one test suite."""
    stopped = {finding.spot.file for finding in report.findings if finding.severity == "error"}
    files = sorted({*report.checked, *(finding.spot.file for finding in report.findings)})
    totals = {"tests": str(len(files)), "failures": str(len(stopped)), "errors": "0"}
    suites = ElementTree.Element("testsuites", {"name": "masthead", **totals})
    suite = ElementTree.SubElement(suites, "testsuite", {"name": f"masthead {report.phase}", **totals})
    properties = ElementTree.SubElement(suite, "properties")
    counted = {"posts": report.posts, "waived": len(report.waived), "baselined": len(report.baselined)}
    for name, value in {"phase": report.phase, "as_of": report.as_of, **counted}.items():
        ElementTree.SubElement(properties, "property", {"name": name, "value": str(value)})
    for file in files:
        _case(suite, file, report, style)
    passed = [*_told("waived", (waived.finding for waived in report.waived)), *_told("old", report.baselined)]
    if passed:
        ElementTree.SubElement(suite, "system-out").text = _xml("\n".join(passed))
    ElementTree.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, encoding="unicode") + "\n"


def _case(suite: ElementTree.Element, file: str, report: Report, style: Style) -> None:
    case = ElementTree.SubElement(
        suite, "testcase", {"classname": f"masthead.{report.phase}", "name": _xml(visible(file))}
    )
    found = [finding for finding in report.findings if finding.spot.file == file]
    errors = [finding for finding in found if finding.severity == "error"]
    others = [finding for finding in found if finding.severity != "error"]
    if errors:
        rules = ", ".join(sorted({finding.rule for finding in errors}))
        failure = ElementTree.SubElement(case, "failure", {"type": rules, "message": _headline(errors)})
        failure.text = "\n" + "\n\n".join(_full(finding, style) for finding in errors) + "\n"
    if others:
        ElementTree.SubElement(case, "system-out").text = "\n" + "\n\n".join(_full(one, style) for one in others) + "\n"


def _headline(errors: list[Finding]) -> str:
    first = visible(errors[0].message)
    return _xml(first if len(errors) == 1 else f"{count(len(errors), 'error')}, first: {first}")


def _full(finding: Finding, style: Style) -> str:
    told = f"{visible(str(finding.spot))}: {finding.severity}[{finding.rule}] {visible(finding.message)}"
    return _xml(f"{told}\nfix: {visible(finding.fix)}\nwhy: {style.why(finding.rule)}")


def _told(word: str, findings: Iterable[Finding]) -> list[str]:
    return [f"{word}: {visible(str(finding.spot))}: {finding.rule}: {visible(finding.message)}" for finding in findings]


def _xml(text: str) -> str:
    return _NOT_XML.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
