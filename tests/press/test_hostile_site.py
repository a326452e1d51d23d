"""A site of hostile titles goes through the whole press; `HOSTILE_POSTS=1000` makes it as large as you like."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import feedparser
import jsonschema
import msgspec
import pytest
from hostile_posts import LANGUAGES, TITLES, lay_hostile
from lxml import etree
from site_folder import REPOSITORY, SiteFolder, digests

from pelican.plugins.share import find_networks
from pelican.plugins.share.counting import graphemes
from pelican.plugins.site_model import Snippet

POSTS = int(os.environ.get("HOSTILE_POSTS") or 72)
JSON_FEED = json.loads((REPOSITORY / "tests/feeds/json-feed-1.1.schema.json").read_text("utf-8"))
SHARE = json.loads((REPOSITORY / "tests/share/share.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def hostile(once: Callable[[str, Callable[[Path], None]], Path], shared: Path) -> SiteFolder:
    return SiteFolder(once("hostile-site", lambda root: _build(root, shared)), shared / "state")


def _build(root: Path, shared: Path) -> None:
    lay_hostile(root, POSTS)
    shutil.copy(REPOSITORY / "pelicanconf.py", root)
    shutil.copytree(REPOSITORY / "theme", root / "theme")
    build(SiteFolder(root, shared / "state"))


def build(site: SiteFolder, **variables: str) -> None:
    """Build without a limit of time: a thousand posts on sixteen networks take a while."""
    command = [site.bin / "masthead", "build", "--phase", "write", "--output", "draft"]
    built = subprocess.run(command, cwd=site.root, env=site.environment(**variables), capture_output=True, check=False)
    assert built.returncode == 0, built.stderr[-2000:]


def kits(site: SiteFolder) -> list[Path]:
    found = sorted((site.root / "draft-kit").glob("*/*/*/share/share.json"))
    assert len(found) == POSTS
    return found


def test_every_text_fits_has_the_link_and_opens_its_network_byte_for_byte(hostile: SiteFolder) -> None:
    known, seen, opened = find_networks(), 0, 0
    for place in kits(hostile):
        kit = json.loads(place.read_bytes())
        jsonschema.validate(kit, SHARE)
        for snippet in msgspec.convert([{**one, "native": None} for one in kit["snippets"]], list[Snippet]):
            seen += 1
            text = (place.parent / f"{snippet.name}.txt").read_bytes().decode()
            assert text == snippet.text
            assert snippet.count.fits and known[snippet.network].count(text, *snippet.thread) == snippet.count
            assert snippet.url in text.split(), (place, snippet.name)
            assert "".join(graphemes(text)) == text
            if snippet.intent_url and snippet.prefill == "text+url":
                values = {key: one[0] for key, one in parse_qs(urlsplit(snippet.intent_url).query).items()}
                said = values.get("body", values.get("text", "")).replace("\r\n", "\n")
                assert text in (said, f"{snippet.url}\n{said}"), (place, snippet.name)
                opened += 1
    assert seen == POSTS * len(known) * 2
    assert opened > seen / 4


def test_every_feed_parses_in_every_reader(hostile: SiteFolder) -> None:
    feeds = [
        place for place in sorted((hostile.root / "draft" / "feeds").rglob("*")) if place.suffix in (".xml", ".json")
    ]
    assert len(feeds) >= 3 * (2 + len(LANGUAGES))
    for place in feeds:
        body = place.read_bytes()
        if place.suffix == ".json":
            jsonschema.validate(json.loads(body), JSON_FEED)
            continue
        etree.fromstring(body)
        parsed = feedparser.parse(body)
        assert not parsed.bozo, (place, parsed.get("bozo_exception"))
        assert parsed.entries and all(entry.title and entry.link for entry in parsed.entries), place


def test_titles_reach_readers_as_they_were_written(hostile: SiteFolder) -> None:
    parsed = feedparser.parse((hostile.root / "draft" / "feeds/all.atom.xml").read_bytes())
    written = {f"{number} {TITLES[number // len(LANGUAGES) % len(TITLES)]}".strip() for number in range(POSTS)}
    assert {entry.title for entry in parsed.entries} <= {" ".join(title.split()) for title in written}


def test_every_post_has_a_card_for_the_public_and_one_for_the_kit(hostile: SiteFolder) -> None:
    for place in kits(hostile):
        picture = (place.parent / "card.png").read_bytes()
        public = (hostile.root / "draft") / place.parent.parent.relative_to(hostile.root / "draft-kit") / "card.png"
        assert picture.startswith(b"\x89PNG") and len(picture) <= 1_000_000
        assert public.read_bytes() == picture


def test_kit_cards_and_feeds_are_the_same_wherever_they_are_made(hostile: SiteFolder, tmp_path: Path) -> None:
    site = hostile.copy(tmp_path / "site")
    shutil.rmtree(site.root / ".masthead")
    shutil.rmtree(site.root / "draft")
    shutil.rmtree(site.root / "draft-kit")
    build(site, TZ="Asia/Tokyo", PYTHONHASHSEED="7", LC_ALL="C")
    assert digests(site.root / "draft-kit") == digests(hostile.root / "draft-kit")
    assert digests(site.root / "draft") == digests(hostile.root / "draft")
