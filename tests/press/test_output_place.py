"""A build replaces its output as a whole, and nothing else: not the site, and no folder that somebody filled."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_folder import SiteFolder, digests


@pytest.mark.parametrize("place", [".", "..", "content", "content/blog/out", "authors", "theme", "policy.yaml"])
def test_the_site_is_never_replaced_by_its_output(place: str, small_site: SiteFolder) -> None:
    before = digests(small_site.root)
    for command in (["masthead", "build", "--output", place], ["pelican", "-o", place]):
        ended = small_site.run(*command)
        assert ended.code == 2
        assert "would replace" in ended.said
    after = digests(small_site.root)
    assert {path: after.get(path) for path in before} == before


def test_a_folder_that_somebody_filled_is_left_alone(small_site: SiteFolder, tmp_path: Path) -> None:
    small_site.write("papers/salaries.txt", "mine")
    ended = small_site.run("masthead", "build", "--output", "papers")
    assert ended.code == 2
    assert "papers' holds something that no build wrote, and all of it would be deleted" in ended.said
    assert (small_site.root / "papers/salaries.txt").read_text("utf-8") == "mine"


def test_an_output_of_stock_pelican_is_replaced(small_site: SiteFolder) -> None:
    small_site.write("public/index.html", "old")
    small_site.write("public/theme/style.css", "old")
    assert small_site.run("masthead", "build", "--output", "public").code == 0
    assert small_site.run("masthead", "build", "--output", "public").code == 0
