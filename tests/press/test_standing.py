"""What an edit leaves as it was: only then is a page that did not read the post taken without a second look."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs
from site_folder import SMALL, SiteFolder, lay_site

from pelican.plugins.press.judge import judge
from pelican.plugins.press.standing import NO_STANDING, Standing, standing_of
from pelican.plugins.press.tombstones import tombstones
from pelican.plugins.site_model.load_site import Places

POST = "content/blog/2026/example.md"
OTHER = "content/blog/2026/other.md"
PAGE = "content/pages/imprint.md"
PICTURE = "content/blog/2026/door.png"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    site = lay_site(SMALL, tmp_path / "site", tmp_path / "state")
    monkeypatch.setenv("XDG_STATE_HOME", str(site.state))
    text = (site.root / POST).read_text("utf-8")
    site.write(OTHER, text.replace("What a broken bow door", "What another door"))
    site.write(PAGE, "---\ntitle: Imprint\n---\nHavlinje, Storsund.\n")
    shutil.copy(next((site.root / "theme").rglob("*.png")), site.root / PICTURE)
    site.add(POST, f"\n![The bow door]({Path(PICTURE).name})\n")
    return site


def _standing(site: SiteFolder) -> Standing:
    judgement = judge(site.root, Places(), "publish")
    return standing_of(judgement, tombstones(judgement))


def _replace(path: str, old: str, new: str) -> Callable[[SiteFolder], None]:
    def edit(site: SiteFolder) -> None:
        text = (site.root / path).read_text("utf-8")
        assert old in text
        site.write(path, text.replace(old, new))

    return edit


def test_an_edited_text_stands_for_itself(site: SiteFolder) -> None:
    before = _standing(site)
    assert _standing(site) == before
    site.add(POST, "\nWe have since changed [the seals](https://seals.example/).\n")
    assert _standing(site).edited(before) == {POST}
    site.add(OTHER, "\nAnd here too.\n")
    assert _standing(site).edited(before) == {POST, OTHER}


@pytest.mark.parametrize(
    "edit",
    [
        _replace(POST, "What a broken bow door", "What one bow door"),
        _replace(POST, "A bow door would not", "One bow door would not"),
        _replace(POST, "2026-03-10", "2026-03-11"),
        _replace(POST, "[safety, delays]", "[safety]"),
        _replace("policy.yaml", "as_of: 2026-03-20", "as_of: 2026-03-21"),
        _replace("policy.yaml", "Havlinje blog", "The Havlinje blog"),
        _replace("authors/kari-lund.yaml", "name: ", "name: Dr. "),
        _replace(PAGE, "Storsund", "Nordhamn"),
        lambda site: (site.root / OTHER).unlink(),
        lambda site: (site.root / PICTURE).write_bytes((site.root / PICTURE).read_bytes() + b"\0"),
        lambda site: site.add(POST, "\n[All of it]({attach}door.png)\n"),
    ],
    ids=["title", "summary", "date", "tags", "day", "policy", "person", "page", "post", "picture", "attachment"],
)
def test_where_more_than_a_text_was_edited_nothing_is_taken_for_granted(
    site: SiteFolder, edit: Callable[[SiteFolder], None]
) -> None:
    before = _standing(site)
    edit(site)
    assert _standing(site).edited(before) is None


def test_the_text_of_a_post_that_moves_files_is_no_matter_of_its_own(site: SiteFolder) -> None:
    site.add(POST, "\n[All of it]({attach}door.png)\n")
    before = _standing(site)
    site.add(POST, "\nOne more line.\n")
    assert _standing(site).edited(before) is None


def test_a_new_sign_off_counts_as_the_text_does(site: SiteFolder) -> None:
    judgement = judge(site.root, Places(), "publish")
    verdicts = judgement.signoffs.posts
    signed = {**verdicts, POST: structs.replace(verdicts[POST], editor="ewa-nowak", revision=2)}
    other = replace(judgement, signoffs=structs.replace(judgement.signoffs, posts=signed))
    assert standing_of(other, ()).edited(standing_of(judgement, ())) == {POST}


def test_nothing_is_known_of_an_output_without_a_ledger(site: SiteFolder) -> None:
    assert _standing(site).edited(NO_STANDING) is None
