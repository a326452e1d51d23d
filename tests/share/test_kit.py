"""The pages from which staff copy, in a real browser."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, sync_playwright
from share_site import URL, house, post

from pelican.plugins.share import render_share, snippets
from pelican.plugins.share.render_cards import render_cards
from pelican.plugins.site_model import Disclosure, NetworkText, Published

HOUSE = house()
AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
PAGE = "en/what-a-broken-bow-door-taught-us/share/index.html"
HOSTILE = '</textarea><script>alert(1)</script> & "quoted"'
WORDS = NetworkText(text="One.", thread=("Two.",), variants={"employee": ("I work at Havlinje.",)})
POSTS = (
    (post(share={"x": WORDS}, disclosure=Disclosure(kind="gift", what="two dinners", by="Fjordmat")), URL),
    (post(id="blog/ar", lang="ar", title="العبّارة تأخرت"), "https://blog.havlinje.no/ar/x/"),
    (post(id="blog/hostile", title=HOSTILE, summary="w" * 900), "https://blog.havlinje.no/en/hostile/"),
)


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kit")
    pages = [Published(one, url, "") for one, url in POSTS]
    for file in (*render_share(HOUSE, pages), *render_cards(HOUSE, pages, for_kit=True)):
        place = folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.body)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with tempfile.TemporaryDirectory() as profile, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", f"--disk-cache-dir={profile}"]
        opened = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        yield opened
        opened.close()


def show(browser: Browser, kit: Path, page: str, **options: object) -> tuple[Page, list[str]]:
    complaints: list[str] = []
    shown = browser.new_context(**options).new_page()
    shown.on("console", lambda message: complaints.append(message.text))
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    shown.route("https://kit.example/**", lambda route: route.fulfill(path=kit / route.request.url[20:]))
    shown.goto(f"https://kit.example/{page}")
    return shown, complaints


def pages(kit: Path) -> list[str]:
    return sorted(place.relative_to(kit).as_posix() for place in kit.rglob("index.html"))


def test_the_text_areas_hold_exactly_what_would_be_posted(kit: Path) -> None:
    for one, url in POSTS:
        folder = url.removeprefix("https://blog.havlinje.no/")
        page = BeautifulSoup((kit / folder / "share/index.html").read_text("utf-8"), "html.parser")
        for text in snippets(one, url, HOUSE):
            for number, part in enumerate((text.text, *text.thread), start=1):
                area = page.find(id=f"{text.name}-{number}")
                assert area is not None
                assert area.text.removeprefix("\n") == part


def test_the_kit_is_kept_from_search_engines_and_scripts_of_others(kit: Path) -> None:
    for page in pages(kit):
        text = (kit / page).read_text("utf-8")
        assert 'name="robots" content="noindex' in text
        assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text
        assert "unsafe" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_every_page_of_the_kit_is_accessible_and_fits(browser: Browser, kit: Path, scheme: str, width: int) -> None:
    for page in pages(kit):
        options = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}, "bypass_csp": True}
        shown, complaints = show(browser, kit, page, **options)
        shown.evaluate(AXE.read_text("utf-8"))
        found = shown.evaluate("axe.run(document)")["violations"]
        assert [f"{page} {one['id']}: {one['nodes'][0]['html'][:80]}" for one in found] == []
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        assert complaints == []
        shown.context.close()


def test_nothing_is_refused_by_the_pages_own_security_policy(browser: Browser, kit: Path) -> None:
    for page in pages(kit):
        shown, complaints = show(browser, kit, page)
        assert complaints == []
        shown.context.close()


def test_without_scripts_everything_is_there_and_with_them_a_button_copies(browser: Browser, kit: Path) -> None:
    plain, _ = show(browser, kit, PAGE, java_script_enabled=False)
    assert plain.locator("textarea").count() > 20
    assert plain.locator("button").count() == 0
    plain.context.close()
    shown, _ = show(browser, kit, PAGE, permissions=["clipboard-read", "clipboard-write"])
    shown.locator("#linkedin-1 + button").click()
    shown.wait_for_function("document.querySelector('#linkedin-1 + button').textContent === 'Copied'")
    copied = shown.evaluate("navigator.clipboard.readText()")
    assert copied == next(text.text for text in snippets(*POSTS[0], HOUSE) if text.name == "linkedin")
    shown.context.close()


def test_texts_print_whole_and_buttons_do_not(browser: Browser, kit: Path) -> None:
    shown, _ = show(browser, kit, "en/hostile/share/index.html")
    shown.emulate_media(media="print")
    assert not shown.locator(".button").first.is_visible()
    cut = shown.evaluate(
        "[...document.querySelectorAll('textarea')].filter(a => a.scrollHeight > a.clientHeight + 4).map(a => a.id)"
    )
    assert cut == []
    shown.context.close()
