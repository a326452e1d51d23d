"""A preview is built once more in the same process after an edit of a text, and is then what a cold build makes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from site_folder import SiteFolder, digests

from pelican.plugins.desk.preview_builds import PREVIEW, PreviewBuilds
from pelican.plugins.desk.preview_server import Changes

POST = "content/blog/2026/example.md"
FOLDERS = (PREVIEW, f"{PREVIEW}-kit")


@pytest.fixture
def builds(small_site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> Iterator[PreviewBuilds]:
    for name, value in small_site.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(small_site.root)
    builds = PreviewBuilds(small_site.root, Changes())
    assert builds.build() == 0
    yield builds
    builds.end()


def _as_cold(site: SiteFolder, cold: Path, folders: Sequence[str] = (PREVIEW,)) -> bool:
    """Say whether these folders are, byte by byte, what a build without any cache makes."""
    shutil.rmtree(cold, ignore_errors=True)
    shutil.copytree(site.root, cold, ignore=shutil.ignore_patterns(".masthead"))
    other = PreviewBuilds(cold, Changes())
    assert other.build() == 0
    other.end()
    return all(digests(site.root / name) == digests(cold / name) for name in folders)


def test_the_text_of_a_post_is_taken_up_by_the_process_that_built_before(
    small_site: SiteFolder, builds: PreviewBuilds, tmp_path: Path
) -> None:
    first = builds.process
    small_site.add(POST, "\nWe have since changed [the seals](https://seals.example/), all 12.\n")
    assert builds.build([small_site.root / POST]) == 0
    assert builds.process == first
    assert "the seals" in (small_site.root / PREVIEW / "en/2026/example/index.html").read_text("utf-8")
    assert _as_cold(small_site, tmp_path / "cold")
    small_site.add(POST, "\nAnd once more.\n")
    assert builds.build([small_site.root / POST]) == 0
    small_site.add(POST, "\nAnd again, while the kit of the edit before may still be written.\n")
    assert builds.build([small_site.root / POST]) == 0
    assert builds.process == first
    # Only now is the kit sure to be there: nobody waits for it.
    builds.end()
    assert _as_cold(small_site, tmp_path / "cold", FOLDERS)


def test_whatever_else_changes_is_built_by_a_process_that_knows_nothing(
    small_site: SiteFolder, builds: PreviewBuilds, tmp_path: Path
) -> None:
    first = builds.process
    whole = (small_site.root / POST).read_text("utf-8")
    small_site.write(POST, whole.replace("title: What", "title: Then what", 1))
    assert builds.build([small_site.root / POST]) == 0
    second = builds.process
    assert second != first, "a title stands on other pages"
    policy = (small_site.root / "policy.yaml").read_text("utf-8")
    small_site.write("policy.yaml", policy.replace("blog:", "blog: The other", 1))
    # Nobody told of the policy, only of a text that was edited at the same time.
    small_site.add(POST, "\nAnd once more.\n")
    assert builds.build([small_site.root / POST]) == 0
    assert builds.process != second
    builds.end()
    assert _as_cold(small_site, tmp_path / "cold", FOLDERS)


def test_a_kit_that_cannot_be_written_is_said_to_be_all_that_failed(
    small_site: SiteFolder, capfd: pytest.CaptureFixture[str]
) -> None:
    small_site.write(f"{PREVIEW}-kit", "in the way")
    builds = PreviewBuilds(small_site.root, Changes())
    assert builds.build() == 0
    builds.end()
    assert (small_site.root / PREVIEW / "index.html").exists()
    said = capfd.readouterr().err
    assert "The pages were replaced, and the texts for the networks are as they were:" in said
    assert "preview-kit is a file: take it away" in said
    assert "the output is as it was" not in said
