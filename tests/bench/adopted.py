"""A real blog, moved in: its posts, people and settings as they were, with what `masthead adopt` makes of them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from sites import CARDS_APART

# The old site knew nothing of these: they are counted, and do not stop the build.
_FACTS_OF_THE_HOUSE = ("author-profile", "strategy-complete", "leaders-present", "account-owners")


@dataclass(frozen=True)
class Read:
    """What became of the posts."""

    files: int
    read: int
    reported: int
    findings: Mapping[str, int]


def lay_old(root: Path, corpus: Path, every: int = 1) -> Path:
    """Copy the blog as stock Pelican builds it; `every` keeps one post of so many."""
    shutil.copytree(corpus / "content", root / "content", copy_function=shutil.copyfile)
    for number, place in enumerate(sorted((root / "content").rglob("*.md"))):
        if number % every:
            place.unlink()
    (root / "pelicanconf.py").write_text((corpus / "pelicanconf.py").read_text("utf-8") + "\nPLUGINS = []\n", "utf-8")
    return root


def lay_adopted(root: Path, corpus: Path, masthead: Path, environment: Mapping[str, str], every: int = 1) -> Path:
    """Move the blog in, but for its cards: adopt its people, then record the findings of its old posts."""
    lay_old(root, corpus, every)
    settings = (corpus / "pelicanconf.py").read_text("utf-8") + CARDS_APART
    (root / "pelicanconf.py").write_text(settings, "utf-8")
    people = ["--people", str(corpus / "authors.json")] if (corpus / "authors.json").exists() else []
    subprocess.run([masthead, "adopt", *people], cwd=root, env=environment, check=True, capture_output=True)
    policy = yaml.safe_load((root / "policy.yaml").read_text("utf-8"))
    policy["rules"] = {**policy.get("rules", {}), **dict.fromkeys(_FACTS_OF_THE_HOUSE, "warning")}
    (root / "policy.yaml").write_text(yaml.safe_dump(policy, allow_unicode=True, sort_keys=False), "utf-8")
    subprocess.run([masthead, "baseline"], cwd=root, env=environment, check=True, capture_output=True)
    return root


def what_was_read(root: Path, masthead: Path, environment: Mapping[str, str]) -> Read:
    """Check the adopted blog without its baseline and count."""
    (root / "baseline.json").rename(root / "baseline.aside")
    command = [masthead, "check", "--format", "json"]
    said = subprocess.run(command, cwd=root, env=environment, check=False, capture_output=True).stdout
    (root / "baseline.aside").rename(root / "baseline.json")
    report = json.loads(said)
    unread = {finding["file"] for finding in report["findings"] if finding["rule"] == "readable-post"}
    files = sum(1 for _ in (root / "content").rglob("*.md"))
    findings = Counter(finding["rule"] for finding in report["findings"])
    return Read(files, report["posts"], len(unread), dict(findings.most_common()))
