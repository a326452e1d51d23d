"""What was signed stays signed, in its order, and cannot be used for anything else."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest
from blog import NOW, POST, Blog, said

from pelican.plugins.signoff.draft import DraftError

FOLDER = "content/blog/2026/example.signoffs"


@pytest.fixture
def signed(blog: Blog) -> Blog:
    """A blog whose protected branch has one approved post, with a pull request opened."""
    blog.sign()
    blog.publish("Approve")
    blog.branch()
    blog.commit("Work")
    assert blog.signoff().verified
    return blog


def test_a_sign_off_does_not_fit_another_post_with_the_same_text(signed: Blog) -> None:
    other = "content/blog/2026/copy.md"
    signed.write(other, signed.read(POST))
    shutil.copytree(signed.root / FOLDER, signed.root / "content/blog/2026/copy.signoffs")
    verdict = signed.signoff(other)
    assert verdict.state == "invalid"
    assert f"content/blog/2026/copy.signoffs/0001.json was signed for {POST}, not for this post" in said(verdict)


def test_a_sign_off_does_not_fit_another_post_with_a_stolen_id(blog: Blog) -> None:
    blog.sign(id="blog/2026/other")
    assert "was signed for the post 'blog/2026/other', and this is 'blog/2026/example'" in said(blog.signoff())


def test_a_text_that_was_approved_once_does_not_come_back(signed: Blog) -> None:
    first = signed.read(POST)
    signed.change(POST, "had been inspected", "was inspected")
    signed.sign()
    assert signed.signoff().revision == 2
    signed.write(POST, first)
    verdict = signed.signoff()
    assert verdict.state == "stale"
    assert "the text changed since Ewa Nowak approved revision 2" in said(verdict)


def test_a_later_statement_cannot_be_dropped_to_bring_an_old_text_back(signed: Blog) -> None:
    first = signed.read(POST)
    signed.change(POST, "had been inspected", "was inspected")
    signed.sign()
    signed.publish("Approve the change")
    signed.git("checkout", "-q", "-b", "rollback", "origin/main")
    signed.write(POST, first)
    for name in ("0002.json", "0002.json.sig"):
        (signed.root / FOLDER / name).unlink()
    signed.commit("Roll back")
    verdict = signed.signoff()
    assert verdict.state == "invalid"
    assert f"{FOLDER}/0002.json is in the trusted base and not here" in said(verdict)
    assert "git checkout" in said(verdict)


def test_a_history_cannot_be_deleted_and_signed_anew(signed: Blog) -> None:
    shutil.rmtree(signed.root / FOLDER)
    verdict = signed.signoff()
    assert verdict.state == "invalid"
    assert f"{FOLDER}/0001.json is in the trusted base and not here" in said(verdict)
    with pytest.raises(DraftError, match=r"0001\.json is in the trusted base and not here"):
        signed.sign()


def test_a_history_does_not_vanish_with_its_post(signed: Blog) -> None:
    shutil.rmtree(signed.root / FOLDER)
    (signed.root / POST).unlink()
    signed.commit("Delete the post, to write it anew in the next pull request")
    (fact,) = (fact for fact in signed.signoffs().facts if fact.about == "add-only" and ".json " in fact.message)
    assert fact.message == f"{FOLDER}/0001.json is in the trusted base and not here"
    assert "make withdraw" in fact.fix
    signed.git("checkout", "-q", "origin/main", "--", FOLDER)
    assert not signed.signoffs().facts, "the text may go, the record stays"


def test_a_statement_of_the_base_cannot_be_replaced_by_one_that_is_signed_as_well(signed: Blog) -> None:
    kept = {name: (signed.root / FOLDER / name).read_bytes() for name in ("0001.json", "0001.json.sig")}
    shutil.rmtree(signed.root / FOLDER)
    signed.change(POST, "had been inspected", "was inspected")
    signed.git("update-ref", "refs/remotes/origin/main", "origin/main^")
    signed.sign()
    signed.git("fetch", "-q", "origin")
    assert (signed.root / FOLDER / "0001.json").read_bytes() != kept["0001.json"]
    verdict = signed.signoff()
    assert verdict.state == "invalid"
    assert f"{FOLDER}/0001.json is not what the trusted base has: statements are never changed" in said(verdict)


def test_a_gap_in_the_revisions_is_refused(signed: Blog) -> None:
    made = signed.sign(revision=3)
    folder = signed.root / FOLDER
    (folder / "0002.json").rename(folder / "0003.json")
    (folder / "0002.json.sig").rename(folder / "0003.json.sig")
    assert made.path.endswith("0002.json")
    assert "revision 2 is missing" in said(signed.signoff())


def test_a_revision_under_another_number_is_refused(signed: Blog) -> None:
    signed.sign(revision=7)
    assert "0002.json says that it is revision 7" in said(signed.signoff())


def test_a_statement_that_does_not_follow_the_one_before_is_refused(signed: Blog) -> None:
    signed.sign(prev="0" * 64)
    assert "0002.json does not follow from the statement before it" in said(signed.signoff())


def test_a_first_statement_that_claims_one_before_it_is_refused(blog: Blog) -> None:
    blog.sign(prev="0" * 64)
    assert "does not follow from the statement before it" in said(blog.signoff())


def test_a_withdrawn_post_is_not_published(signed: Blog) -> None:
    signed.sign("ewa-nowak", "withdraw", reason="A passenger asked us to")
    verdicts = signed.signoffs()
    assert verdicts.posts[POST].state == "withdrawn"
    assert verdicts.posts[POST].reason == "A passenger asked us to"
    assert verdicts.withdrawn == {POST}
    assert not verdicts.posts[POST].lets_out


def test_an_editor_who_changes_their_mind_before_the_merge_is_heard(blog: Blog) -> None:
    blog.branch()
    blog.write("content/blog/2026/new.md", blog.read(POST))
    blog.sign(post="content/blog/2026/new.md")
    blog.commit("Write and approve")
    blog.git("checkout", "-q", "main")
    blog.git("checkout", "pr", "--", "content/blog/2026/new.signoffs", "content/blog/2026/new.md")
    blog.sign("ewa-nowak", "withdraw", post="content/blog/2026/new.md", reason="Not yet")
    blog.git("rm", "-q", "--cached", "content/blog/2026/new.md")
    (blog.root / "content/blog/2026/new.md").unlink()
    blog.publish("Withdraw, on the protected branch")
    blog.git("checkout", "-q", "pr")
    verdict = blog.signoff("content/blog/2026/new.md")
    assert verdict.state == "invalid"
    assert "new.signoffs/0002.json is in the trusted base and not here" in said(verdict)


def test_a_withdrawal_in_the_same_pull_request_is_heard(blog: Blog) -> None:
    blog.branch()
    blog.sign()
    blog.sign("ewa-nowak", "withdraw", reason="Not yet")
    assert blog.signoff().state == "withdrawn"


def test_a_back_dated_statement_is_refused(blog: Blog) -> None:
    blog.sign(moment=NOW - timedelta(days=15))
    assert "is dated 2026-03-05 and came only now: after 14 days it does not count any more" in said(blog.signoff())


def test_a_statement_from_the_future_is_refused(blog: Blog) -> None:
    blog.sign(moment=NOW + timedelta(minutes=16))
    assert "is dated 2026-03-20 11:16 UTC, which is still to come" in said(blog.signoff())


def test_clocks_may_differ_by_a_quarter_of_an_hour(blog: Blog) -> None:
    blog.sign(moment=NOW + timedelta(minutes=15))
    assert blog.signoff().state == "approved"


def test_an_old_statement_of_the_base_stays_good(signed: Blog) -> None:
    assert signed.signoff(now=NOW + timedelta(days=4000)).state == "approved"


def test_a_site_is_built_again_a_month_after_its_last_merge(blog: Blog) -> None:
    blog.sign()
    blog.publish("Approve")
    assert blog.signoffs().base.startswith("origin/main^ at")
    assert blog.signoff(now=NOW + timedelta(days=40)).state == "approved"


@pytest.mark.parametrize("way", ["squash", "rebase", "merge"])
def test_a_sign_off_survives_every_way_to_merge(blog: Blog, way: str) -> None:
    blog.branch()
    blog.change(POST, "had been inspected", "was inspected")
    blog.change(
        POST, "voice: personal", "voice: personal\ncorrections:\n  - {date: 2026-03-20, text: A word, by: kari-lund}"
    )
    blog.commit("Write")
    blog.sign()
    blog.commit("Approve")
    blog.git("checkout", "-q", "main")
    blog.write("content/blog/2026/unrelated.txt", "somebody else was here")
    blog.commit("Something else")
    if way == "squash":
        blog.git("merge", "-q", "--squash", "pr")
        blog.git("commit", "-q", "-m", "Squashed")
    elif way == "merge":
        blog.git("merge", "-q", "--no-ff", "-m", "Merge", "pr")
    else:
        blog.git("rebase", "-q", "main", "pr")
        blog.git("checkout", "-q", "main")
        blog.git("merge", "-q", "--ff-only", "pr")
    blog.push()
    verdict = blog.signoff()
    assert verdict.state == "approved", said(verdict)
    assert verdict.facts == ()


def test_a_windows_checkout_keeps_every_byte(signed: Blog) -> None:
    signed.git("push", "-q", "origin", "HEAD:main")
    signed.git("clone", "-q", "-c", "core.autocrlf=true", "-c", "core.eol=crlf", str(signed.remote), "../windows")
    signed.root = signed.root.parent / "windows"
    assert signed.signoff().state == "approved"


def test_a_checkout_that_converts_line_endings_is_told_so(signed: Blog) -> None:
    (signed.root / ".gitattributes").unlink()
    signed.publish("Forget the attributes")
    signed.git("clone", "-q", "-c", "core.autocrlf=true", str(signed.remote), "../windows")
    signed.root = signed.root.parent / "windows"
    verdict = signed.signoff()
    assert verdict.state == "invalid"
    assert "its line endings were converted" in said(verdict)
