"""Feeds as real readers open them: newsboat, feedparser, `reader`."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import feedparser
import pytest
from feed_site import HOSTILE, HUB, PICTURES, SITE, TOMBSTONE, everything, feeds, full_post, hostile_posts, publish
from lxml import etree
from reader import make_reader

FORMATS = (".rss.xml", ".atom.xml", ".json")


def newsboat(folder: Path, documents: dict[str, bytes]) -> dict[str, list[dict[str, Any]]]:
    """Let newsboat load the documents; return what it stored of each, newest first."""
    for path, body in documents.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(body)
    (folder / "urls").write_text("".join(f"{(folder / path).as_uri()}\n" for path in documents))
    command = ["newsboat", "-u", folder / "urls", "-c", folder / "cache.db", "-C", os.devnull, "-x", "reload"]
    subprocess.run(command, check=True, env={**os.environ, "HOME": str(folder)}, capture_output=True, timeout=60)
    with closing(sqlite3.connect(folder / "cache.db")) as kept:
        kept.row_factory = sqlite3.Row
        rows = kept.execute(
            "SELECT f.url AS home, f.title AS feed, i.* FROM rss_item i JOIN rss_feed f ON f.rssurl = i.feedurl "
            "ORDER BY i.pubDate DESC, i.id"
        )
        stored: dict[str, list[dict[str, Any]]] = {path: [] for path in documents}
        for row in rows:
            stored[row["feedurl"].removeprefix(folder.as_uri() + "/")].append(dict(row))
    return stored


@pytest.fixture(scope="module")
def hostile() -> dict[str, bytes]:
    return feeds(*hostile_posts())


@pytest.mark.parametrize("path", ["feeds/all.rss.xml", "feeds/all.atom.xml"])
def test_newsboat_shows_title_link_author_and_content_as_written(
    path: str, hostile: dict[str, bytes], tmp_path: Path
) -> None:
    shown = newsboat(tmp_path, {path: hostile[path]})[path]
    assert [entry["title"] for entry in shown] == list(HOSTILE.values())
    assert [entry["url"] for entry in shown] == [f"{SITE}/en/post-{100 - n}/" for n in range(len(HOSTILE))]
    assert {entry["author"] for entry in shown} == {"Kari Lund (Captain and managing director, Havlinje)"}
    assert [entry["content"] for entry in shown] == [f"<p>Text {n} &amp; more.</p>" for n in range(len(HOSTILE))]
    assert [entry["pubDate"] for entry in shown] == [int(one.post.date.timestamp()) for one in hostile_posts()]


@pytest.mark.parametrize("path", ["feeds/all.rss.xml", "feeds/all.atom.xml"])
def test_newsboat_opens_the_site_and_the_post_not_the_hub_or_the_picture(path: str, tmp_path: Path) -> None:
    (entry,) = newsboat(tmp_path, {path: feeds(full_post(), pictures=PICTURES)[path]})[path]
    assert (entry["home"], entry["feed"], entry["url"]) == (f"{SITE}/", "Havlinje blog", f"{SITE}/en/post-7/")
    assert entry["author"] == (
        "Kari Lund (Captain and managing director, Havlinje), Mikko Salo (Chief engineer, Havlinje)"
    )
    assert 'src="https://blog.havlinje.example/img/d%C3%B8r%201.jpg"' in entry["content"]


def test_newsboat_keeps_one_entry_when_a_post_moves_or_is_withdrawn(tmp_path: Path) -> None:
    path = "feeds/all.rss.xml"
    newsboat(tmp_path, {path: feeds(publish(3))[path]})
    newsboat(tmp_path, {path: feeds(publish(3, url=f"{SITE}/en/elsewhere/", title="Renamed"))[path]})
    (entry,) = newsboat(tmp_path, {path: feeds(tombstones=[TOMBSTONE])[path]})[path]
    assert entry["title"] == "Withdrawn: Post 3"
    assert entry["content"] == "<p>This post was withdrawn 2026-03-01.</p>\n<p>The figures were &lt;wrong&gt;.</p>"


def test_feedparser_finds_no_fault_in_any_feed() -> None:
    documents = [(path, body) for path, body in everything() if path.endswith(".xml")]
    assert len(documents) > 10
    for path, body in documents:
        parsed = feedparser.parse(body)
        assert not parsed.bozo, (path, parsed.get("bozo_exception"))
        assert parsed.entries, path


def test_feedparser_reads_everything_back_from_atom(hostile: dict[str, bytes]) -> None:
    parsed = feedparser.parse(hostile["feeds/all.atom.xml"])
    assert [entry.title for entry in parsed.entries] == list(HOSTILE.values())
    assert [entry.summary for entry in parsed.entries] == [f"About {title}" for title in HOSTILE.values()]
    assert parsed.feed.link == f"{SITE}/"
    assert {(link.rel, link.href) for link in parsed.feed.links} == {
        ("self", f"{SITE}/feeds/all.atom.xml"),
        ("alternate", f"{SITE}/"),
        ("hub", HUB),
    }


def test_feedparser_finds_picture_with_type_length_and_description() -> None:
    documents = feeds(full_post(), pictures=PICTURES)
    address = f"{SITE}/img/d%C3%B8r%201.jpg"
    rss = feedparser.parse(documents["feeds/all.rss.xml"]).entries[0]
    assert rss.enclosures == [{"href": address, "type": "image/jpeg", "length": "4711"}]
    assert rss.media_content == [{"url": address, "type": "image/jpeg", "filesize": "4711", "medium": "image"}]
    assert rss.content[0].value.count("<img") == 1
    atom = feedparser.parse(documents["feeds/all.atom.xml"]).entries[0]
    assert atom.enclosures == [{"href": address, "type": "image/jpeg", "length": "4711"}]
    assert atom.link == f"{SITE}/en/post-7/"


@pytest.mark.parametrize("suffix", FORMATS)
def test_reader_reads_every_entry_of_every_format(suffix: str, hostile: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / f"all{suffix}").write_bytes(hostile[f"feeds/all{suffix}"])
    with closing(make_reader(":memory:", feed_root=str(tmp_path))) as reader:
        reader.add_feed(f"all{suffix}")
        reader.update_feeds()
        entries = list(reader.get_entries())
        (feed,) = reader.get_feeds()
    assert feed.last_exception is None
    assert (feed.title, feed.link) == ("Havlinje blog", f"{SITE}/")
    by_id = {entry.id: entry for entry in entries}
    expected = {f"tag:blog.havlinje.example,{one.post.date.date()}:{one.post.id}:en": one for one in hostile_posts()}
    assert by_id.keys() == expected.keys()
    for id, one in expected.items():
        assert by_id[id].link == one.url
        assert by_id[id].published == one.post.date
        assert [content.value for content in by_id[id].content] == [one.html]
        assert by_id[id].title == HOSTILE[one.post.title]


def elements(body: bytes) -> Iterator[etree._Element]:
    yield from etree.fromstring(body).iter(etree.Element)


def test_every_xml_feed_parses_strictly_and_declares_namespaces_once() -> None:
    for path, body in everything():
        if path.endswith(".xml"):
            assert body.count(b"xmlns") == body.partition(b"><")[0].count(b"xmlns"), path
            assert not [node.tag for node in elements(body) if not (node.text or node.attrib or len(node))], path
