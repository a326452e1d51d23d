"""A post's whole way: written, refused, signed, merged, published; and one letter changed afterwards."""

from __future__ import annotations

import json

from repository import NEW, TEXT, Repository
from site_folder import digests


def test_a_post_is_written_refused_signed_merged_and_published(repository: Repository) -> None:
    site = repository.site
    repository.git("checkout", "-q", "-b", "quay")
    site.write(NEW, TEXT)
    repository.commit("Write about the quay")
    refused = site.run("masthead", "check", "--phase", "merge")
    assert refused.code == 1
    assert "error[editor-signoff] nobody has signed this post off" in refused.said
    assert f"Ask Ewa Nowak to read the post and run `make sign POST={NEW}`" in refused.said
    assert "Stopped by 1 error" in refused.said

    repository.sign(NEW)
    repository.commit("Approve the quay")
    passed = site.run("masthead", "check", "--phase", "merge")
    assert passed.code == 0, passed.said

    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--squash", "quay")
    repository.commit("Why the quay was empty")
    repository.push()
    published = site.run("masthead", "build")
    assert published.code == 0, published.said
    page = (site.output / "en/2026/quay/index.html").read_text("utf-8")
    assert "Why the quay was empty" in page
    record = json.loads((site.output / "governance.json").read_text("utf-8"))
    assert record["signoff"]["verified"]
    (entry,) = (post for post in record["posts"] if post["path"] == NEW)
    assert (entry["signoff"]["state"], entry["signoff"]["editor"]) == ("approved", "ewa-nowak")

    before = digests(site.output)
    site.write(NEW, TEXT.replace("nobody was there", "nobody was here"))
    repository.commit("One letter")
    repository.push()
    stopped = site.run("masthead", "build")
    assert stopped.code == 3
    assert "the text changed since Ewa Nowak approved revision 1 on 2026-03-20" in stopped.said
    assert "error[correction-noted]" in stopped.said
    assert digests(site.output) == before


def test_a_withdrawn_post_leaves_the_site(repository: Repository) -> None:
    site = repository.site
    site.write(NEW, TEXT)
    repository.sign(NEW)
    repository.commit("Write and approve")
    repository.push()
    assert site.run("masthead", "build").code == 0
    assert (site.output / "en/2026/quay/index.html").exists()
    words = ("--post", NEW, "--reason", "A passenger asked us to", "--key", str(repository.key.private))
    assert site.run("masthead", "withdraw", *words).code == 0
    repository.commit("Withdraw the quay")
    repository.push()
    ended = site.run("masthead", "build")
    assert ended.code == 0, ended.said
    assert not (site.output / "en/2026/quay/index.html").exists()


def test_a_forced_post_goes_out_with_a_word_of_it(repository: Repository) -> None:
    site = repository.site
    site.write(NEW, TEXT)
    words = ("--post", NEW, "--reason", "Storm warning", "--key", str(repository.key.private))
    forced = site.run("masthead", "force", *words)
    assert forced.code == 0
    assert "Another editor has to approve it within 72 hours." in forced.said
    repository.commit("Force the quay out")
    repository.push()
    ended = site.run("masthead", "build")
    assert ended.code == 0, ended.said
    assert "warning[forced-out] Ewa Nowak forced out revision 1" in ended.said


def test_a_stolen_branch_cannot_weaken_the_rule_that_judges_it(repository: Repository) -> None:
    site = repository.site
    repository.git("checkout", "-q", "-b", "quay")
    site.write(NEW, TEXT)
    site.add("policy.yaml", "rules: {editor-signoff: {merge: 'off'}, trust-changed: {merge: 'off'}}\n")
    repository.commit("Write about the quay, and look away")
    ended = site.run("masthead", "check", "--phase", "merge")
    assert ended.code == 1
    assert "error[editor-signoff] nobody has signed this post off" in ended.said
    assert "error[trust-changed] policy.yaml changes together with" in ended.said
