"""Old posts are left alone as they were on the day of adoption, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import msgspec
from example_site import lay_out

from pelican.plugins.policy.baseline import Baseline, record
from pelican.plugins.policy.finding import AUTHOR, Finding
from pelican.plugins.policy.rule import Example
from pelican.plugins.site_model import Site, Spot
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.load_site import load_site

POST = "content/blog/2026/example.md"


def site_adopted_on(day: str, folder: Path) -> Site:
    return load_site(lay_out(Example(policy=f"adopted: {day}"), folder), cache=Cache(None))


def finding(rule: str = "goal", message: str = "'fame' is no goal") -> Finding:
    return Finding(Spot(POST), rule, message, "Write another.", AUTHOR, "C10")


def test_what_was_recorded_is_listed_once_and_no_more(tmp_path: Path) -> None:
    site = site_adopted_on("2026-03-11", tmp_path)
    baseline = record([finding()], site)
    assert baseline.tell_apart([finding(), finding()], site) == ([finding()], [finding()])
    assert baseline.tell_apart([finding(message="'glory' is no goal")], site)[1] == []


def test_an_edited_post_must_keep_every_rule(tmp_path: Path) -> None:
    site = site_adopted_on("2026-03-11", tmp_path)
    baseline = record([finding()], site)
    with (tmp_path / POST).open("a") as file:
        file.write("\nOne more line.\n")
    assert baseline.tell_apart([finding()], load_site(tmp_path, cache=Cache(None)))[1] == []


def test_a_post_that_is_not_old_cannot_be_written_into_the_file(tmp_path: Path) -> None:
    old = record([finding()], site_adopted_on("2026-03-11", tmp_path / "old"))
    assert old.posts
    assert old.tell_apart([finding()], site_adopted_on("2026-03-10", tmp_path / "new")) == ([finding()], [])
    assert record([finding()], site_adopted_on("2026-03-10", tmp_path / "newer")) == Baseline()


def test_a_rule_that_does_not_run_is_never_an_old_matter(tmp_path: Path) -> None:
    site = site_adopted_on("2026-03-11", tmp_path)
    broken = finding("rule-not-run", "the rule 'goal' did not run")
    assert record([broken], site) == Baseline()
    digest = next(post.digest for post in site.posts if post.path == POST)
    by_hand = {POST: {"digest": digest, "findings": {"rule-not-run": {broken.message: 1}}}}
    assert msgspec.convert({"version": 1, "posts": by_hand}, Baseline).tell_apart([broken], site) == ([broken], [])
