"""Somebody without the right to approve tries to look as if they had it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from blog import NOW, POST, Blog, said
from real_keys import make_key


def test_a_post_that_an_editor_signed_goes_out(blog: Blog) -> None:
    blog.branch()
    blog.sign()
    verdict = blog.signoff()
    assert verdict.verified
    assert (verdict.editor, verdict.revision) == ("ewa-nowak", 1)
    assert verdict.facts == ()


def test_a_post_that_nobody_signed_stays(blog: Blog) -> None:
    verdict = blog.signoff()
    assert verdict.state == "missing"
    assert not verdict.lets_out
    assert f"Ask Ewa Nowak to read the post and run `make sign POST={POST}`" in said(verdict)


def test_an_author_cannot_sign_in_the_editors_name_with_an_own_key(blog: Blog) -> None:
    blog.sign(key=blog.keys["mikko-salo"])
    verdict = blog.signoff()
    assert verdict.state == "invalid"
    assert "claims to be by Ewa Nowak, but the key SHA256:" in said(verdict)


def test_an_employee_who_is_no_editor_cannot_approve(blog: Blog) -> None:
    blog.sign("mikko-salo")
    assert "Mikko Salo was not editor on 2026-03-20" in said(blog.signoff())


def test_a_pull_request_cannot_bring_its_own_key(blog: Blog) -> None:
    blog.branch()
    blog.add_key("ewa-nowak", blog.keys["stranger"])
    blog.write(POST, blog.read(POST) + "\nMore.\n")
    blog.sign(key=blog.keys["stranger"])
    verdicts = blog.signoffs()
    assert verdicts.posts[POST].state == "invalid"
    assert "is not Ewa Nowak's" in said(verdicts.posts[POST])
    changed = [fact for fact in verdicts.facts if fact.about == "trust-changed"]
    assert [fact.message for fact in changed] == [f"authors/ewa-nowak.yaml changes together with {POST}"]
    assert "a pull request of its own" in changed[0].fix


def test_a_pull_request_cannot_make_its_author_an_editor(blog: Blog) -> None:
    blog.branch()
    blog.edit_policy(roles={"editor": ["ewa-nowak", "mikko-salo"]})
    blog.write(POST, blog.read(POST) + "\nMore.\n")
    blog.sign("mikko-salo")
    verdicts = blog.signoffs()
    assert "Mikko Salo was not editor on 2026-03-20" in said(verdicts.posts[POST])
    assert [fact.file for fact in verdicts.facts if fact.about == "trust-changed"] == ["policy.yaml"]


def test_a_pull_request_cannot_switch_the_sign_off_off(blog: Blog) -> None:
    blog.branch()
    blog.edit_policy(signoff={"require": "nothing"})
    verdicts = blog.signoffs()
    assert verdicts.way == "ssh"
    assert verdicts.posts[POST].state == "missing"
    assert verdicts.policy is not None
    assert verdicts.policy.signoff.require == "ssh"


def test_a_pull_request_cannot_pin_the_clock(blog: Blog) -> None:
    blog.branch()
    blog.edit_policy(as_of="2026-01-10")
    blog.sign(moment=NOW.replace(month=1, day=9))
    assert "is dated 2026-01-09 and came only now" in said(blog.signoff())


def test_a_new_colleague_and_their_first_post_are_two_pull_requests(blog: Blog) -> None:
    blog.branch()
    blog.write("authors/new-hand.yaml", "name: New Hand\nemployed: {from: 2026-01-01}\n")
    blog.write("content/blog/2026/new.md", blog.read(POST))
    messages = [fact.message for fact in blog.signoffs().facts]
    assert messages == ["authors/new-hand.yaml changes together with content/blog/2026/new.md"]


def test_a_change_of_the_roster_alone_is_nothing_special(blog: Blog) -> None:
    blog.branch()
    blog.add_key("ewa-nowak", blog.keys["second"])
    assert blog.signoffs().facts == ()


def test_somebody_elses_change_of_the_roster_is_not_ours(blog: Blog) -> None:
    blog.branch()
    blog.git("checkout", "-q", "main")
    blog.add_key("ewa-nowak", blog.keys["second"])
    blog.publish("Give Ewa a second key")
    blog.git("checkout", "-q", "pr")
    blog.write(POST, blog.read(POST) + "\nMore.\n")
    blog.sign()
    verdicts = blog.signoffs()
    assert verdicts.facts == ()
    assert verdicts.posts[POST].state == "approved"


def test_a_commits_signature_does_not_approve_anything(blog: Blog) -> None:
    made = blog.sign()
    blog.file(made, blog.keys["ewa-nowak"], namespace="git")
    assert "the signature was made for 'git', not for 'editorial-signoff.v1@blog.havlinje.example'" in said(
        blog.signoff()
    )


def test_a_mails_signature_does_not_approve_anything(blog: Blog) -> None:
    made = blog.sign()
    blog.file(made, blog.keys["ewa-nowak"], namespace="file")
    assert "the signature was made for 'file'" in said(blog.signoff())


def test_a_sign_off_of_another_site_does_not_count_here(blog: Blog) -> None:
    made = blog.sign()
    blog.file(made, blog.keys["ewa-nowak"], namespace="editorial-signoff.v1@other.example")
    assert blog.signoff().state == "invalid"


def test_a_real_signed_git_commit_holds_no_signature_that_fits(blog: Blog, tmp_path: Path) -> None:
    made = blog.sign()
    key = make_key(tmp_path, "committer")
    blog.edit_person("ewa-nowak", keys=[{"key": key.public, "from": "2020-01-01"}])
    blog.publish("Let Ewa sign with another key")
    blog.git(
        "-c",
        "gpg.format=ssh",
        "-c",
        f"user.signingkey={key.private}",
        "commit",
        "-q",
        "-S",
        "--allow-empty",
        "-m",
        "Sign",
    )
    raw = subprocess.run(
        ["git", "cat-file", "commit", "HEAD"], cwd=blog.root, capture_output=True, text=True, check=True
    ).stdout
    lines = raw.split("gpgsig ")[1].split("\n\n")[0].replace("\n ", "\n")
    (blog.root / f"{made.path}.sig").write_text(lines.strip() + "\n", "utf-8")
    assert "the signature was made for 'git'" in said(blog.signoff())
