"""What a rule says about a place."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ..site_model import Phase, Spot

Severity = Literal["off", "info", "warning", "error"]
Who = Literal["author", "editor", "communications", "developer"]

AUTHOR: Who = "author"
EDITOR: Who = "editor"
COMMUNICATIONS: Who = "communications"
DEVELOPER: Who = "developer"

RANK: dict[Severity, int] = {"off": 0, "info": 1, "warning": 2, "error": 3}


class Edit(Struct, frozen=True):
    """A mechanical correction: the text from `spot` to its end becomes `replacement`."""

    spot: Spot
    replacement: str


class Finding(Struct, frozen=True):
    """One thing that is not as the policy asks.

    `message` is a lower-case fact with the value found, `fix` an imperative sentence, `clause` the requirement served.
    The rule leaves `severity` alone: the checker sets it from the policy and the phase.
    """

    spot: Spot
    rule: str
    message: str
    fix: str
    who: Who
    clause: str
    severity: Severity = "error"
    edit: Edit | None = None


class Waived(Struct, frozen=True):
    """A finding that a waiver lets pass, and which."""

    finding: Finding
    reason: str
    granted_by: str
    until: str


class About(Struct, frozen=True):
    """What a rule promises and why, for reporters that say so beside its findings."""

    promise: str
    reason: str = ""
    fix: str = ""


class Report(Struct, frozen=True, kw_only=True):
    """Everything a check found out, in the order of spots.

    `baselined` are findings of old posts that were there on the day of adoption.
    `excerpts` maps a file to its lines' texts where a finding stands, for reporters that show them;
    `checked` are the paths of the posts and `about` the rules that ran, for reporters that list them.
    `elsewhere` counts the errors that a report on one post leaves out.
    """

    phase: Phase
    as_of: str
    posts: int
    findings: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()
    baselined: tuple[Finding, ...] = ()
    excerpts: dict[str, dict[int, str]] = {}
    checked: tuple[str, ...] = ()
    about: dict[str, About] = {}
    elsewhere: int = 0

    @property
    def stops(self) -> bool:
        """Say whether anything found here stops the phase."""
        return any(finding.severity == "error" for finding in self.findings)
