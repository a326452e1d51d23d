"""What is believed is never what asks to be believed."""

from __future__ import annotations

import shutil

import pytest
from blog import NOW, POST, Blog, said

from pelican.plugins.signoff.load_signoffs import verify_site


def test_the_protected_branch_is_believed(blog: Blog) -> None:
    blog.branch()
    blog.commit("Work")
    assert blog.signoffs().base.startswith("origin/main at ")


def test_on_the_protected_branch_the_commit_before_is_believed(blog: Blog) -> None:
    blog.add_key("ewa-nowak", blog.keys["second"])
    blog.sign(key=blog.keys["ewa-nowak"])
    blog.publish("A key and a sign-off at once")
    verdicts = blog.signoffs()
    assert verdicts.base.startswith("origin/main^ at ")
    assert verdicts.posts[POST].state == "approved"
    blog.sign(key=blog.keys["second"])
    assert blog.signoff(base="origin/main^").state == "invalid", "the new key is not in the commit before"
    assert blog.signoff().state == "approved", "a writer's own clone, with work on top, believes the branch"


def test_the_variable_names_another_base(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    blog.commit("Work")
    monkeypatch.setenv("MASTHEAD_BASE", "HEAD")
    assert blog.signoffs().base.startswith("HEAD at ")


@pytest.mark.parametrize("name", ["0" * 40, "no-such-branch", "--output=x"])
def test_a_base_that_is_none_is_no_reason_to_believe_the_tree(blog: Blog, name: str) -> None:
    blog.sign()
    verdicts = blog.signoffs(base=name)
    assert not verdicts.verified
    assert verdicts.why_no_base == f"the base '{name}' is no commit here"
    assert verdicts.posts[POST].state == "integrity-only"
    assert not verdicts.posts[POST].verified
    assert not (blog.root / "x").exists()


def test_without_git_only_integrity_is_checked(blog: Blog) -> None:
    blog.sign()
    shutil.rmtree(blog.root / ".git")
    verdicts = blog.signoffs()
    assert verdicts.posts[POST].state == "integrity-only"
    assert not verdicts.verified
    assert [fact.about for fact in verdicts.facts] == ["no-base"]
    assert "checked for integrity only" in verdicts.facts[0].message
    assert "MASTHEAD_BASE" in verdicts.facts[0].fix
    blog.change(POST, "had been inspected", "was inspected")
    assert blog.signoff().state == "stale", "integrity is still checked"


def test_without_the_git_program_only_integrity_is_checked(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    blog.sign()
    site = blog.site()
    monkeypatch.setenv("PATH", str(blog.root))
    verdicts = verify_site(site, blog.root, now=NOW)
    assert verdicts.why_no_base == "git is not installed"
    assert verdicts.posts[POST].state == "integrity-only"


def test_without_the_protected_branch_only_integrity_is_checked(blog: Blog) -> None:
    blog.git("remote", "remove", "origin")
    verdicts = blog.signoffs()
    assert verdicts.why_no_base == "there is no origin/main to believe; name the trusted commit in MASTHEAD_BASE"


def test_a_clone_without_history_has_no_commit_to_believe(blog: Blog) -> None:
    blog.git("clone", "-q", "--depth", "1", f"file://{blog.remote}", "../shallow")
    blog.root = blog.root.parent / "shallow"
    assert "has no commit before it" in blog.signoffs().why_no_base


def test_a_site_in_a_folder_of_its_repository_is_found(blog: Blog) -> None:
    inner = blog.root / "site"
    inner.mkdir()
    for name in ("content", "authors", "policy.yaml", ".gitattributes"):
        (blog.root / name).rename(inner / name)
    blog.publish("Move the site into a folder")
    blog.root = inner
    blog.branch()
    blog.sign()
    blog.publish("Approve")
    blog.commit("Work")
    verdict = blog.signoff(base="origin/main")
    assert verdict.state == "approved", said(verdict)
    (blog.root / "content/blog/2026/example.signoffs/0001.json").unlink()
    assert "is in the trusted base and not here" in said(blog.signoff(base="origin/main"))


def test_a_base_without_policy_is_no_base(blog: Blog) -> None:
    blog.git("rm", "-q", "--cached", "policy.yaml")
    blog.git("commit", "-q", "-m", "Lose the policy")
    assert blog.signoffs(base="HEAD").why_no_base.endswith("has no policy.yaml")


def test_a_base_with_a_broken_roster_is_no_base(blog: Blog) -> None:
    good = blog.read("authors/ewa-nowak.yaml")
    blog.write("authors/ewa-nowak.yaml", "name: [\n")
    blog.commit("Break Ewa")
    blog.write("authors/ewa-nowak.yaml", good)
    assert "authors/ewa-nowak.yaml of HEAD at" in blog.signoffs(base="HEAD").why_no_base
