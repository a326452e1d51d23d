"""Keys are lost, people leave, roles change hands: what was right then stays right, what comes after does not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from blog import NOW, POST, Blog, said

from pelican.plugins.signoff.load_signoffs import verify_site
from pelican.plugins.site_model import SetupError

LATER = NOW + timedelta(days=30)


@pytest.fixture
def signed(blog: Blog) -> Blog:
    """A blog whose protected branch has one post, approved on 20 March at 10 o'clock."""
    blog.sign()
    blog.publish("Approve")
    return blog


def _key(blog: Blog, name: str = "ewa-nowak", **dates: str) -> dict[str, str]:
    return {"key": blog.keys[name].public, "from": "2020-01-01", **dates}


def test_what_a_stolen_key_signed_before_the_theft_stays_good(signed: Blog) -> None:
    signed.edit_person("ewa-nowak", keys=[_key(signed, revoked="2026-03-21"), _key(signed, "second")])
    signed.publish("The key was stolen", LATER)
    assert signed.signoff(now=LATER).state == "approved"


def test_what_a_stolen_key_signs_after_the_theft_fails(blog: Blog) -> None:
    blog.edit_person("ewa-nowak", keys=[_key(blog, revoked="2026-03-18"), _key(blog, "second")])
    blog.publish("The key was stolen")
    blog.sign()
    verdict = blog.signoff()
    assert verdict.state == "invalid"
    assert "Ewa Nowak signed on 2026-03-20, but the key was revoked as of 2026-03-18" in said(verdict)


def test_what_a_stolen_key_signs_with_an_earlier_date_fails(blog: Blog) -> None:
    blog.edit_person("ewa-nowak", keys=[_key(blog, revoked="2026-03-18"), _key(blog, "second")])
    blog.publish("The key was stolen")
    blog.sign(moment=NOW - timedelta(days=5))
    assert "the key has been revoked, and this signature came afterwards, whatever day it names" in said(blog.signoff())


def test_everything_by_a_key_that_was_stolen_nobody_knows_when_fails(signed: Blog) -> None:
    signed.edit_person("ewa-nowak", keys=[_key(signed, revoked="2020-01-01"), _key(signed, "second")])
    signed.publish("The key was stolen, who knows when", LATER)
    verdict = signed.signoff(now=LATER)
    assert verdict.state == "invalid"
    assert "but the key was revoked as of 2020-01-01" in said(verdict)
    assert f"make sign POST={POST}" in said(verdict)


def test_a_revocation_counts_in_the_pull_request_that_brings_it(signed: Blog) -> None:
    signed.branch()
    signed.edit_person("ewa-nowak", keys=[_key(signed, revoked="2020-01-01"), _key(signed, "second")])
    assert signed.signoff(now=LATER).state == "invalid"


def test_a_post_of_a_stolen_key_is_signed_again_with_the_new_one(signed: Blog) -> None:
    signed.add_key("ewa-nowak", signed.keys["second"])
    signed.publish("Give Ewa a new key")
    signed.branch()
    signed.edit_person("ewa-nowak", keys=[_key(signed, revoked="2020-01-01"), _key(signed, "second")])
    signed.sign(key=signed.keys["second"])
    verdicts = signed.signoffs()
    assert verdicts.posts[POST].state == "approved"
    assert verdicts.facts == (), "signing again is no change of a post"


def test_a_key_signs_from_its_first_day_to_its_last(blog: Blog) -> None:
    blog.edit_person("ewa-nowak", keys=[_key(blog, **{"from": "2026-03-19", "until": "2026-03-19"})])
    blog.publish("A key for one day")
    for hours, state in ((-36, "invalid"), (-34, "approved"), (-12, "approved"), (-10, "invalid")):
        made = blog.sign(moment=NOW + timedelta(hours=hours))
        assert blog.signoff().state == state, hours
        for name in (made.path, f"{made.path}.sig"):
            (blog.root / name).unlink()


def test_the_posts_of_an_editor_who_left_stay_good(signed: Blog) -> None:
    signed.edit_person("ewa-nowak", employed={"from": "2019-08-15", "until": "2026-04-01"})
    signed.edit_policy(roles={"editor": ["mikko-salo"], "leader": ["kari-lund"], "communications": []})
    signed.edit_policy(signoff={"require": "ssh", "policy_changes": "keep"})
    signed.publish("Ewa leaves, Mikko takes over", NOW + timedelta(days=12))
    signed.branch()
    signed.commit("Work", LATER)
    verdict = signed.signoff(now=LATER)
    assert verdict.state == "approved", said(verdict)


def test_an_editor_who_left_signs_nothing_more(blog: Blog) -> None:
    blog.edit_person("ewa-nowak", employed={"from": "2019-08-15", "until": "2026-03-01"})
    blog.publish("Ewa leaves")
    blog.sign()
    assert "Ewa Nowak was not on staff on 2026-03-20" in said(blog.signoff())


def test_an_editor_who_left_signs_nothing_with_an_earlier_date(blog: Blog) -> None:
    blog.edit_person("ewa-nowak", employed={"from": "2019-08-15", "until": "2026-03-15"})
    blog.publish("Ewa leaves")
    blog.sign(moment=NOW - timedelta(days=7))
    assert "Ewa Nowak is not on staff any more" in said(blog.signoff())


def test_an_editor_who_handed_the_role_over_signs_nothing_with_an_earlier_date(blog: Blog) -> None:
    blog.edit_policy(roles={"editor": ["mikko-salo"]})
    blog.publish("Mikko takes over", NOW - timedelta(days=1))
    blog.branch()
    blog.sign(moment=NOW - timedelta(days=3))
    assert "Ewa Nowak is not editor any more" in said(blog.signoff())


def test_a_new_editor_did_not_have_the_role_before(blog: Blog) -> None:
    blog.edit_policy(roles={"editor": ["mikko-salo"]})
    blog.publish("Mikko takes over", NOW - timedelta(days=1))
    blog.branch()
    blog.sign("mikko-salo", moment=NOW - timedelta(days=3))
    assert "Mikko Salo was not editor on 2026-03-17" in said(blog.signoff())


def test_a_shallow_history_admits_that_it_may_be_wrong(blog: Blog) -> None:
    blog.sign()
    blog.publish("Approve", NOW - timedelta(hours=1))
    blog.edit_policy(roles={"editor": ["mikko-salo"]}, signoff={"require": "ssh", "policy_changes": "keep"})
    blog.publish("Mikko takes over")
    blog.commit("Work")
    blog.push()
    blog.git("clone", "-q", "--depth", "2", f"file://{blog.remote}", "../shallow")
    blog.root = blog.root.parent / "shallow"
    assert "Ewa Nowak was not editor on 2026-03-20 (as far as the shallow history tells)" in said(blog.signoff())


def test_a_person_who_signed_is_not_deleted(signed: Blog) -> None:
    signed.branch()
    (signed.root / "authors/ewa-nowak.yaml").unlink()
    facts = signed.signoffs().facts
    assert [fact.about for fact in facts] == ["roster"]
    assert facts[0].message == "authors/ewa-nowak.yaml is gone, and Ewa Nowak signed posts that stand"
    assert "people who left stay on file" in facts[0].fix


def test_a_key_that_signed_is_not_deleted(signed: Blog) -> None:
    signed.branch()
    signed.edit_person("ewa-nowak", keys=[_key(signed, "second")])
    facts = signed.signoffs().facts
    assert "is gone from authors/ewa-nowak.yaml, and Ewa Nowak signed posts with it that stand" in facts[0].message


def test_a_person_who_was_deleted_all_the_same_is_asked_back(signed: Blog) -> None:
    (signed.root / "authors/ewa-nowak.yaml").unlink()
    signed.publish("Delete Ewa")
    signed.commit("Work")
    signed.push()
    verdict = signed.signoff()
    assert verdict.state == "invalid"
    assert "names 'ewa-nowak', whom origin/main^ at" in said(verdict)
    assert "people who left stay on file" in said(verdict)


def test_the_loader_is_not_fooled_by_a_key_of_a_broken_file(blog: Blog) -> None:
    blog.write("authors/ewa-nowak.yaml", "name: [\n")
    with pytest.raises(SetupError):
        verify_site(blog.site(), blog.root)
