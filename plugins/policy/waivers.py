"""Dated exceptions: what they cover passes, and is counted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..site_model import Waiver
from .finding import Finding, Waived


def waive(
    findings: Iterable[Finding], waivers: Iterable[Waiver], today: date, fixed: frozenset[str]
) -> tuple[list[Finding], list[Waived]]:
    """Tell apart what stands from what a waiver in force covers; rules in `fixed` cannot be waived."""
    in_force = [waiver for waiver in waivers if waiver.granted <= today <= waiver.until and waiver.rule not in fixed]
    standing: list[Finding] = []
    waived: list[Waived] = []
    for finding in findings:
        waiver = next((one for one in in_force if _covers(one, finding)), None)
        if waiver:
            waived.append(Waived(finding, waiver.reason, waiver.granted_by, waiver.until.isoformat()))
        else:
            standing.append(finding)
    return standing, waived


def _covers(waiver: Waiver, finding: Finding) -> bool:
    return waiver.rule == finding.rule and waiver.post in (None, finding.spot.file)
