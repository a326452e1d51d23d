"""Say what stands against publishing, and how to mend it.

Exit codes: 0 nothing stops it, 1 findings stop it, 2 the set-up itself is wrong.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import get_args

import msgspec

from ...policy.find_reporters import reporter_names
from ...policy.finding import Report
from ...press.settings import PHASE
from ...press.show import show_report
from ...site_model import Phase
from ..find_post import find_post
from ..site_folder import open_press


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead check`."""
    parser.add_argument("--post", metavar="PATH", help="only this post's findings")
    parser.add_argument("--phase", choices=get_args(Phase), help="how strict: while writing, at merge, or to publish")
    parser.add_argument("--format", choices=reporter_names(), default="text", help="how to write the findings")


def run(arguments: Namespace) -> int:
    """Check the site in this folder."""
    root = Path.cwd()
    press = open_press(root, {PHASE: arguments.phase} if arguments.phase else {})
    press.require_plugins()
    judgement = press.judge()
    report = judgement.report
    if arguments.post:
        report = only(report, find_post(arguments.post, judgement.site, root))
    show_report(report, sys.stdout, arguments.format)
    return 1 if report.stops else 0


def only(report: Report, path: str) -> Report:
    """Return the part of the report that is about one file."""
    findings = tuple(finding for finding in report.findings if finding.spot.file == path)
    elsewhere = [one for one in report.findings if one.severity == "error" and one.spot.file != path]
    return msgspec.structs.replace(
        report,
        posts=1,
        checked=(path,),
        findings=findings,
        elsewhere=len(elsewhere),
        waived=tuple(waived for waived in report.waived if waived.finding.spot.file == path),
        baselined=tuple(finding for finding in report.baselined if finding.spot.file == path),
    )
