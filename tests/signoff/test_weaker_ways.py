"""`merge` and `field`, for those who start: they say who, and never call it verified."""

from __future__ import annotations

from datetime import timedelta

import pytest
from blog import NOW, POST, Blog, said

EWA = {"GIT_COMMITTER_NAME": "Ewa Nowak", "GIT_COMMITTER_EMAIL": "Ewa.Nowak@havlinje.example"}
TRAILER = "\n\nApproved-by: Ewa Nowak <ewa.nowak@havlinje.example>"
CORRECTION = "voice: personal\ncorrections:\n  - {date: 2026-03-20, text: A word, by: kari-lund}\n"


@pytest.fixture
def merging(blog: Blog) -> Blog:
    blog.edit_policy(signoff={"require": "merge"})
    blog.publish("Let posts out by merging", NOW - timedelta(days=1))
    blog.branch()
    blog.change(POST, "41 times", "42 times")
    blog.change(POST, "voice: personal\n", CORRECTION)
    blog.commit("Write")
    return blog


def _merge(blog: Blog, message: str = f"Merge{TRAILER}", *, squash: bool = False, **who: str) -> None:
    blog.git("checkout", "-q", "main")
    if squash:
        blog.git("merge", "-q", "--squash", "pr")
        blog.git("commit", "-q", "-m", message, **(who or EWA))
    else:
        blog.git("merge", "-q", "--no-ff", "-m", message, "pr", **(who or EWA))
    blog.push()


@pytest.mark.parametrize("squash", [True, False])
def test_an_editors_merge_with_a_trailer_lets_the_post_out(merging: Blog, squash: bool) -> None:
    _merge(merging, squash=squash)
    verdict = merging.signoff()
    assert verdict.state == "approved", said(verdict)
    assert (verdict.way, verdict.editor_name) == ("merge", "Ewa Nowak")
    assert not verdict.verified
    assert not merging.signoffs().verified


def test_a_post_waits_for_its_merge_and_does_not_go_out_before(merging: Blog) -> None:
    assert merging.signoff(phase="merge").state == "pending"
    verdict = merging.signoff(phase="publish")
    assert verdict.state == "missing"
    assert f"{POST} has changed and has not been merged" in said(verdict)


def test_a_merge_without_the_trailer_is_not_enough(merging: Blog) -> None:
    _merge(merging, "Merge")
    assert "has no line `Approved-by:` with the name of Ewa Nowak" in said(merging.signoff())


def test_a_trailer_with_somebody_elses_name_is_not_enough(merging: Blog) -> None:
    _merge(merging, "Merge\n\nApproved-by: Mikko Salo <mikko.salo@havlinje.example>")
    assert merging.signoff().state == "invalid"


def test_a_merge_by_somebody_who_is_no_editor_is_not_enough(merging: Blog) -> None:
    mikko = {"GIT_COMMITTER_NAME": "Mikko", "GIT_COMMITTER_EMAIL": "mikko.salo@havlinje.example"}
    _merge(merging, **mikko)
    assert "committed by Mikko Salo, who is no editor" in said(merging.signoff())


def test_an_editor_does_not_merge_an_own_post(merging: Blog) -> None:
    merging.change(POST, "authors: [kari-lund]", "authors: [ewa-nowak]")
    merging.commit("Write")
    _merge(merging)
    verdict = merging.signoff()
    assert verdict.state == "self"
    assert "committed by Ewa Nowak, who is an author of this post" in said(verdict)


def test_an_edit_after_the_merge_is_seen(merging: Blog) -> None:
    _merge(merging)
    merging.change(POST, "42 times", "43 times")
    assert merging.signoff().state == "missing"


def test_a_push_after_the_merge_is_seen(merging: Blog) -> None:
    _merge(merging)
    merging.change(POST, "42 times", "43 times")
    merging.publish("Just a digit")
    assert "committed by Kari Lund, who is no editor" in said(merging.signoff())


def test_a_changed_picture_needs_a_merge_too(merging: Blog) -> None:
    merging.picture("content/blog/2026/door.png")
    merging.write(POST, merging.read(POST) + "\n![Door](door.png)\n")
    merging.commit("Add a picture")
    _merge(merging)
    assert merging.signoff().state == "approved"
    merging.picture("content/blog/2026/door.png", "mikko-salo")
    merging.publish("Change the picture")
    assert "content/blog/2026/door.png came in with commit" in said(merging.signoff())


@pytest.fixture
def naming(blog: Blog) -> Blog:
    blog.edit_policy(signoff={"require": "field"})
    blog.publish("Let posts out by name")
    return blog


@pytest.mark.parametrize(
    ("editor", "state", "message"),
    [
        ("", "missing", "nobody is named in `approved_by:`"),
        ("ewa-nowak", "approved", ""),
        ("kari-lund", "invalid", "Kari Lund, named in `approved_by:`, is no editor"),
        ("nobody", "invalid", "'nobody' in `approved_by:` is nobody in authors/"),
    ],
)
def test_a_name_in_the_front_matter_is_believed(naming: Blog, editor: str, state: str, message: str) -> None:
    naming.change(POST, "voice: personal\n", f"voice: personal\napproved_by: {editor}\n")
    verdict = naming.signoff()
    assert verdict.state == state
    assert message in said(verdict)
    assert (verdict.way, verdict.verified) == ("field", False)


def test_an_editor_does_not_name_themselves_for_an_own_post(naming: Blog) -> None:
    naming.change(POST, "authors: [kari-lund]", "authors: [kari-lund, ewa-nowak]\napproved_by: ewa-nowak")
    verdict = naming.signoff()
    assert verdict.state == "self"
    assert "Ewa Nowak approved this post and is an author of it" in said(verdict)


def test_who_requires_nothing_gets_nothing(blog: Blog) -> None:
    blog.edit_policy(signoff={"require": "nothing"})
    blog.publish("Require nothing")
    blog.commit("Work")
    verdicts = blog.signoffs()
    assert verdicts.posts[POST].state == "not-required"
    assert verdicts.posts[POST].lets_out
    assert not verdicts.verified
