"""Every kind of page, seen in a browser: accessible, quiet, fast, and whole without scripts.

`EVERY_VIEW=1` looks at every single page in all languages, which takes a quarter of an hour.
"""

from __future__ import annotations

import json
import os
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
VIEWS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 360)]
EVERY_VIEW = "EVERY_VIEW" in os.environ
LANGUAGES = ("en", "nb", "fi", "pl") if EVERY_VIEW else ("en", "nb")
FOCUS = """() => {
  const at = document.activeElement;
  return [stops.indexOf(at), getComputedStyle(at).outlineStyle, at.outerHTML];
}"""
STOPS = 'a[href], summary, input, select, textarea, button, [tabindex="0"]'


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
    if EVERY_VIEW:
        spoken = re.compile(rf'<html lang="{language}"')
        return [page for page in pages(output) if spoken.search((output / page).read_text("utf-8"))]
    prefix = "" if language == "en" else f"{language}/"
    tag = next(page for page in pages(output) if re.fullmatch(r"tag/[^/]+/index\.html", page))
    chosen = {"404.html", tag, *(prefix + page for page in KINDS.values())}
    texts = {f"{language}/{page}": (output / language / page).read_text("utf-8") for page in posts(output, language)}
    marks = ("disclosure", "corrections", "discussions", "highlight", "footnote", "<table", "<figure", "<img", "embed")
    for mark in marks:
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_is_accessible_quiet_and_fits_the_screen_by_day_and_night(
    language: str, browser: Browser, sample_output: Path
) -> None:
    reader = Reader(browser, sample_output, SAMPLE)
    for name in chosen_pages(sample_output, language):
        page = reader.open(name)
        for scheme, width in VIEWS:
            reader.look(scheme, width)
            # What a colour scheme cannot change is asked once a width.
            wrong = reader.accessibility(only=("color-contrast",) if scheme == "dark" and not EVERY_VIEW else ())
            assert not [f"{name} {scheme} {width}: {violation}" for violation in wrong]
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} {width}"
    assert not reader.complaints


def test_hostile_texts_long_names_and_empty_lists_stay_accessible_and_inside_the_screen(
    browser: Browser, hostile_output: Path
) -> None:
    reader = Reader(browser, hostile_output, SAMPLE)
    reader.look("dark", 360)
    for name in pages(hostile_output):
        page = reader.open(name)
        assert not [f"{name}: {violation}" for violation in reader.accessibility()]
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
    assert not reader.complaints


def test_a_passage_in_arabic_runs_from_the_right_and_the_page_around_it_does_not(
    browser: Browser, hostile_output: Path
) -> None:
    page = Reader(browser, hostile_output, SAMPLE).open("en/2026/example/index.html")
    ends = """words => {
      const line = [...document.querySelectorAll(".text p")].find(p => p.textContent.startsWith(words));
      const range = document.createRange();
      range.setStart(line.firstChild, 0);
      range.setEnd(line.firstChild, 1);
      const [box, first] = [line.getBoundingClientRect(), range.getBoundingClientRect()];
      return [Math.round(first.left - box.left), Math.round(box.right - first.right)];
    }"""
    assert page.evaluate(ends, "البحر")[1] == 0
    assert page.evaluate(ends, "It broke")[0] == 0


def test_the_keyboard_reaches_all_that_can_be_used_in_the_order_of_reading(
    browser: Browser, sample_output: Path
) -> None:
    reader = Reader(browser, sample_output, SAMPLE)
    for name in chosen_pages(sample_output, "en"):
        page = reader.open(name)
        stops = page.evaluate(
            "stops => (window.stops = [...document.querySelectorAll(stops)].filter(at => at.checkVisibility())).length",
            STOPS,
        )
        assert stops > 20, name
        for number in range(stops):
            page.keyboard.press("Tab")
            at, outline, element = page.evaluate(FOCUS)
            assert (at, outline) == (number, "solid"), f"{name}: {element}"


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


def test_a_printed_post_has_its_sources_with_their_addresses_and_no_menus(
    browser: Browser, sample_output: Path
) -> None:
    page = Reader(browser, sample_output, SAMPLE).open("en/2026/ferry-delay/index.html")
    page.emulate_media(media="print", color_scheme="dark")
    for menu in (".quay", ".languages", ".tell", ".neighbours", ".waterline"):
        assert not page.locator(menu).is_visible(), menu
    for part in (".byline", ".text", ".sources", ".papers"):
        assert page.locator(part).is_visible(), part
    link = page.locator(".sources cite a").first
    assert link.get_attribute("href") in link.evaluate("link => getComputedStyle(link, '::after').content")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_the_site_can_lie_in_any_folder(sample_output: Path) -> None:
    for name in pages(sample_output):
        if name != "404.html":
            tree = html.fromstring((sample_output / name).read_bytes())
            assert not [address for address in tree.xpath("//@href | //@src") if address.startswith("/")], name


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
    for language in ("en", "nb", "fi", "pl"):
        for name in posts(sample_output, language):
            assert (sample_output / language / name).stat().st_size + shared < 60_000, name
