"""Two people, not two accounts."""

from __future__ import annotations

from datetime import timedelta

from blog import NOW, POST, Blog, said

from pelican.plugins.signoff.statement import Checklist


def _write_as(blog: Blog, *authors: str) -> None:
    blog.change(POST, "authors: [kari-lund]", f"authors: [{', '.join(authors)}]")


def test_an_editor_does_not_approve_an_own_post(blog: Blog) -> None:
    _write_as(blog, "ewa-nowak")
    blog.sign()
    verdict = blog.signoff()
    assert verdict.state == "self"
    assert "Ewa Nowak approved revision 1 on 2026-03-20 and is an author of this post" in said(verdict)
    assert "an editor who is none of the authors" in said(verdict)


def test_an_editor_does_not_approve_a_post_they_helped_to_write(blog: Blog) -> None:
    _write_as(blog, "kari-lund", "ewa-nowak")
    blog.sign()
    assert blog.signoff().state == "self"


def test_an_editor_with_a_second_entry_and_the_same_mail_is_the_same_person(blog: Blog) -> None:
    blog.write(
        "authors/e-n.yaml", "name: E. N.\nemployed: {from: 2020-01-01}\nmails: [Ewa.Nowak+blog@havlinje.example]\n"
    )
    _write_as(blog, "e-n")
    blog.publish()
    blog.sign()
    verdict = blog.signoff()
    assert verdict.state == "self"
    assert "the author 'e-n' and the editor 'ewa-nowak' are one person" in said(verdict)


def test_an_editor_with_a_second_entry_and_the_same_key_is_the_same_person(blog: Blog) -> None:
    blog.write("authors/e-n.yaml", "name: E. N.\nemployed: {from: 2020-01-01}\n")
    blog.add_key("e-n", blog.keys["ewa-nowak"])
    _write_as(blog, "e-n")
    blog.publish()
    blog.sign()
    assert blog.signoff().state == "self"


def test_one_person_is_found_through_a_chain_of_mails_and_keys(blog: Blog) -> None:
    blog.write("authors/middle.yaml", "name: Middle\nmails: [ewa.nowak@havlinje.example]\n")
    blog.add_key("middle", blog.keys["second"])
    blog.write("authors/far.yaml", "name: Far\nmails: [far@havlinje.example]\n")
    blog.add_key("far", blog.keys["second"])
    _write_as(blog, "far")
    blog.publish()
    blog.sign()
    assert blog.signoff().state == "self"


def test_the_pull_requests_own_roster_can_show_that_two_are_one(blog: Blog) -> None:
    blog.branch()
    blog.edit_person("kari-lund", mails=["kari.lund@havlinje.example", "ewa.nowak@havlinje.example"])
    blog.sign()
    assert blog.signoff().state == "self"


def test_a_forced_post_goes_out_for_72_hours_with_a_word_of_it(blog: Blog) -> None:
    blog.sign("ewa-nowak", "force", reason="Storm warning")
    verdict = blog.signoff()
    assert verdict.state == "forced"
    assert verdict.lets_out
    assert "Storm warning" in said(verdict)
    assert "to be approved by 2026-03-23 10:00 UTC" in said(verdict)


def test_a_forced_post_must_be_approved_in_time(blog: Blog) -> None:
    blog.sign("ewa-nowak", "force", reason="Storm warning")
    verdict = blog.signoff(now=NOW + timedelta(hours=72))
    assert verdict.state == "overdue"
    assert not verdict.lets_out
    assert "no other editor had approved it by 2026-03-23 10:00 UTC" in said(verdict)


def test_forcing_again_buys_no_time(blog: Blog) -> None:
    blog.sign("ewa-nowak", "force", reason="Storm warning")
    blog.sign("ewa-nowak", "force", reason="Still storming", moment=NOW + timedelta(hours=70))
    assert blog.signoff(now=NOW + timedelta(hours=73)).state == "overdue"


def test_who_forced_a_post_does_not_approve_it(blog: Blog) -> None:
    blog.sign("ewa-nowak", "force", reason="Storm warning")
    blog.sign()
    verdict = blog.signoff()
    assert verdict.state == "self"
    assert "had forced it out on 2026-03-20" in said(verdict)
    assert "Have another editor run" in said(verdict)


def test_another_editor_approves_a_forced_post(blog: Blog) -> None:
    blog.edit_policy(roles={"editor": ["ewa-nowak", "mikko-salo"]})
    blog.publish("Make Mikko an editor", when=NOW - timedelta(days=30))
    blog.branch()
    blog.sign("ewa-nowak", "force", reason="Storm warning")
    blog.sign("mikko-salo")
    assert blog.signoff().state == "approved"


def test_an_author_who_is_an_editor_may_force_but_not_approve(blog: Blog) -> None:
    _write_as(blog, "ewa-nowak")
    blog.sign("ewa-nowak", "force", reason="Storm warning")
    assert blog.signoff().state == "forced"


def test_somebody_without_a_role_does_not_force(blog: Blog) -> None:
    blog.sign("mikko-salo", "force", reason="I want to")
    assert "Mikko Salo was not editor or leader or communications" in said(blog.signoff())


def test_approving_takes_the_whole_checklist(blog: Blog) -> None:
    blog.sign(checklist=Checklist(facts=True, rights=True))
    assert "without having gone through facts, rights and confidentiality" in said(blog.signoff())
