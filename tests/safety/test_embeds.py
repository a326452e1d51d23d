"""A video of another site is a card that calls nobody; the reader who asks for it gets it, with scripts or without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browsed_site import chromium, served, visit
from lxml import html
from playwright.sync_api import Browser
from site_folder import SiteFolder

from pelican.plugins.site_model.load_post import outside
from pelican.plugins.site_model.markdown_text import Converted, convert
from pelican.plugins.site_model.players import player

POST = "content/blog/2026/example.md"
PAGE = "en/2026/example/"
VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
CARDS = f"""

[video: How *the* bow door closes]({VIDEO}&t=42s)

[slides: Our talk](https://unknown.example/talk)
"""


def converted(text: str) -> Converted:
    return convert(text, 1, (), outside("blog.havlinje.example"))


@pytest.mark.parametrize(
    ("page", "url"),
    [
        ("https://youtu.be/dQw4w9WgXcQ?t=7s", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&start=7"),
        (
            "https://m.youtube.com/watch?x=1&v=dQw4w9WgXcQ",
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
        ),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        ("https://vimeo.com/76979871/8272103f6e", "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1"),
        ("https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv", "https://tube.example/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv"),
        (
            "https://docs.google.com/presentation/d/e/2PACX-1v/pub?start=false",
            "https://docs.google.com/presentation/d/e/2PACX-1v/embed",
        ),
    ],
)
def test_the_page_of_a_video_leads_to_its_player(page: str, url: str) -> None:
    known = player(page)
    assert known
    assert known.url == url
    assert known.url.startswith(f"{known.origin}/")


@pytest.mark.parametrize(
    "page",
    [
        "http://youtu.be/dQw4w9WgXcQ",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example/?https://youtu.be/dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXc",
        "https://user@vimeo.com:8443/76979871",
        "javascript:alert(1)//youtu.be/dQw4w9WgXcQ",
    ],
)
def test_no_other_page_gets_a_player(page: str) -> None:
    assert player(page) is None


def test_a_card_is_a_link_with_its_picture_and_the_company_named_and_counts_as_a_source() -> None:
    made = converted(f"[video: ![A door](door.png) How it closes]({VIDEO})")
    assert made.html == (
        '<figure class="embed video"><img alt="A door" src="{static}door.png">'
        f'<figcaption><a href="{VIDEO}">How it closes</a>'
        '<sup class="citation"><a href="#source-1" id="cite-1-1">[1]</a></sup> '
        "<small>YouTube (Google)</small></figcaption></figure>"
    )
    assert [(embed.url, embed.title, embed.line) for embed in made.embeds] == [(VIDEO, "How it closes", 1)]
    assert made.removed == ()


def test_a_link_inside_a_sentence_stays_a_link() -> None:
    assert converted(f"See [video: How it closes]({VIDEO}).").embeds == ()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def site(small_site: SiteFolder) -> SiteFolder:
    small_site.add(POST, CARDS)
    built = small_site.run("masthead", "build", "--phase", "write", "--output", "output")
    assert built.code == 0, built.said
    return small_site


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_nobody_is_called_before_the_reader_asks_and_then_only_the_company_that_was_named(
    scripts: bool, browser: Browser, site: SiteFolder
) -> None:
    with served(site.output) as address, visit(browser, address, java_script_enabled=scripts) as visited:
        page = visited.page
        page.goto(f"{address}/{PAGE}")
        page.get_by_text("Show it here").click()
        assert page.get_by_text("Nothing has been fetched yet. Once you do, YouTube (Google) sees").is_visible()
        assert visited.elsewhere == []
        page.get_by_role("link", name="Fetch from: YouTube (Google)").click()
        page.frame_locator("iframe").locator("title").wait_for(state="attached")
        assert visited.elsewhere == ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&start=42"]
        assert page.url == f"{address}/{PAGE}", "the page itself stays where it was"
        assert not visited.complaints


def test_the_page_allows_frames_of_that_company_alone_and_other_pages_none(site: SiteFolder) -> None:
    policies = {
        file.relative_to(site.output).as_posix(): html.fromstring(file.read_bytes()).xpath(
            "string(//meta[@http-equiv='Content-Security-Policy']/@content)"
        )
        for file in site.output.rglob("*.html")
    }
    assert policies[f"{PAGE}index.html"].endswith("; frame-src https://www.youtube-nocookie.com")
    assert [name for name, policy in policies.items() if "frame-src" in policy] == [f"{PAGE}index.html"]


def test_a_card_whose_player_nobody_knows_stays_a_plain_link_and_feeds_have_no_frames(site: SiteFolder) -> None:
    cards = html.fromstring((site.output / PAGE / "index.html").read_bytes()).xpath(
        "//figure[contains(@class, 'embed')]"
    )
    assert [len(card.xpath(".//iframe")) for card in cards] == [1, 0]
    feed = (site.output / "feeds/all.json").read_text("utf-8")
    assert VIDEO.replace("/", "\\/") in feed or VIDEO in feed
    assert "iframe" not in feed
    assert "<details" not in feed
