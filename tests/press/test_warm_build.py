"""A warm build writes what a cold one would, touches nothing else, and trusts nothing that it did not write itself."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from edits import CODE
from site_folder import REPOSITORY, SiteFolder, digests
from warm_against_cold import run_sequence

POST = "content/blog/2026/example.md"
LEDGER = ".masthead/output.sqlite"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_any_edits_a_warm_build_is_a_cold_one(seed: int, tmp_path: Path) -> None:
    run_sequence(tmp_path, seed)


@pytest.mark.parametrize(("file", "old", "new"), CODE)
def test_each_edit_of_code_finds_what_it_edits(file: str, old: str, new: str) -> None:
    code = (REPOSITORY / "plugins" / file).read_text("utf-8")
    assert old in code and old != new


def _times(folder: Path) -> dict[str, int]:
    return {name: (folder / name).stat().st_mtime_ns for name in digests(folder)}


def test_an_edited_text_gives_no_other_file_a_new_time(small_site: SiteFolder) -> None:
    before, times = digests(small_site.output), _times(small_site.output)
    small_site.add(POST, "\nWe have since changed the door's seals.\n")
    assert small_site.run("masthead", "build").code == 0
    after, later = digests(small_site.output), _times(small_site.output)
    changed = {name for name in after if after[name] != before[name]}
    assert "en/2026/example/index.html" in changed
    assert {name for name in later if later[name] != times[name]} == changed


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _flip(file: Path) -> None:
    body = bytearray(file.read_bytes())
    for at in range(0, len(body), 97):
        body[at] ^= 0x10
    file.write_bytes(body)


def _made_by_another_version(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA user_version=7")


def _planted(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("UPDATE kept SET value = zeroblob(200)")


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_cut, "begun anew, as it is damaged"),
        (_flip, "begun anew, as it is damaged"),
        (_made_by_another_version, "begun anew, as another version of Masthead made it"),
        (_planted, "entries that are damaged, or that somebody else wrote, were ignored"),
    ],
)
def test_a_ledger_that_cannot_be_believed_is_ignored_with_one_line(
    harm: Callable[[Path], None], said: str, small_site: SiteFolder
) -> None:
    same, times = digests(small_site.output), _times(small_site.output)
    for rest in small_site.root.glob(f"{LEDGER}-*"):
        rest.unlink()
    harm(small_site.root / LEDGER)
    built = small_site.run("masthead", "build")
    assert built.code == 0
    assert [line for line in built.err.splitlines() if "sqlite" in line] == [f"masthead: {LEDGER}: {said}"]
    assert digests(small_site.output) == same
    assert _times(small_site.output) == times


def test_a_ledger_that_is_gone_changes_no_byte_and_no_time(small_site: SiteFolder) -> None:
    same, times = digests(small_site.output), _times(small_site.output)
    for part in small_site.root.glob(f"{LEDGER}*"):
        part.unlink()
    assert small_site.run("masthead", "build").code == 0
    assert digests(small_site.output) == same
    assert _times(small_site.output) == times


def test_a_ledger_and_pages_planted_by_somebody_else_are_not_believed(small_site: SiteFolder, tmp_path: Path) -> None:
    same = digests(small_site.output)
    other = SiteFolder(tmp_path / "other", tmp_path / "other-state")
    shutil.copytree(small_site.root, other.root, ignore=shutil.ignore_patterns("output*", ".masthead"))
    other.write("theme/templates/article.html", f"Buy {secrets.token_hex(4)}")
    assert other.run("masthead", "build").code == 0
    for planted in (".masthead", "output"):
        shutil.rmtree(small_site.root / planted)
        shutil.copytree(other.root / planted, small_site.root / planted)
    assert small_site.run("masthead", "build").code == 0
    assert digests(small_site.output) == same


def test_a_page_that_somebody_changed_by_hand_is_made_again(small_site: SiteFolder) -> None:
    same = digests(small_site.output)
    page = small_site.output / "index.html"
    stamp = page.stat().st_mtime_ns
    page.write_bytes(page.read_bytes().replace(b"blog", b"glob"))
    assert page.stat().st_mtime_ns >= stamp
    assert small_site.run("masthead", "build").code == 0
    assert small_site.run("masthead", "build").code == 0
    assert digests(small_site.output) == same
