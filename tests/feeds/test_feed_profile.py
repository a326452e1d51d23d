"""What RFC 4287 and the RSS Advisory Board's profile ask of every feed, read from the documents themselves."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import urlsplit

import pytest
from feed_site import everything
from lxml import etree, html

FEEDS = [(path, etree.fromstring(body)) for path, body in everything() if path.endswith(".xml")]
RSS = [feed for feed in FEEDS if feed[0].endswith(".rss.xml")]
ATOM = [feed for feed in FEEDS if feed[0].endswith(".atom.xml")]
A = "{http://www.w3.org/2005/Atom}"
ONCE_IN_ATOM = ("id", "title", "updated")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def absolute(address: str | None) -> bool:
    parts = urlsplit(address or "")
    return parts.scheme in ("http", "https") and bool(parts.netloc) and (address or "").isascii()


def often(node: etree._Element) -> Counter[str]:
    return Counter(str(child.tag) for child in node)


@pytest.mark.parametrize(("path", "feed"), RSS, ids=[path for path, _ in RSS])
def test_rss_keeps_to_its_profile(path: str, feed: etree._Element) -> None:
    assert (feed.tag, feed.get("version"), len(feed)) == ("rss", "2.0", 1)
    (channel,) = feed
    counts = often(channel)
    assert all(counts[name] == 1 for name in ("title", "link", "description", "language", "lastBuildDate")), counts
    assert {name for name, count in counts.items() if count > 1} <= {"item", f"{A}link"}
    assert absolute(channel.findtext("link")) and LANGUAGE.fullmatch(channel.findtext("language") or "")
    assert re.fullmatch(r"[^@ ]+@[^@ ]+ \(.+\)", channel.findtext("managingEditor") or "")
    (own,) = [link for link in channel.iter(f"{A}link") if link.get("rel") == "self"]
    assert absolute(own.get("href")) and own.get("type") == "application/rss+xml"
    guids = [item.findtext("guid") for item in channel.iter("item")]
    assert guids and len(set(guids)) == len(guids)
    for item in channel.iter("item"):
        assert {name for name, count in often(item).items() if count > 1} <= {"category"}
        assert item.findtext("title") and absolute(item.findtext("link"))
        assert item.find("author") is None and item.findtext("{http://purl.org/dc/elements/1.1/}creator")
        date = item.findtext("pubDate") or ""
        assert format_datetime(parsedate_to_datetime(date)) == date
        for enclosure in item.iter("enclosure"):
            assert absolute(enclosure.get("url"))
            assert (enclosure.get("length") or "").isdigit() and "/" in (enclosure.get("type") or "")


@pytest.mark.parametrize(("path", "feed"), ATOM, ids=[path for path, _ in ATOM])
def test_atom_keeps_to_its_standard(path: str, feed: etree._Element) -> None:
    assert feed.tag == f"{A}feed"
    entries = feed.findall(f"{A}entry")
    ids = [entry.findtext(f"{A}id") for entry in entries]
    assert ids and len(set(ids)) == len(ids)
    for node in (feed, *entries):
        counts = often(node)
        assert all(counts[f"{A}{name}"] == 1 for name in ONCE_IN_ATOM), counts
        assert counts[f"{A}summary"] <= 1 and counts[f"{A}content"] <= 1 and counts[f"{A}author"] >= 1
        assert urlsplit(node.findtext(f"{A}id") or "").scheme in ("https", "tag")
        links = node.findall(f"{A}link")
        assert all(absolute(link.get("href")) for link in links)
        kinds = Counter((link.get("type"), link.get("hreflang")) for link in links if link.get("rel") == "alternate")
        assert list(kinds.values()) == [1]
        for moment in node.findall(f"{A}updated") + node.findall(f"{A}published"):
            assert datetime.fromisoformat(moment.text or "").tzinfo is not None
        assert {text.get("type", "text") for text in node.iter(f"{A}content")} <= {"html"}
        assert {text.get("type", "text") for text in node.findall(f"{A}title")} == {"text"}


def test_no_text_of_any_feed_has_an_address_that_only_works_on_the_site() -> None:
    read = 0
    for path, feed in FEEDS:
        for text in feed.iter("{http://purl.org/rss/1.0/modules/content/}encoded", f"{A}content"):
            tree = html.fromstring(f"<div>{text.text}</div>")
            assert all(urlsplit(address).scheme for address in tree.xpath("//@href | //@src")), path
            read += 1
    assert read > 100
