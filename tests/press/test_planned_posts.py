"""A post waits for its date: judged at once, published by the first build then."""

from __future__ import annotations

from site_folder import SiteFolder

PLANNED = """---
title: Next week
date: 2026-03-27
authors: [kari-lund]
topic: operations
audience: passengers
goal: openness
voice: personal
disclosure: none
summary: What happens next week.
sources: {none: my own plans}
---
We sail.
"""
PAGE = "en/2026/next-week/index.html"


def test_a_planned_post_is_published_by_the_first_build_on_its_day(small_site: SiteFolder) -> None:
    small_site.write("content/blog/2026/next-week.md", PLANNED)
    ended = small_site.run("masthead", "build")
    assert ended.code == 0, ended.said
    assert "content/blog/2026/next-week.md: waits for 2026-03-27 00:00" in ended.said
    assert not (small_site.output / PAGE).exists()
    assert b"Next week" not in (small_site.output / "feeds/all.rss.xml").read_bytes()
    policy = small_site.root / "policy.yaml"
    policy.write_text(policy.read_text("utf-8").replace("as_of: 2026-03-20", "as_of: 2026-03-27"), "utf-8")
    assert small_site.run("masthead", "build").code == 0
    assert (small_site.output / PAGE).exists()


def test_a_planned_post_is_judged_before_its_day(small_site: SiteFolder) -> None:
    small_site.write("content/blog/2026/next-week.md", PLANNED.replace("disclosure: none\n", ""))
    ended = small_site.run("masthead", "build")
    assert ended.code == 3
    assert "disclosure" in ended.said


def test_a_site_that_copies_whole_folders_lets_no_planned_post_out(small_site: SiteFolder) -> None:
    small_site.add("pelicanconf.py", "STATIC_PATHS = ['blog']\nSTATIC_EXCLUDE_SOURCES = False\n")
    small_site.write("content/blog/2026/next-week.md", PLANNED + "\n[Our plan]({attach}plan.txt)\n")
    small_site.write("content/blog/2026/plan.txt", "We sail at nine.")
    small_site.write("content/blog/2026/timetable.txt", "We sail at ten.")
    ended = small_site.run("masthead", "build")
    assert ended.code == 0, ended.said
    copied = {place.name for place in (small_site.output / "blog").rglob("*") if place.is_file()}
    assert copied == {"example.md", "timetable.txt"}
