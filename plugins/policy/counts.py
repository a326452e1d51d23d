"""Numbers of findings in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .finding import Finding, Severity

_ORDER: tuple[Severity, ...] = ("error", "warning", "info")


def tally(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, the gravest first."""
    found = Counter(finding.severity for finding in findings)
    return {severity: found[severity] for severity in _ORDER}


def count_severities(findings: Iterable[Finding]) -> str:
    """Return `2 errors, 1 warning`, or nothing."""
    return ", ".join(
        f"{number} info" if severity == "info" else count(number, severity)
        for severity, number in tally(findings).items()
        if number
    )


def count(number: int, noun: str) -> str:
    """Return `1 post` or `12 posts`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
