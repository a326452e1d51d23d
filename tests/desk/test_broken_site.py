"""The broken site breaks every rule once, and what is said of it was read by people before it was filed."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from site_folder import SiteFolder, lay_site

from pelican.plugins.policy.find_rules import find_rules

BROKEN = Path(__file__).parent.parent / "sites" / "broken"
ELSEWHERE = {
    "rule-not-run": "needs a rule that breaks down: tests/press/plants.py",
    "forced-out": "needs a signature with a real key: tests/signoff",
}
WITH_A_PAST = {"correction-noted", "trust-changed"}
UNDER_SIGNATURES = {"trusted-base"}


@pytest.fixture
def broken(tmp_path: Path, shared: Path) -> SiteFolder:
    return lay_site(BROKEN, tmp_path / "broken", shared / "state")


def _rules(report: str) -> set[str]:
    return set(re.findall(r"^\S.*?: (?:error|warning|info)\[([a-z-]+)\] ", report, re.MULTILINE))


def test_every_rule_is_broken_in_the_broken_site(broken: SiteFolder) -> None:
    ended = broken.run("masthead", "check")
    assert ended.code == 1
    assert _rules(ended.out) == set(find_rules()) - set(ELSEWHERE) - WITH_A_PAST - UNDER_SIGNATURES


def test_what_is_said_of_the_broken_site_is_what_was_read_and_filed(broken: SiteFolder) -> None:
    said = broken.run("masthead", "check").out
    filed = (BROKEN / "report.txt").read_text("utf-8")
    assert said == filed, "read the new report; if it is good, file it: masthead check > report.txt"


def test_a_published_post_changed_in_silence_and_with_its_policy_is_seen(broken: SiteFolder) -> None:
    for path, old, new in (
        ("content/blog/football.md", "Three to one, and", "Two to one, and"),
        ("policy.yaml", "longest_gap: 5", "longest_gap: 6"),
    ):
        now = (broken.root / path).read_text("utf-8")
        broken.write(path, now.replace(old, new))
    person = ["-c", "user.name=Anna Lie", "-c", "user.email=anna.lie@skrotferga.example"]
    for words in (["init", "-q"], ["add", "-A"], [*person, "commit", "-q", "-m", "Publish"]):
        subprocess.run(["git", *words], cwd=broken.root, check=True)
    subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=broken.root, check=True)
    for path in ("content/blog/football.md", "policy.yaml"):
        broken.write(path, (BROKEN / path).read_text("utf-8"))
    assert _rules(broken.run("masthead", "check").out) >= WITH_A_PAST


def test_signatures_without_a_trusted_side_are_seen(broken: SiteFolder) -> None:
    policy = (broken.root / "policy.yaml").read_text("utf-8")
    broken.write("policy.yaml", policy.replace("require: field", "require: ssh"))
    assert _rules(broken.run("masthead", "check").out) >= UNDER_SIGNATURES
