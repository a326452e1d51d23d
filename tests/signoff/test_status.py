"""`make status` says of every post what it waits for, on whom, and how long."""

from __future__ import annotations

from datetime import timedelta

import pytest
from blog import NOW, Blog
from repository import FIRST, NEW, TEXT, Repository

from pelican.plugins.signoff.load_signoffs import judge_site, load_evidence
from pelican.plugins.signoff.load_times import load_times
from pelican.plugins.signoff.verdict import State
from pelican.plugins.signoff.waiting import Waiting, waiting
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.load_site import USUAL_PLACES

TEMPLATE = "content/blog/2026/example.md"


def _told(blog: Blog, days: float = 0) -> dict[str, Waiting]:
    site, now = blog.site(), NOW + timedelta(days=days)
    evidence = load_evidence(site, blog.root, now=now, cache=Cache(None))
    signoffs = judge_site(site, evidence, USUAL_PLACES, "merge")
    times = load_times(evidence.trusted.git, "content")
    trust = evidence.trusted.trust
    return {one.post.split("/")[-1].removesuffix(".md"): one for one in waiting(site.posts, signoffs, trust, times)}


@pytest.fixture
def busy(blog: Blog) -> Blog:
    """A blog with a post in every state that signatures can lead to."""
    blog.edit_policy(roles={"editor": ["ewa-nowak", "mikko-salo"]})
    blog.publish("Make Mikko an editor", NOW - timedelta(days=59))
    names = ("approved", "stale", "withdrawn", "forced", "overdue", "self", "invalid", "missing", "future", "corrected")
    for name in names:
        blog.write(f"content/blog/2026/{name}.md", blog.read(TEMPLATE))
    (blog.root / TEMPLATE).unlink()
    blog.change("content/blog/2026/self.md", "[kari-lund]", "[ewa-nowak]")
    blog.change("content/blog/2026/future.md", "date: 2026-03-10", "date: 2026-04-10")
    blog.commit("Write", NOW - timedelta(days=4))
    for name in ("approved", "stale", "withdrawn", "self", "future", "corrected"):
        blog.sign(post=f"content/blog/2026/{name}.md", moment=NOW - timedelta(days=3))
    blog.sign(post="content/blog/2026/invalid.md", key=blog.keys["stranger"], moment=NOW - timedelta(days=3))
    blog.sign(
        "ewa-nowak", "withdraw", post="content/blog/2026/withdrawn.md", reason="x", moment=NOW - timedelta(days=2)
    )
    for name, days in (("forced", 1), ("overdue", 5)):
        moment = NOW - timedelta(days=days)
        blog.sign("ewa-nowak", "force", post=f"content/blog/2026/{name}.md", reason="x", moment=moment)
    blog.publish("Sign", NOW - timedelta(days=2))
    blog.branch()
    blog.change("content/blog/2026/stale.md", "41 times", "42 times")
    blog.change("content/blog/2026/corrected.md", "41 times", "42 times")
    blog.sign(post="content/blog/2026/corrected.md")
    blog.commit("Change two", NOW - timedelta(hours=5))
    blog.write("content/blog/2026/uncommitted.md", blog.read("content/blog/2026/missing.md"))
    return blog


def test_every_state_is_told(busy: Blog) -> None:
    told = _told(busy)
    lines = {name: (one.state, one.what, " or ".join(one.whom), one.how_long(NOW)) for name, one in told.items()}
    both = "Ewa Nowak or Mikko Salo"
    assert lines == {
        "approved": ("approved", "", "", "for 3 days"),
        "corrected": ("approved", "a correction that says what was wrong", "Kari Lund", "for 1 hour"),
        "forced": ("forced", "another editor's approval", "Mikko Salo", "for 24 hours"),
        "future": ("approved", "its day, 2026-04-10", "", "for 3 days"),
        "invalid": ("invalid", "a sign-off that counts", both, "for 3 days"),
        "missing": ("missing", "an editor's approval", both, "for 4 days"),
        "overdue": ("overdue", "another editor's approval", "Mikko Salo", "for 5 days"),
        "self": ("self", "another editor's approval", "Mikko Salo", "for 3 days"),
        "stale": ("stale", "an editor's look at the change", both, "for 5 hours"),
        "uncommitted": ("missing", "an editor's approval", both, "not committed yet"),
        "withdrawn": ("withdrawn", "a decision: it was withdrawn", "Ewa Nowak or Kari Lund", "for 2 days"),
    }


def test_states_that_signatures_do_not_lead_to_are_told_too(blog: Blog) -> None:
    blog.edit_policy(signoff={"require": "merge"})
    blog.publish("Let posts out by merging")
    blog.branch()
    blog.change(TEMPLATE, "41 times", "42 times")
    blog.commit("Write")
    assert (_told(blog)["example"].state, _told(blog)["example"].what) == ("pending", "an editor's merge")
    blog.edit_policy(signoff={"require": "nothing"})
    blog.publish("Require nothing")
    blog.commit("Work")
    assert _told(blog)["example"].state == "not-required"
    blog.edit_policy(signoff={"require": "ssh"})
    blog.git("remote", "remove", "origin")
    blog.sign()
    assert _told(blog)["example"].what == "a trusted base to check against"


def test_no_state_is_forgotten() -> None:
    tested = "approved integrity-only forced overdue withdrawn pending missing stale self invalid not-required"
    assert set(State.__args__) == set(tested.split())  # type: ignore[attr-defined]


def test_the_command_prints_the_longest_wait_first(repository: Repository) -> None:
    repository.site.write(NEW, TEXT)
    ended = repository.site.run("masthead", "status")
    assert ended.code == 0
    assert (
        f"{NEW} Why the quay was empty missing: waits for an editor's approval, on Ewa Nowak, not committed yet"
        in ended.said
    )
    assert "1 post waits for nothing" in ended.said
    ended = repository.site.run("masthead", "status", "--post", FIRST)
    assert "approved: waits for nothing" in ended.said
