"""Every kind of page, seen in a browser: accessible, quiet, fast, and whole without scripts."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Reader, chromium
from lxml import html
from playwright.sync_api import Browser

SAMPLE = "https://blog.havlinje.example"
ORACLES = Path(__file__).parents[1] / "browser"
KINDS = {
    "front": "index.html",
    "topics": "topic/index.html",
    "topic": "topic/operations/index.html",
    "people": "author/index.html",
    "author": "author/kari-lund/index.html",
    "guest": "author/solveig-moen/index.html",
    "archive": "archive/index.html",
    "tags": "tag/index.html",
    "audience": "audience/islanders/index.html",
    "search": "search/index.html",
    "contact": "contact/index.html",
    "conduct": "conduct/index.html",
    "feeds": "feeds/index.html",
}
VIEWS = {"light-wide-english": ("light", 1280, "en"), "dark-narrow-norwegian": ("dark", 360, "nb")}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def pages(output: Path) -> list[str]:
    return sorted(page.relative_to(output).as_posix() for page in output.rglob("*.html"))


def posts(output: Path, language: str) -> list[str]:
    return [
        page
        for page in pages(output / language)
        if re.search(r'class="post h-entry"', (output / language / page).read_text("utf-8"))
    ]


def chosen_pages(output: Path, language: str) -> list[str]:
    """Return each kind of page in that language, and posts that show everything."""
    prefix = "" if language == "en" else f"{language}/"
    tag = next(page for page in pages(output) if re.fullmatch(r"tag/[^/]+/index\.html", page))
    chosen = {"404.html", tag, *(prefix + page for page in KINDS.values())}
    texts = {f"{language}/{page}": (output / language / page).read_text("utf-8") for page in posts(output, language)}
    for mark in ("disclosure", "corrections", "discussions", "highlight", "footnote", "<table", "<figure", "<img"):
        chosen.update([page for page, text in texts.items() if mark in text][:1])
    return sorted(chosen)


@pytest.mark.parametrize("site", ["sample_output", "hostile_output"])
def test_every_page_is_valid_html(site: str, request: pytest.FixtureRequest) -> None:
    output: Path = request.getfixturevalue(site)
    command = ["npx", "html-validate", "--config", ".htmlvalidate.json", "--formatter", "json", f"{output}/**/*.html"]
    judged = subprocess.run(command, cwd=ORACLES, capture_output=True, text=True, check=False)
    errors = [
        f"{Path(file['filePath']).relative_to(output)}:{message['line']}: {message['ruleId']}: {message['message']}"
        for file in json.loads(judged.stdout)
        for message in file["messages"]
    ]
    assert not errors


@pytest.mark.parametrize("view", VIEWS)
def test_every_kind_of_page_is_accessible_quiet_and_fits_the_screen(
    view: str, browser: Browser, sample_output: Path
) -> None:
    scheme, width, language = VIEWS[view]
    reader = Reader(browser, sample_output, SAMPLE, color_scheme=scheme, viewport={"width": width, "height": 900})
    for name in chosen_pages(sample_output, language):
        page = reader.open(name)
        assert not [f"{name}: {violation}" for violation in reader.accessibility()]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    assert not reader.complaints


def test_hostile_texts_long_names_and_empty_lists_stay_accessible_and_inside_the_screen(
    browser: Browser, hostile_output: Path
) -> None:
    reader = Reader(browser, hostile_output, SAMPLE, color_scheme="dark", viewport={"width": 360, "height": 900})
    for name in pages(hostile_output):
        page = reader.open(name)
        assert not [f"{name}: {violation}" for violation in reader.accessibility()]
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
    assert not reader.complaints


def test_the_keyboard_reaches_all_that_can_be_used_in_the_order_of_reading(
    browser: Browser, sample_output: Path
) -> None:
    reader = Reader(browser, sample_output, SAMPLE, viewport={"width": 1280, "height": 900})
    page = reader.open("en/" + posts(sample_output, "en")[0])
    page.evaluate("window.stops = [...document.querySelectorAll('a[href], [tabindex=\"0\"]')]")
    stops = page.evaluate("stops.length")
    reached = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("stops.indexOf(document.activeElement)"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", page.evaluate("document.activeElement.outerHTML")
    assert reached == list(range(stops))


def test_the_first_tab_offers_to_skip_to_the_text(browser: Browser, sample_output: Path) -> None:
    reader = Reader(browser, sample_output, SAMPLE)
    page = reader.open("index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_reader_without_scripts_gets_from_the_front_page_to_a_source(browser: Browser, sample_output: Path) -> None:
    reader = Reader(browser, sample_output, SAMPLE, java_script_enabled=False)
    page = reader.open("index.html")
    page.locator(".voyage a.u-url").first.click()
    page.locator(".citation a").first.click()
    assert re.search(r"#source-\d+$", page.url)
    page.locator(".sources .back").first.click()
    assert re.search(r"#cite-\d+-\d+$", page.url)
    assert not reader.complaints


def test_no_page_has_scripts_styles_or_handlers_in_its_text(sample_output: Path, hostile_output: Path) -> None:
    for output in (sample_output, hostile_output):
        for name in pages(output):
            tree = html.fromstring((output / name).read_bytes())
            policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
            assert "default-src 'none'" in policy, name
            assert not tree.xpath("//script[not(@type='application/ld+json')] | //style | //iframe[@src]"), name
            assert not tree.xpath("//@*[name()='style' or starts-with(name(), 'on')]"), name


def test_a_post_weighs_under_60_kilobytes_without_its_pictures(sample_output: Path) -> None:
    shared = sum((sample_output / "theme" / name).stat().st_size for name in ("style.css", "icon.svg"))
    for name in pages(sample_output):
        assert (sample_output / name).stat().st_size + shared < 60_000, name
