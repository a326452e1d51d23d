"""A site with git and a bare remote, worked on with the commands alone."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import yaml
from real_keys import KeyPair
from site_folder import SMALL, SiteFolder, lay_site

FIRST = "content/blog/2026/example.md"
NEW = "content/blog/2026/quay.md"
TEXT = """\
---
title: Why the quay was empty
date: 2026-03-18
authors: [mikko-salo]
topic: operations
audience: passengers
goal: openness
voice: personal
disclosure: none
summary: A quay without people is not a quiet quay.
sources: {none: It is about what I saw myself.}
tags: [safety]
---

I came down to the quay and nobody was there. That was our fault, and we have changed the board.
"""
_WHO = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Mikko Salo",
    "GIT_AUTHOR_EMAIL": "mikko.salo@havlinje.example",
    "GIT_COMMITTER_NAME": "Mikko Salo",
    "GIT_COMMITTER_EMAIL": "mikko.salo@havlinje.example",
}


class Repository:
    """A site with git and a bare remote, worked on with the commands alone."""

    def __init__(self, site: SiteFolder, key: KeyPair) -> None:
        self.site = site
        self.key = key

    def git(self, *words: str) -> None:
        environment = {**os.environ, **_WHO}
        subprocess.run(["git", *words], cwd=self.site.root, env=environment, check=True, capture_output=True)

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def commit_nothing(self) -> None:
        self.git("commit", "-q", "--allow-empty", "-m", "Work")

    def push(self) -> None:
        self.git("push", "-q", "origin", "HEAD:main")
        self.git("fetch", "-q", "origin")

    def sign(self, post: str) -> None:
        ended = self.site.run("masthead", "sign", "--post", post, "--yes", "--key", str(self.key.private))
        assert ended.code == 0, ended.said


def make_repository(folder: Path, keys: Mapping[str, KeyPair]) -> Repository:
    """Begin with one post that is approved and merged."""
    site = lay_site(SMALL, folder / "site", folder / "state")
    policy = yaml.load((site.root / "policy.yaml").read_text("utf-8"), yaml.BaseLoader)
    policy["signoff"] = {"require": "ssh"}
    site.write("policy.yaml", yaml.safe_dump(policy, sort_keys=False, allow_unicode=True))
    site.add("authors/ewa-nowak.yaml", f"keys:\n  - {{key: {keys['ewa-nowak'].public}, from: 2020-01-01}}\n")
    site.write(".gitignore", "output/\noutput-kit/\n.masthead/\n.*.lock\n.*.building/\n")
    site.write(".gitattributes", "* text=auto eol=lf\ncontent/** -text\n*.png binary\n")
    made = Repository(site, keys["ewa-nowak"])
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(folder / "remote.git")], check=True)
    made.git("init", "-q", "-b", "main")
    made.git("remote", "add", "origin", str(folder / "remote.git"))
    made.commit("Begin")
    made.push()
    made.sign(FIRST)
    made.commit("Approve the first post")
    made.push()
    return made
