"""An old Pelican site moves in: `masthead adopt` takes it over, `masthead baseline` lists what was wrong before."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from site_folder import SiteFolder

OLD = Path(__file__).parent.parent / "sites" / "old"
POST = "content/articles/forste-tur.md"
HOUSE = """\
adopted: 2026-01-01
as_of: 2026-03-20
company: {name: Fjordbåten, url: https://fjord.example, languages: [nb]}
strategy: {topics: {Turer: {name: Turer}}}
rules:
  strategy-complete: off
  leaders-present: off
  author-profile: off
  known-keys: {ignored: [hero, status, template]}
"""


@pytest.fixture
def old_site(tmp_path: Path, shared: Path) -> SiteFolder:
    shutil.copytree(OLD, tmp_path / "old")
    return SiteFolder(tmp_path / "old", shared / "state")


@pytest.fixture
def moved_in(old_site: SiteFolder) -> SiteFolder:
    """The old site with people, a policy and a baseline."""
    assert old_site.run("masthead", "adopt").code == 0
    old_site.write("policy.yaml", HOUSE)
    assert old_site.run("masthead", "check").code == 1
    assert old_site.run("masthead", "baseline").code == 0
    return old_site


def test_people_and_settings_are_taken_over_and_nothing_is_made_up(old_site: SiteFolder) -> None:
    before = {file: file.read_bytes() for file in old_site.root.rglob("*") if file.is_file()}
    ended = old_site.run("masthead", "adopt")
    assert ended.code == 0, ended.said
    assert "3 files written, 0 that were there left alone, 3 posts read" in ended.out
    assert {file: file.read_bytes() for file in before} == before
    assert "\nname: Ole Næss\n" in (old_site.root / "authors/ole-naess.yaml").read_text("utf-8")
    policy = (old_site.root / "policy.yaml").read_text("utf-8")
    for words in ("name: Fjordbåten", "url: https://fjord.example", "- nb", "timezone: Europe/Oslo"):
        assert words in policy
    said = old_site.run("masthead", "check").out
    assert "error[readable-post]" not in said
    assert "error[known-keys]" not in said
    assert "error[named-author]" not in said


def test_what_is_there_is_never_overwritten(old_site: SiteFolder) -> None:
    mine = old_site.write("authors/ada-vik.yaml", "name: Ada Vik\nrole: Skipper\n")
    assert "1 that were there left alone" in old_site.run("masthead", "adopt").out
    assert "role: Skipper" in mine.read_text("utf-8")


def test_people_come_from_a_list_where_there_is_one(old_site: SiteFolder) -> None:
    people = [{"id": "ada", "name": "Ada Vik", "bio": "Skipper.", "links": {"mastodon": "https://social.example/@ada"}}]
    old_site.write("people.json", json.dumps(people))
    assert old_site.run("masthead", "adopt", "--people", "people.json").code == 0
    assert "bio: Skipper." in (old_site.root / "authors/ada.yaml").read_text("utf-8")
    old_site.write("people.json", "[")
    ended = old_site.run("masthead", "adopt", "--people", "people.json")
    assert ended.code == 2
    assert "people.json:1:1: error[unreadable] the list cannot be read" in ended.err


def test_a_draft_of_the_old_site_is_not_published_by_moving_in(moved_in: SiteFolder) -> None:
    text = (moved_in.root / POST).read_text("utf-8")
    moved_in.write(POST, text.replace("Status: published", "Status: draft"))
    moved_in.run("masthead", "baseline")
    ended = moved_in.run("masthead", "check")
    assert ended.code == 1
    assert f"{POST}:7:9: error[readable-post] 'status' is 'draft'" in ended.out
    assert moved_in.run("masthead", "build").code == 3
    assert not moved_in.output.exists()


def test_old_posts_are_listed_and_not_failed(moved_in: SiteFolder) -> None:
    ended = moved_in.run("masthead", "check")
    assert ended.code == 0, ended.out
    assert "Old posts, left alone until they are edited: " in ended.out
    assert f"{POST}: " in ended.out
    assert moved_in.run("masthead", "build").code == 0
    assert (moved_in.output / "forste-tur.html").exists()


def test_an_old_post_that_is_edited_is_judged_like_a_new_one(moved_in: SiteFolder) -> None:
    moved_in.add(POST, "\nOg så dro vi hjem.\n")
    ended = moved_in.run("masthead", "check")
    assert ended.code == 1
    judged = [line for line in ended.out.splitlines() if ": error[" in line]
    assert judged
    assert all(line.startswith(f"{POST}:") for line in judged)


def test_a_new_post_has_no_baseline(moved_in: SiteFolder) -> None:
    moved_in.write(
        "content/articles/ny.md", "Title: Ny\nDate: 2026-03-01\nAuthor: Ada Vik\nCategory: Turer\n\nNy tur.\n"
    )
    moved_in.run("masthead", "baseline")
    ended = moved_in.run("masthead", "check")
    assert ended.code == 1
    assert "content/articles/ny.md:1:1: error[disclosure]" in ended.out


def test_a_baseline_without_a_day_of_adoption_is_refused(old_site: SiteFolder) -> None:
    old_site.write("policy.yaml", HOUSE.replace("adopted: 2026-01-01\n", ""))
    ended = old_site.run("masthead", "baseline")
    assert ended.code == 2
    assert "'adopted' is missing" in ended.err
    assert not (old_site.root / "baseline.json").exists()
