"""A build that is killed, interrupted or run twice at once leaves the old output or the new one, never a mixture."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from killed_builds import ADDED, POST, kill_builds
from site_folder import SiteFolder, digests

KILLER = """
import os, signal
from pelican import signals

seen = []

def act(*_, **__):
    seen.append(1)
    if len(seen) == {count}:
        os.kill(os.getpid(), signal.SIGKILL)

def register():
    signals.{moment}.connect(act)
"""


@pytest.fixture(scope="session")
def edited_and_built(
    built_small: SiteFolder, once: Callable[[str, Callable[[Path], None]], Path]
) -> tuple[SiteFolder, dict[str, str], dict[str, str]]:
    """A site whose post was edited after its build, and the digests of the old and of the new output. Read only."""

    def build(root: Path) -> None:
        site = built_small.copy(root / "site")
        site.add(POST, ADDED)
        assert site.run("masthead", "build", "--output", str(root / "new")).code == 0

    root = once("edited", build)
    site = SiteFolder(root / "site", built_small.state)
    old, new = digests(site.output), digests(root / "new")
    assert new != old
    return site, old, new


@pytest.fixture
def edited(
    edited_and_built: tuple[SiteFolder, dict[str, str], dict[str, str]], tmp_path: Path
) -> tuple[SiteFolder, dict[str, str], dict[str, str]]:
    site, old, new = edited_and_built
    return site.copy(tmp_path / "site"), old, new


def _start(site: SiteFolder) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [site.bin / "masthead", "build"],
        cwd=site.root,
        env=site.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("moment", "count"),
    [
        ("initialized", 1),
        ("article_generator_context", 1),
        ("all_generators_finalized", 1),
        ("content_written", 1),
        ("content_written", 30),
        ("finalized", 1),
    ],
)
def test_a_build_killed_at_its_work_leaves_the_old_output(
    moment: str, count: int, edited: tuple[SiteFolder, dict[str, str], dict[str, str]]
) -> None:
    site, old, _ = edited
    site.write("extra/killer.py", KILLER.format(moment=moment, count=count))
    site.add("pelicanconf.py", "\nPLUGIN_PATHS = ['extra']\nPLUGINS.append('killer')\n")
    assert site.run("masthead", "build").code == -signal.SIGKILL
    assert digests(site.output) == old


def test_a_build_killed_at_any_moment_leaves_the_old_output_or_the_new(small_site: SiteFolder) -> None:
    assert kill_builds(small_site, seed=2026, kills=4)["killed"]


def test_two_builds_at_once_both_end_well(edited: tuple[SiteFolder, dict[str, str], dict[str, str]]) -> None:
    site, _, new = edited
    builds = [_start(site), _start(site)]
    said = [build.communicate(timeout=120)[0] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    assert digests(site.output) == new
    assert not list(site.root.glob(".output*"))


def test_an_interrupted_build_is_no_success(edited: tuple[SiteFolder, dict[str, str], dict[str, str]]) -> None:
    site, old, _ = edited
    site.write("extra/killer.py", KILLER.format(moment="content_written", count=3).replace("SIGKILL", "SIGINT"))
    site.add("pelicanconf.py", "\nPLUGIN_PATHS = ['extra']\nPLUGINS.append('killer')\n")
    assert site.run("pelican").code == 130
    assert digests(site.output) == old
    assert not list(site.root.glob(".output*"))


def test_an_output_that_is_a_link_leads_to_the_new_site(
    edited: tuple[SiteFolder, dict[str, str], dict[str, str]], tmp_path: Path
) -> None:
    site, _, new = edited
    served = tmp_path / "served"
    site.output.rename(served)
    site.output.symlink_to(served)
    for _ in range(2):
        ended = site.run("masthead", "build")
        assert ended.code == 0, ended.said
        assert site.output.is_symlink()
        assert digests(served) == new


def test_an_output_that_is_a_file_is_left_alone(
    edited: tuple[SiteFolder, dict[str, str], dict[str, str]], tmp_path: Path
) -> None:
    site, _, _ = edited
    (tmp_path / "notes").write_text("mine", "utf-8")
    ended = site.run("masthead", "build", "--output", str(tmp_path / "notes"))
    assert ended.code == 3
    assert "the output is a folder, and notes is a file: take it away" in ended.said
    assert (tmp_path / "notes").read_text("utf-8") == "mine"
