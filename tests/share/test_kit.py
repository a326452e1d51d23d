"""The pages from which staff copy, in a real browser."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, sync_playwright
from share_site import URL, house, post

from pelican.plugins.share import Approval, render_share, snippets
from pelican.plugins.share.card import kit_card_path
from pelican.plugins.share.render_cards import render_cards
from pelican.plugins.site_model import Account, Disclosure, NetworkText, OutputFile, Published, ShareWindow

HOUSE = house()
AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
PAGE = "en/what-a-broken-bow-door-taught-us/share/index.html"
SEVERAL_PAGE = "en/several/share/index.html"
HOSTILE = '</textarea><script>alert(1)</script> & "quoted"'
WORDS = NetworkText(text="One.", thread=("Two.",), variants={"employee": ("I work at Havlinje.",)})
OWN = tuple(f"I work at Havlinje, and this is way {number} to say it." for number in range(1, 6))
SEVERAL = NetworkText(text="One.", variants={"employee": OWN, "captains": ("The captains' own.",)})
SITE = "https://blog.havlinje.no/en"
POSTS = (
    (post(share={"x": WORDS}, disclosure=Disclosure(kind="gift", what="two dinners", by="Fjordmat")), URL),
    (post(id="blog/several", share={"linkedin": SEVERAL, "x": SEVERAL}), f"{SITE}/several/"),
    (post(id="blog/ar", lang="ar", title="العبّارة تأخرت"), "https://blog.havlinje.no/ar/x/"),
    (post(id="blog/hostile", title=HOSTILE, summary="w" * 900), "https://blog.havlinje.no/en/hostile/"),
)


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kit")
    pages = [Published(one, url, "") for one, url in POSTS]
    drawn = zip(pages, render_cards(HOUSE, pages), strict=True)
    cards = [OutputFile(kit_card_path(page.url, HOUSE), card.body) for page, card in drawn]
    for file in (*render_share(HOUSE, pages), *cards):
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


def test_every_file_that_a_page_names_is_there(kit: Path) -> None:
    named = 0
    for page in pages(kit):
        links = BeautifulSoup((kit / page).read_text("utf-8"), "html.parser").find_all(href=True)
        for link in (str(link["href"]) for link in links):
            if "://" not in link and not link.startswith(("#", "mailto:")):
                assert (kit / page).parent.joinpath(link).resolve().is_file(), (page, link)
                named += 1
    assert named > 150


def test_editors_see_what_waits_for_them_and_where_the_audience_is() -> None:
    shares = {"x": 0.12, "facebook": 0.581}
    accounts = {
        id: Account(state="active", url="https://a.example", owners=("kari-lund",), audience_share=share)
        for id, share in shares.items()
    }
    everywhere = house(**accounts, xing=Account(state="closed"))
    over = ShareWindow(expires=datetime(2026, 4, 1, tzinfo=UTC))
    later = ShareWindow(not_before=datetime(2027, 1, 1, tzinfo=UTC))
    posts = [post(), post(id="b", path="b.md", share_window=over), post(id="c", path="c.md", share_window=later)]
    approval = Approval(by="kari-lund", role="editor", at=datetime(2026, 3, 1, tzinfo=UTC), snippet_sha256=())
    published = [Published(one, f"https://blog.havlinje.no/{number}/", "") for number, one in enumerate(posts)]
    approvals = {one.path: (approval,) for one in posts[1:]}
    files = {file.path: file.body for file in render_share(everywhere, published, approvals=approvals)}
    page = BeautifulSoup(files["share/index.html"], "html.parser")
    assert [state.text for state in page.select("#posts .state")] == ["not approved", "over", "waits"]
    rows = [
        [cell.get_text(" ", strip=True) for cell in row("th") + row("td")]
        for row in page.select("#accounts + table tr")
    ]
    assert [row[0] for row in rows[1:3]] == ["Facebook", "X"] and rows[-1][:2] == ["Xing", "none closed"]
    assert rows[1][2:] == ["Kari Lund", "58 %", "63,206 UTF-16 characters", "2026-11-01"]


def test_a_link_in_a_preview_is_marked_on_both_sides_of_the_fold() -> None:
    """LinkedIn folds after 210 characters, which here is in the middle of the link."""
    words = NetworkText(text="<b>" + "a" * 170 + " " + URL)
    page = Published(post(share={"linkedin": words}), URL, "")
    files = {file.path: file.body.decode() for file in render_share(HOUSE, [page])}
    shown = BeautifulSoup(files[PAGE], "html.parser").select_one("section[aria-labelledby=linkedin] .said")
    assert shown is not None and shown.find("b") is None
    links = [span.text for span in shown.select(".link")]
    assert links[0] + links[1] == URL and links[2:] == ["#Safety", "#MachineLearning", "#Delays"]
    assert len(shown.text.partition(" … more")[0]) == 210


def test_controls_in_a_title_change_nothing_around_it() -> None:
    page = Published(post(title="Tid\0e \x02on\x03 time"), URL, "")
    files = {file.path: file.body.decode() for file in render_share(HOUSE, [page])}
    shown = BeautifulSoup(files[PAGE], "html.parser")
    assert [shown.h1 and shown.h1.decode_contents(), *shown.select("img .link")] == ["Tide on time"]
    assert files[PAGE].count('<span class="link">') == len(shown.select("span.link"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_every_page_of_the_kit_is_accessible_and_fits(browser: Browser, kit: Path, scheme: str, width: int) -> None:
    for page in pages(kit):
        options = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}, "bypass_csp": True}
        shown, complaints = show(browser, kit, page, **options)
        if page == SEVERAL_PAGE:
            assert start_texts(shown, "Kari Lund")
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
    button = "label[for=linkedin-1] + button"
    shown.locator(button).click()
    shown.wait_for_function(f"document.querySelector('{button}').textContent === 'Copied'")
    copied = shown.evaluate("navigator.clipboard.readText()")
    assert copied == next(text.text for text in snippets(*POSTS[0], HOUSE) if text.name == "linkedin")
    shown.context.close()


def start_texts(shown: Page, name: str) -> dict[str, str]:
    """Return which text comes first among one's own on each network, once a reader has typed a name."""
    shown.get_by_label("Your name").fill(name)
    marked = ".offer:not([data-own]) + [data-own]:has(h3 .start)"
    areas = shown.locator(f"section:has([data-own]) {marked} textarea")
    return {area.get_attribute("id").partition(".")[0]: area.input_value() for area in areas.all()}


def test_a_typed_name_decides_which_of_several_texts_comes_first(browser: Browser, kit: Path) -> None:
    shown, complaints = show(browser, kit, SEVERAL_PAGE)
    as_written = shown.locator(".offer").all_inner_texts()
    kari = start_texts(shown, "Kari Ødegård")
    assert kari.keys() == {"linkedin", "x"}
    assert shown.get_by_role("status").inner_text().startswith("Start with LinkedIn: text ")
    others = [start_texts(shown, f"Person {number}") for number in range(100)]
    for network in kari:
        counts = [sum(words in one[network] for one in others) for words in OWN]
        assert sum(counts) == 100 and min(counts) >= 10, "names spread over all texts"
    assert sum(one["x"][:50] != one["linkedin"][:50] for one in others) > 50, "each network goes its own way"
    assert start_texts(shown, "  kari  \u00d8DEGA\u030aRD ") == kari, "a name is the same however it is typed"
    assert start_texts(shown, " ") == {}
    assert shown.locator(".offer").all_inner_texts() == as_written
    assert complaints == []
    shown.context.close()
    again, _ = show(browser, kit, SEVERAL_PAGE)
    assert start_texts(again, "Kari Ødegård") == kari, "it is the same on every machine"
    again.context.close()


def test_a_typed_name_is_neither_sent_nor_stored(browser: Browser, kit: Path) -> None:
    shown, _ = show(browser, kit, SEVERAL_PAGE)
    asked: list[str] = []
    shown.on("request", lambda request: asked.append(request.url))
    assert start_texts(shown, "Kari Lund")
    kept = "[localStorage.length, sessionStorage.length, document.cookie, location.href, history.length]"
    assert shown.evaluate(kept) == [0, 0, "", f"https://kit.example/{SEVERAL_PAGE}", 2]
    assert shown.evaluate("indexedDB.databases()") == []
    picture = f"https://kit.example/{SEVERAL_PAGE}".replace("index.html", "card.png")
    assert {*asked} <= {picture}, "a browser may fetch the card when it comes into view"
    shown.reload()
    assert shown.get_by_label("Your name").input_value() == ""
    shown.context.close()


def test_who_has_no_choice_or_no_script_is_not_asked_for_a_name(browser: Browser, kit: Path) -> None:
    shown, _ = show(browser, kit, PAGE)
    assert shown.get_by_label("Your name").count() == 0
    shown.context.close()
    plain, _ = show(browser, kit, SEVERAL_PAGE, java_script_enabled=False)
    assert not plain.get_by_label("Your name").is_visible()
    own = plain.locator("section:has(#linkedin) [data-own] textarea")
    assert [words in area.input_value() for words, area in zip(OWN, own.all(), strict=True)] == [True] * 5
    plain.context.close()


def test_texts_print_whole_and_buttons_do_not(browser: Browser, kit: Path) -> None:
    shown, _ = show(browser, kit, "en/hostile/share/index.html")
    shown.emulate_media(media="print")
    assert not shown.locator(".button").first.is_visible()
    cut = shown.evaluate(
        "[...document.querySelectorAll('textarea')].filter(a => a.scrollHeight > a.clientHeight + 4).map(a => a.id)"
    )
    assert cut == []
    shown.context.close()
