"""Record today's findings of posts older than the day of adoption: listed from now on, not failed, until edited."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ...policy.baseline import record, render
from ...policy.load_baseline import BASELINE_FILE
from ...site_model import Problem, SetupError
from ..site_folder import open_press
from ..write_file import write_file


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead baseline`."""


def run(arguments: Namespace) -> int:
    """Write `baseline.json` of the site in this folder."""
    press = open_press(Path.cwd())
    judgement = press.judge(with_baseline=False)
    policy = judgement.site.house.policy
    if not policy.adopted:
        fix = "Write the day from which the policy holds, such as `adopted: 2026-01-01`."
        raise SetupError((Problem(policy.spot("adopted"), "bad-value", "'adopted' is missing", fix),))
    baseline = record(judgement.report.findings, judgement.site)
    write_file(Path(BASELINE_FILE), render(baseline))
    findings = sum(sum(sayings.values()) for entry in baseline.posts.values() for sayings in entry.findings.values())
    told = f"{BASELINE_FILE}: {findings} findings of {len(baseline.posts)} posts older than {policy.adopted}"
    print(told, file=sys.stderr)
    return 0
