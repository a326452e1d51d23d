"""Pictures of a built site: told their size, in the formats browsers want, made once, and telling nobody's address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from photographs import SECRET, photograph
from site_folder import SiteFolder, digests

POST = "content/blog/2026/example.md"
PAGE = "en/2026/example/index.html"
TEXT = """

![The door, half open](door.jpg "Half open"){: credit="Kari Lund" }

![The same door, shut](<the door.jpg>)

![A plan of the door](plan.svg)
"""


@pytest.fixture
def site(small_site: SiteFolder) -> SiteFolder:
    folder = small_site.root / "content/blog/2026"
    (folder / "door.jpg").write_bytes(photograph("JPEG"))
    (folder / "the door.jpg").write_bytes(photograph("JPEG", 700, 500))
    (folder / "plan.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>', "utf-8")
    small_site.add(POST, TEXT)
    return small_site


def built(site: SiteFolder) -> html.HtmlElement:
    ended = site.run("masthead", "build")
    assert ended.code == 0, ended.said
    return html.fromstring((site.output / PAGE).read_bytes())


def test_a_picture_says_its_size_waits_its_turn_and_comes_in_other_formats(site: SiteFolder) -> None:
    page = built(site)
    first, second, plan = page.xpath("//div[contains(@class, 'e-content')]//img")
    assert (first.get("width"), first.get("height"), first.get("decoding")) == ("1600", "1000", "async")
    assert first.get("loading") is None, "the first picture is not made to wait"
    assert second.get("loading") == plan.get("loading") == "lazy"
    assert (plan.get("width"), plan.get("height")) == ("30", "20")
    for image, widths in ((first, ["480w", "960w", "1440w"]), (second, ["480w", "700w"])):
        sources = image.xpath("ancestor::picture//source")
        assert {source.get("type") for source in sources} == {"image/avif", "image/webp"}
        for source in sources:
            candidates = [candidate.split() for candidate in source.get("srcset").split(", ")]
            assert [width for _, width in candidates] == widths
            for address, _ in candidates:
                assert (site.output / PAGE / ".." / address.replace("%20", " ")).resolve().is_file(), address
    assert not plan.xpath("ancestor::picture")


def test_feeds_show_the_plain_picture(site: SiteFolder) -> None:
    built(site)
    feed = (site.output / "feeds/all.atom.xml").read_text("utf-8")
    assert 'src="https://blog.havlinje.example/blog/2026/door.jpg"' in feed
    assert "srcset" not in feed


def test_no_file_that_is_published_tells_who_took_a_picture_and_where(site: SiteFolder) -> None:
    person = site.root / "authors/kari-lund.yaml"
    person.write_text(re.sub("photo: .*", "photo: kari.jpg", person.read_text("utf-8")), "utf-8")
    (site.root / "authors/kari.jpg").write_bytes(photograph("JPEG", 300, 300))
    (site.root / "content/blog/2026/loose.png").write_bytes(photograph("PNG", 300, 200))
    site.add(POST, "\n[The original]({attach}loose.png) of the drawing.\n")
    built(site)
    files = [file for file in site.output.rglob("*") if file.is_file()]
    assert {"kari-lund.jpg", "loose.png", "door.jpg"} <= {file.name for file in files}
    for file in files:
        assert SECRET not in file.read_bytes(), file
        assert b"GPS" not in file.read_bytes() or file.suffix == ".html"


def test_pictures_are_made_once_and_any_build_gives_the_same_bytes(site: SiteFolder) -> None:
    built(site)
    first = digests(site.output)
    kept = _age(site.root)
    built(site)
    assert digests(site.output) == first
    assert _age(site.root) == kept, "nothing was made again"
    for file in (site.root / ".masthead").glob("pictures.sqlite*"):
        file.unlink()
    built(site)
    assert digests(site.output) == first


def test_an_edited_picture_gets_other_names_and_the_old_ones_are_gone(site: SiteFolder) -> None:
    built(site)
    old = {file.name for file in site.output.rglob("door.*-480.*")}
    (site.root / "content/blog/2026/door.jpg").write_bytes(photograph("JPEG", 1500, 900))
    built(site)
    new = {file.name for file in site.output.rglob("door.*-480.*")}
    assert len(old) == len(new) == 2
    assert not old & new


def test_a_file_that_is_no_picture_stops_the_build_and_is_named(site: SiteFolder) -> None:
    (site.root / "content/blog/2026/door.jpg").write_bytes(photograph("JPEG")[:500])
    ended = site.run("masthead", "build")
    assert ended.code == 3
    assert "content/blog/2026/door.jpg: cannot be read as a picture" in ended.said


def test_the_main_picture_is_first_and_the_text_waits(site: SiteFolder) -> None:
    place = site.root / POST
    text = place.read_text("utf-8").replace("tags:", "picture: {file: door.jpg, alt: The bow door}\ntags:", 1)
    place.write_text(text, "utf-8")
    page = built(site)
    assert page.xpath("//div[contains(@class, 'e-content')]//img[1]/@loading")[0] == "lazy"
    enclosure = re.search(r"<enclosure[^>]*>", (site.output / "feeds/all.rss.xml").read_text("utf-8"))
    size = (site.output / "blog/2026/door.jpg").stat().st_size
    assert enclosure
    assert f'length="{size}"' in enclosure[0]
    assert 'type="image/jpeg"' in enclosure[0]


def _age(root: Path) -> bytes:
    return (root / ".masthead/pictures.sqlite").read_bytes()
