"""A pull request does not soften what judges it: not the rules, nor the list of old findings, nor where they stand."""

from __future__ import annotations

import hashlib

import msgspec
from repository import FIRST, NEW, TEXT, Repository

POLICY_OF_ITS_OWN = "company: {name: Havlinje, url: https://blog.havlinje.example}\n"
UNSIGNED = "nobody has signed this post off"


def check(repository: Repository, phase: str = "merge") -> str:
    ended = repository.site.run("masthead", "check", "--phase", phase)
    assert ended.code, "it passes"
    return ended.said


def test_a_list_of_old_findings_does_not_come_with_the_post_it_excuses(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "pr")
    text = TEXT.replace("2026-03-18", "2023-03-18").replace("topic: operations", "topic: football")
    repository.site.write(NEW, text)
    entry = {"digest": hashlib.sha256(text.encode()).hexdigest(), "findings": {"relevant-topic": {"any": 1}}}
    widened = msgspec.json.encode({"version": 1, "posts": {NEW: entry}}).decode()
    repository.site.write("baseline.json", widened)
    repository.commit("Excuse a new post as an old one")
    repository.sign(NEW)
    assert f"trust-changed] baseline.json changes together with {NEW}" in check(repository)


def test_settings_do_not_name_another_policy_than_the_protected_branch_has(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "pr")
    repository.site.write("lax.yaml", POLICY_OF_ITS_OWN)
    repository.site.add("pelicanconf.py", "POLICY_FILE = 'lax.yaml'\n")
    repository.site.write(NEW, TEXT)
    repository.commit("Bring a policy along")
    assert "lax.yaml:1:1: error[bad-value] the settings name lax.yaml as the policy, and origin/main at" in check(
        repository
    )
    assert repository.site.run("pelican").code == 2


def test_a_policy_that_was_moved_is_not_moved_back_by_a_branch(repository: Repository) -> None:
    (repository.site.root / "policy.yaml").rename(repository.site.root / "house.yaml")
    repository.site.add("pelicanconf.py", "POLICY_FILE = 'house.yaml'\n")
    repository.commit("Move the policy")
    repository.push()
    repository.git("checkout", "-q", "-b", "pr")
    repository.git("checkout", "-q", "HEAD^", "--", "pelicanconf.py")
    repository.site.write("policy.yaml", POLICY_OF_ITS_OWN)
    assert "the settings name policy.yaml as the policy" in check(repository)


def test_settings_do_not_change_together_with_posts(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "pr")
    repository.site.add("pelicanconf.py", "MASTHEAD_PHASE = 'write'\n")
    repository.site.write(NEW, TEXT)
    repository.commit("Ask for less")
    said = check(repository, "publish")
    assert UNSIGNED in said
    assert f"pelicanconf.py changes together with {NEW}" in said
    repository.git("checkout", "-q", "main")
    repository.site.add("pelicanconf.py", "DEFAULT_PAGINATION = 5\n")
    assert repository.site.run("masthead", "check").code == 0, "by themselves they may"


def test_a_folder_called_like_those_of_statements_hides_no_post(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "pr")
    hidden = FIRST.replace("example.md", "quay.signoffs/post.md")
    repository.site.write(hidden, TEXT)
    repository.site.add("policy.yaml", "rules: {sources-listed: off}\n")
    repository.commit("Hide a post")
    assert f"policy.yaml changes together with {hidden}" in check(repository)
