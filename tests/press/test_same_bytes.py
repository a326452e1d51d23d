"""The same inputs give the same bytes, wherever, whenever and by whomever they are built."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from site_folder import REPOSITORY, SiteFolder, digests, lay_site


def _differences(one: Path, other: Path) -> str:
    """Return what `diff -r` says, which also sees empty folders and links."""
    return subprocess.run(["diff", "-r", one, other], capture_output=True, encoding="utf-8", check=False).stdout


def test_another_folder_time_zone_locale_hash_seed_and_umask_change_no_byte(
    built_sample: SiteFolder, tmp_path: Path
) -> None:
    site = lay_site(REPOSITORY, tmp_path / "øvrig mappe" / "a b", tmp_path / "state")
    strange = {"TZ": "Pacific/Kiritimati", "LC_ALL": "nb_NO.UTF-8", "LANG": "pl_PL", "PYTHONHASHSEED": "4242"}
    command = [site.bin / "masthead", "build", "--output", "elsewhere"]
    ended = subprocess.run(
        ["sh", "-c", 'umask 077; exec "$@"', "sh", *command],
        cwd=site.root,
        env=site.environment(**strange),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert _differences(built_sample.output, site.root / "elsewhere") == ""
    assert _differences(built_sample.root / "output-kit", site.root / "elsewhere-kit") == ""


def test_a_second_build_of_a_warm_cache_changes_no_byte_and_no_time(sample_site: SiteFolder) -> None:
    before = {path: (sample_site.output / path).stat().st_mtime_ns for path in digests(sample_site.output)}
    same = digests(sample_site.output)
    assert sample_site.run("pelican", TZ="America/St_Johns", PYTHONHASHSEED="1").code == 0
    assert digests(sample_site.output) == same
    assert {path: (sample_site.output / path).stat().st_mtime_ns for path in same} == before


def test_pelicans_own_cache_brings_back_no_post_as_it_was(small_site: SiteFolder) -> None:
    small_site.add(
        "pelicanconf.py",
        "CACHE_CONTENT = LOAD_CONTENT_CACHE = True\n"
        "CONTENT_CACHING_LAYER = 'generator'\n"
        "CHECK_MODIFIED_METHOD = 'mtime'\n",
    )
    post = small_site.root / "content/blog/2026/example.md"
    assert small_site.run("pelican").code == 0
    before = post.stat()
    small_site.add("content/blog/2026/example.md", "\nWe have since changed the seals.\n")
    os.utime(post, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert small_site.run("pelican").code == 0
    page = (small_site.output / "en/2026/example/index.html").read_text("utf-8")
    assert "We have since changed the seals." in page
