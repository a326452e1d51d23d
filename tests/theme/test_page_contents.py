"""What stands on the pages: who speaks, from what sources, who paid, what was wrong, and where to answer."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

SAMPLE = "https://blog.havlinje.example"


def read(output: Path, page: str) -> BeautifulSoup:
    return BeautifulSoup((output / page).read_bytes(), "lxml")


def pages(output: Path) -> dict[str, BeautifulSoup]:
    return {path.relative_to(output).as_posix(): read(output, str(path)) for path in sorted(output.rglob("*.html"))}


def language(page: BeautifulSoup) -> str:
    assert page.html
    return str(page.html["lang"])


@pytest.fixture(scope="module")
def sample(sample_output: Path) -> dict[str, BeautifulSoup]:
    return pages(sample_output)


@pytest.fixture(scope="module")
def sample_posts(sample: dict[str, BeautifulSoup]) -> dict[str, BeautifulSoup]:
    return {name: page for name, page in sample.items() if page.select_one("article.post")}


@pytest.fixture(scope="module")
def hostile(hostile_output: Path) -> BeautifulSoup:
    return read(hostile_output, "en/2026/example/index.html")


def linked_data(page: BeautifulSoup) -> dict[str, Any]:
    script = page.select_one("script[type='application/ld+json']")
    assert script
    data: dict[str, Any] = json.loads(script.text)
    return data


def test_every_citation_leads_to_its_source_and_back(sample_posts: dict[str, BeautifulSoup]) -> None:
    citations = 0
    for name, page in sample_posts.items():
        for link in page.select(".e-content .citation a"):
            source = page.select_one(f".sources li[id='{str(link['href'])[1:]}']")
            assert source, f"{name}: {link['href']}"
            assert source.select(f"a.back[href='#{link['id']}']"), f"{name}: no way back to {link['id']}"
            citations += 1
        for back in page.select(".sources a.back"):
            assert page.find(id=str(back["href"])[1:]), f"{name}: {back['href']}"
    assert citations > 50


def test_every_link_inside_the_site_leads_somewhere(sample: dict[str, BeautifulSoup], sample_output: Path) -> None:
    ids = {name: {str(tag["id"]) for tag in page.select("[id]")} for name, page in sample.items()}
    broken = []
    for name, page in sample.items():
        here = f"{SAMPLE}/{name.removesuffix('index.html')}"
        for tag, attribute in [(tag, a) for a in ("href", "src") for tag in page.select(f"[{a}]")]:
            address, anchor = urldefrag(urljoin(here, str(tag[attribute])))
            if not address.startswith(f"{SAMPLE}/"):
                continue
            path = unquote(address.removeprefix(f"{SAMPLE}/"))
            file = f"{path}index.html" if path == "" or path.endswith("/") else path
            if not (sample_output / file).is_file() or (anchor and file in ids and anchor not in ids[file]):
                broken.append(f"{name}: {tag[attribute]}")
    assert not broken


def test_every_post_shows_face_name_role_and_company_of_who_speaks(sample_posts: dict[str, BeautifulSoup]) -> None:
    for name, page in sample_posts.items():
        for person in page.select(".byline .h-card"):
            assert person.select_one("img.u-photo[alt]"), name
            assert all(person.select_one(part) for part in (".p-name", ".p-job-title", ".p-org")), name


def test_a_guest_is_shown_as_a_guest_with_the_one_who_answers_for_them(sample_posts: dict[str, BeautifulSoup]) -> None:
    guests = [page for page in sample_posts.values() if page.select_one(".byline a[href$='author/solveig-moen/']")]
    assert guests
    for page in guests:
        byline = page.select_one(".byline")
        assert byline
        assert byline.select_one(".label")
        assert "Ingrid Haugen" in byline.text


def test_who_paid_stands_before_the_text(sample_posts: dict[str, BeautifulSoup]) -> None:
    disclosed = {name: page for name, page in sample_posts.items() if page.select_one(".disclosure")}
    assert disclosed
    for name, page in disclosed.items():
        order = [tag["class"][-1] for tag in page.select(".disclosure, .e-content")]
        assert order == ["disclosure", "e-content"], name


def test_a_correction_is_announced_before_the_text_and_told_after_it(hostile: BeautifulSoup) -> None:
    notice = hostile.select_one(".notice.correction")
    assert notice
    assert "11 March 2026" in notice.text
    assert [line.text.split(":")[0] for line in hostile.select(".corrections li")] == ["11 March 2026", "12 March 2026"]
    assert linked_data(hostile)["correction"][0]["text"] == "The number was 14 & not <40>."


def test_hostile_words_stay_words(hostile_output: Path) -> None:
    for name, page in pages(hostile_output).items():
        assert not page.select("img[onerror], .e-content ~ * script, main script, h1 i, h1 b"), name
        for script in page.select("script"):
            json.loads(script.text)
    post = read(hostile_output, "en/2026/example/index.html")
    title = post.select_one("h1")
    assert title
    assert title.text.startswith('<script>alert("title")</script> & Langeskip')


def test_machines_read_the_same_names_sources_and_languages(sample_posts: dict[str, BeautifulSoup]) -> None:
    for name, page in sample_posts.items():
        data = linked_data(page)
        assert data["@type"] == "BlogPosting"
        assert [person["name"] for person in data["author"]] == [tag.text for tag in page.select(".byline .p-name")], (
            name
        )
        assert len(data["citation"]) == len(page.select(".sources li")), name
        assert data["inLanguage"] == language(page), name
        assert data["accountablePerson"]["name"], name
        assert data["publishingPrinciples"].startswith(SAMPLE), name


def test_translations_name_each_other(sample: dict[str, BeautifulSoup]) -> None:
    several = 0
    for name, page in sample.items():
        own = page.select_one("link[rel=canonical]")
        assert own, name
        for link in page.select("link[hreflang]"):
            other = sample[str(link["href"]).removeprefix(f"{SAMPLE}/") + "index.html"]
            assert language(other) == link["hreflang"], f"{name}: {link['href']}"
            assert own["href"] in [back["href"] for back in other.select("link[hreflang]")], f"{name}: {link['href']}"
            several += 1
    assert several > 20


def test_titles_in_another_language_say_which(sample: dict[str, BeautifulSoup]) -> None:
    language_of = {
        f"{SAMPLE}/{name.removesuffix('index.html')}": language(page)
        for name, page in sample.items()
        if page.select_one("article.post")
    }
    for name, page in sample.items():
        here = f"{SAMPLE}/{name.removesuffix('index.html')}"
        for link in page.select(".voyage .p-name a.u-url, .ledger a"):
            marked = link.find_parent(lang=True)
            spoken = link.get("lang") or (marked["lang"] if isinstance(marked, Tag) else None)
            assert spoken == language_of[urljoin(here, str(link["href"]))], f"{name}: {link.text}"


def test_every_list_of_topics_counts_its_posts(sample: dict[str, BeautifulSoup]) -> None:
    for prefix in ("", "nb/"):
        counts = [tag.text for tag in sample[f"{prefix}topic/index.html"].select(".strategy .aside")]
        assert "0" not in [count.split()[0] for count in counts]
        assert [tag.text for tag in sample[f"{prefix}search/index.html"].select(".strategy .aside")] == counts


def test_headings_go_down_one_step_at_a_time(sample: dict[str, BeautifulSoup]) -> None:
    for name, page in sample.items():
        levels = [int(tag.name[1]) for tag in page.select("main :is(h1, h2, h3, h4, h5, h6)")]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_the_page_on_social_media_says_rules_reasons_and_exceptions(sample: dict[str, BeautifulSoup]) -> None:
    for prefix in ("", "nb/", "fi/", "pl/"):
        page = sample[f"{prefix}conduct/index.html"]
        assert len(page.select(".rules li[id]")) > 20
        assert "author-expertise" in page.text
        assert page.select("section[aria-labelledby=waivers] time")


def test_a_page_that_is_not_there_finds_its_own_way_from_any_depth(sample: dict[str, BeautifulSoup]) -> None:
    addresses = [str(tag[a]) for a in ("href", "src") for tag in sample["404.html"].select(f"[{a}]")]
    assert all(address.startswith(("/", "https://", "mailto:", "#")) for address in addresses)


def test_a_crisis_is_announced_on_every_page(hostile_output: Path) -> None:
    for name, page in pages(hostile_output).items():
        banner = page.select_one(".crisis")
        assert banner, name
        assert "aground" in banner.text, name


def test_sitemap_manifest_and_robots_name_what_is_there(sample_output: Path) -> None:
    tree = ElementTree.parse(sample_output / "sitemap.xml")
    places = [loc.text or "" for loc in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(places) == len(set(places)) > 100
    assert all((sample_output / place.removeprefix(f"{SAMPLE}/") / "index.html").is_file() for place in places)
    manifest = json.loads((sample_output / "site.webmanifest").read_text("utf-8"))
    assert all((sample_output / icon["src"]).is_file() for icon in manifest["icons"])
    assert f"Sitemap: {SAMPLE}/sitemap.xml" in (sample_output / "robots.txt").read_text("utf-8")
