"""Readers find words of their language in their language's posts, in a real browser, on this site alone."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsed_site import Visit, chromium, served, visit
from lxml import html
from playwright.sync_api import Browser
from site_folder import REPOSITORY, SiteFolder, digests, lay_site

ORACLES = REPOSITORY / "tests" / "browser"
WORDS = {
    "en": ("stopwatch", "What two knots save", "search/"),
    "nb": ("baugporten", "baugport", "nb/search/"),
    "fi": ("pumppu", "Mitä moottori kertoo", "fi/search/"),
    "pl": ("furta", "furta", "pl/search/"),
}
"""Per language a word that the other languages do not have, part of what must be found, and the search page."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def site(shared: Path, once: Callable[[str, Callable[[Path], None]], Path]) -> SiteFolder:
    """The sample site as `make publish` makes it."""

    def publish(root: Path) -> None:
        ended = lay_site(REPOSITORY, root, shared / "state").run("masthead", "publish")
        assert ended.code == 0, ended.said

    return SiteFolder(once("published", publish), shared / "state")


@pytest.fixture
def searching(site: SiteFolder, browser: Browser) -> Iterator[Callable[[str, str], Visit]]:
    """Open a search page and type."""
    with served(site.output) as address, visit(browser, address) as visited:

        def search(page: str, words: str) -> Visit:
            visited.page.goto(f"{address}/{page}")
            visited.page.get_by_role("searchbox").fill(words)
            visited.page.locator("[role=status]:not(:empty)").wait_for()
            return visited

        yield search


@pytest.mark.parametrize("lang", WORDS)
def test_a_word_of_each_language_is_found_in_that_language_alone(
    lang: str, searching: Callable[[str, str], Visit]
) -> None:
    word, piece, page = WORDS[lang]
    visited = searching(page, word)
    links = visited.page.locator(".found a")
    assert links.count() >= 1
    addresses = [link.get_attribute("href") or "" for link in links.all()]
    assert all(address.startswith(f"/{lang}/20") for address in addresses)
    assert piece.lower() in visited.page.locator(".found").inner_text().lower()
    assert word[:4].lower() in visited.page.locator(".found mark").first.inner_text().lower()
    for other, (_, _, elsewhere) in WORDS.items():
        if other != lang:
            found = searching(elsewhere, word).page.locator(".found a").all()
            assert not [link for link in found if (link.get_attribute("href") or "").startswith(f"/{lang}/")]
    assert not visited.elsewhere
    assert not visited.complaints


def test_what_was_found_opens_and_the_search_can_be_linked_to(searching: Callable[[str, str], Visit]) -> None:
    visited = searching("search/", "stopwatch")
    assert visited.page.url.endswith("/search/?q=stopwatch")
    visited.page.reload()
    visited.page.get_by_role("link", name="What two knots save").click()
    visited.page.wait_for_url("**/en/2026/what-two-knots-save/")
    assert not visited.complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_search_with_results_is_accessible_and_valid(scheme: str, site: SiteFolder, browser: Browser) -> None:
    with served(site.output) as address, visit(browser, address, color_scheme=scheme) as visited:
        visited.page.goto(f"{address}/search/?q=stopwatch")
        visited.page.locator(".found a").first.wait_for()
        visited.page.evaluate((ORACLES / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = visited.page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
        assert not [f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]
    command = ["npx", "html-validate", "--config", ".htmlvalidate.json", str(site.output / "search/index.html")]
    judged = subprocess.run(command, cwd=ORACLES, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout


def test_nothing_found_is_said_in_the_language_of_the_page(searching: Callable[[str, str], Visit]) -> None:
    visited = searching("nb/search/", "xyzzyqwv")
    assert visited.page.get_by_role("status").inner_text() == "Ingen innlegg har disse ordene."
    assert visited.page.locator(".found li").count() == 0


def test_markup_in_what_is_searched_for_stays_text(searching: Callable[[str, str], Visit]) -> None:
    visited = searching("search/", "<img src=x onerror=document.title='hacked'>")
    assert visited.page.title() != "hacked"
    assert visited.page.locator(".found img").count() == 0


def test_the_site_finds_its_posts_wherever_it_lies(site: SiteFolder, browser: Browser, tmp_path: Path) -> None:
    shutil.copytree(site.output, tmp_path / "company" / "blog")
    with served(tmp_path) as address, visit(browser, address) as visited:
        visited.page.goto(f"{address}/company/blog/search/?q=stopwatch")
        visited.page.get_by_role("link", name="What two knots save").click()
        visited.page.wait_for_url("**/company/blog/en/2026/what-two-knots-save/")
        assert not visited.complaints


def test_without_scripts_the_page_offers_topics_and_the_archive_and_no_dead_field(
    site: SiteFolder, browser: Browser
) -> None:
    with served(site.output) as address, visit(browser, address, java_script_enabled=False) as visited:
        visited.page.goto(f"{address}/search/")
        assert not visited.page.get_by_role("searchbox").is_visible()
        visited.page.get_by_role("main").get_by_role("link", name="Archive").click()
        assert visited.page.url == f"{address}/archive/"


def test_only_the_search_page_allows_a_script_and_only_from_here(site: SiteFolder) -> None:
    for file in site.output.rglob("*.html"):
        page = html.fromstring(file.read_bytes())
        policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        name = file.relative_to(site.output).as_posix()
        if name.endswith("search/index.html"):
            assert policy.endswith("; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'")
            assert page.xpath("//script/@src") == [f"{'../' * name.count('/')}theme/search.js"]
        else:
            assert "script-src" not in policy
            assert not page.xpath("//script[@src]")


def test_two_publishings_give_the_same_bytes(site: SiteFolder, tmp_path: Path) -> None:
    second = site.copy(tmp_path / "elsewhere")
    for made in (".masthead", "output", "output-kit"):
        shutil.rmtree(second.root / made)
    ended = second.run("masthead", "publish", TZ="Asia/Tokyo", LANG="C", PYTHONHASHSEED="7")
    assert ended.code == 0, ended.said
    assert digests(second.output) == digests(site.output)


def test_a_build_without_search_has_no_field_and_no_script(sample_output: Path) -> None:
    text = (sample_output / "search/index.html").read_text("utf-8")
    assert "<script" not in text.replace('<script type="application/ld+json"', "")
    assert "<input" not in text
    assert not (sample_output / "pagefind").exists()


def test_a_search_that_cannot_be_made_stops_publishing_and_the_old_site_stays(
    small_site: SiteFolder, tmp_path: Path
) -> None:
    before = digests(small_site.output)
    broken = tmp_path / "pagefind"
    broken.mkdir()
    (broken / "__init__.py").touch()
    (broken / "__main__.py").write_text("raise SystemExit('the disk is full')\n", "utf-8")
    ended = small_site.run("masthead", "publish", PYTHONPATH=str(tmp_path))
    assert ended.code == 3
    assert "the search index could not be made: the disk is full" in ended.said
    assert digests(small_site.output) == before
