"""What readers have seen changes in the open (C11)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from blog import NOW, POST, Blog, said

CORRECTION = "corrections:\n  - {date: 2026-03-20, text: 'We wrote 41, it was 42.', by: kari-lund}\n"


@pytest.fixture
def published(blog: Blog) -> Blog:
    blog.sign(moment=NOW - timedelta(days=1))
    blog.publish("Approve")
    blog.branch()
    blog.commit("Work")
    return blog


def _correct(blog: Blog, entry: str = CORRECTION) -> None:
    blog.change(POST, "voice: personal\n", f"voice: personal\n{entry}")


def test_a_published_post_does_not_change_in_silence(published: Blog) -> None:
    published.change(POST, "41 times", "42 times")
    published.sign()
    verdict = published.signoff()
    assert verdict.state == "approved"
    assert "the post was published and changed after 2026-03-19 without a correction" in said(verdict)
    assert "Add an entry to `corrections:`" in said(verdict)


def test_a_published_post_changes_with_a_correction_and_a_new_sign_off(published: Blog) -> None:
    published.change(POST, "41 times", "42 times")
    _correct(published)
    assert published.signoff().state == "stale"
    published.sign()
    verdict = published.signoff()
    assert (verdict.state, verdict.revision, verdict.facts) == ("approved", 2, ())


def test_typography_needs_a_minor_correction_and_a_sign_off_too(published: Blog) -> None:
    _correct(published, CORRECTION.replace("by: kari-lund", "by: kari-lund, minor: true"))
    published.sign()
    assert published.signoff().facts == ()


def test_a_second_change_needs_a_second_correction(published: Blog) -> None:
    _correct(published)
    published.sign()
    published.publish("Correct")
    published.commit("Work")
    published.change(POST, "41 times", "43 times")
    published.sign()
    assert "without a correction" in said(published.signoff(base="origin/main"))


def test_a_correction_is_not_taken_back(published: Blog) -> None:
    _correct(published)
    published.sign()
    published.publish("Correct")
    published.commit("Work")
    published.change(POST, CORRECTION, CORRECTION.replace("We wrote 41, it was 42.", "A comma."))
    published.sign()
    assert "a correction that was published by 2026-03-20 is gone or was rewritten" in said(
        published.signoff(base="origin/main")
    )


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (CORRECTION.replace("2026-03-20", "2026-03-18"), "the new correction is dated 2026-03-18"),
        (CORRECTION.replace("2026-03-20", "2026-03-21"), "the new correction is dated 2026-03-21"),
        (CORRECTION.replace("kari-lund", "nobody"), "the new correction is by 'nobody', who is nobody in authors/"),
    ],
)
def test_a_correction_says_when_and_by_whom(published: Blog, entry: str, message: str) -> None:
    _correct(published, entry)
    published.sign()
    assert message in said(published.signoff())


def test_a_post_that_was_not_published_yet_changes_freely(blog: Blog) -> None:
    blog.change(POST, "date: 2026-03-10", "date: 2026-04-10")
    blog.sign()
    blog.publish("Approve what is to come")
    blog.branch()
    blog.change(POST, "41 times", "42 times")
    blog.sign()
    assert blog.signoff(base="origin/main").facts == ()


def test_a_post_that_was_withdrawn_changes_freely(published: Blog) -> None:
    published.sign("ewa-nowak", "withdraw", reason="Wrong numbers")
    published.publish("Withdraw")
    published.commit("Work")
    published.change(POST, "41 times", "42 times")
    published.sign()
    verdict = published.signoff(base="origin/main")
    assert (verdict.state, verdict.facts) == ("approved", ())


def test_a_new_picture_is_a_change_too(blog: Blog) -> None:
    blog.picture("content/blog/2026/door.png")
    blog.write(POST, blog.read(POST) + "\n![The door](door.png)\n")
    blog.sign()
    blog.publish("Approve")
    blog.branch()
    blog.commit("Work")
    blog.picture("content/blog/2026/door.png", "mikko-salo")
    blog.sign()
    assert "without a correction" in said(blog.signoff())


@pytest.mark.parametrize("way", ["nothing", "field"])
def test_it_holds_without_signatures_as_well(blog: Blog, way: str) -> None:
    blog.edit_policy(signoff={"require": way})
    blog.change(POST, "voice: personal\n", "voice: personal\napproved_by: ewa-nowak\n")
    blog.publish("Begin without signatures")
    blog.branch()
    blog.commit("Work")
    assert blog.signoff().facts == ()
    blog.change(POST, "41 times", "42 times")
    assert "the post was published and changed after 2026-03-10 without a correction" in said(blog.signoff())
    _correct(blog)
    assert blog.signoff().facts == ()
