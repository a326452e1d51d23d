"""Which feeds there are, what stands in them and in which order, and that their bytes depend on nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from feed_site import HUB, OSLO_WINTER, PICTURES, SITE, TOMBSTONE, everything, feeds, full_post, house, publish
from jsonschema import Draft202012Validator
from lxml import etree
from msgspec import json
from msgspec.structs import replace

from pelican.plugins.feeds import feed_links, find_scopes, full_text, links_for_post, render_feeds
from pelican.plugins.feeds.scopes import ENTRIES
from pelican.plugins.site_model import Correction

SCHEMA = Draft202012Validator(json.decode((Path(__file__).parent / "json-feed-1.1.schema.json").read_bytes()))


def titles(body: bytes) -> list[str]:
    return [item["title"] for item in json.decode(body)["items"]]


def test_there_is_a_feed_for_all_and_for_each_author_topic_audience_and_language() -> None:
    files = feeds(
        publish(1), publish(2, authors=("kari-lund", "mikko-salo"), topic="climate", audience="islanders", lang="nb")
    )
    stems = ["all", "author/kari-lund", "author/mikko-salo", "topic/climate", "topic/operations"]
    stems += ["audience/islanders", "audience/passengers", "lang/en", "lang/nb"]
    assert list(files) == [f"feeds/{stem}{suffix}" for stem in stems for suffix in (".rss.xml", ".atom.xml", ".json")]
    assert titles(files["feeds/author/kari-lund.json"]) == ["Post 2", "Post 1"]
    assert titles(files["feeds/author/mikko-salo.json"]) == ["Post 2"]
    assert titles(files["feeds/topic/operations.json"]) == ["Post 1"]
    assert titles(files["feeds/audience/islanders.json"]) == ["Post 2"]
    assert titles(files["feeds/lang/nb.json"]) == ["Post 2"]


def test_feeds_are_named_in_the_language_of_their_posts() -> None:
    files = feeds(publish(1, lang="fi"), publish(2, lang="nb"))
    named = {path: json.decode(body)["title"] for path, body in files.items() if path.endswith(".json")}
    assert named == {
        "feeds/all.json": "Havlinje blog",
        "feeds/author/kari-lund.json": "Havlinje blog: Kari Lund",
        "feeds/topic/operations.json": "Havlinje blog: Operations",
        "feeds/audience/passengers.json": "Havlinje blog: Passengers",
        "feeds/lang/fi.json": "Havlinje blog: suomi",
        "feeds/lang/nb.json": "Havlinje blog: norsk bokmål",
    }
    assert json.decode(files["feeds/lang/fi.json"])["language"] == "fi"


def test_the_newest_come_first_and_the_oldest_fall_out() -> None:
    published = [publish(number) for number in range(1, ENTRIES + 6)]
    shown = titles(feeds(*published[::2], *published[1::2])["feeds/all.json"])
    assert shown == [f"Post {number}" for number in range(ENTRIES + 5, 5, -1)]


def test_a_correction_or_withdrawal_of_an_old_post_reaches_the_followers() -> None:
    correction = Correction(date=date(2026, 3, 5), text="It was the other door.", by="kari-lund")
    misprint = Correction(date=date(2026, 3, 5), text="A comma.", by="kari-lund", minor=True)
    changed = datetime(2026, 3, 6, tzinfo=OSLO_WINTER)
    published = [publish(number) for number in range(10, ENTRIES + 15)]
    published += [publish(1, corrections=(correction,)), publish(2, corrections=(misprint,), modified=changed)]
    shown = titles(feeds(*published, tombstones=[TOMBSTONE])["feeds/author/kari-lund.json"])
    assert shown[:3] == ["Post 1", "Withdrawn: Post 3", f"Post {ENTRIES + 14}"]
    assert "Post 2" not in shown


def test_links_name_exactly_the_files_that_are_written() -> None:
    published = [publish(1), publish(2, lang="nb", topic="Sjø & hav/../x", authors=("mikko-salo",))]
    links = feed_links(find_scopes(house(), [*published, TOMBSTONE]))
    assert [link.path for link in links] == [
        file.path for file in render_feeds(house(), published, tombstones=[TOMBSTONE])
    ]
    odd = next(
        link for link in links if link.kind == "topic" and link.media_type == "application/rss+xml" and "S" in link.id
    )
    assert odd.path == "feeds/topic/Sjø~20~26~20hav~2f..~2fx.rss.xml"
    assert odd.url == f"{SITE}/feeds/topic/Sj%C3%B8~20~26~20hav~2f..~2fx.rss.xml"
    mine = {(link.kind, link.id) for link in links_for_post(links, published[1].post)}
    assert mine == {
        ("all", ""),
        ("author", "mikko-salo"),
        ("topic", odd.id),
        ("audience", "passengers"),
        ("lang", "nb"),
    }


def test_every_feed_says_where_it_lives_and_names_the_hub() -> None:
    for link in feed_links(find_scopes(house(), [publish(1)])):
        body = feeds(publish(1))[link.path]
        if link.path.endswith(".json"):
            document = json.decode(body)
            assert (document["feed_url"], document["hubs"]) == (link.url, [{"url": HUB, "type": "WebSub"}])
        else:
            nodes = etree.fromstring(body).iter("{http://www.w3.org/2005/Atom}link")
            named = [(node.get("rel"), node.get("href")) for node in nodes if node.get("rel") in ("self", "hub")]
            assert named == [("self", link.url), ("hub", HUB)]


def test_every_feed_says_whose_it_is_and_where_they_are_reached() -> None:
    for path, body in feeds(publish(1)).items():
        if path.endswith(".json"):
            assert json.decode(body)["authors"] == [{"name": "Havlinje blog", "url": "mailto:blog@havlinje.example"}]
        elif path.endswith(".rss.xml"):
            said = etree.fromstring(body).findtext("channel/managingEditor")
            assert said == "blog@havlinje.example (Havlinje blog)"
        else:
            author = etree.fromstring(body).find("{*}author")
            assert author is not None
            assert [node.text for node in author] == ["Havlinje blog", "blog@havlinje.example"]


def test_without_a_mail_address_none_is_named() -> None:
    company = replace(house().policy.company, mail=None)
    quiet = replace(house(), policy=replace(house().policy, company=company))
    assert not [file.path for file in render_feeds(quiet, [publish(1)]) if b"mailto" in file.body or b"@" in file.body]


def test_without_a_hub_none_is_named() -> None:
    company = replace(house().policy.company, hub=None)
    quiet = replace(house(), policy=replace(house().policy, company=company))
    assert not [file.path for file in render_feeds(quiet, [publish(1)]) if b"hub" in file.body]


def test_no_post_makes_no_feed() -> None:
    assert feeds() == {}


def test_every_json_feed_fits_the_specification() -> None:
    for path, body in everything():
        if path.endswith(".json"):
            assert not [error.message for error in SCHEMA.iter_errors(json.decode(body))], path


def test_every_id_is_unique_in_its_feed() -> None:
    for path, body in everything():
        if path.endswith(".json"):
            assert max(Counter(item["id"] for item in json.decode(body)["items"]).values()) == 1, path


def test_an_entry_is_told_alike_in_every_feed_that_carries_it() -> None:
    files = feeds(full_post(), publish(1), pictures=PICTURES)
    items = [
        etree.tostring(node, method="c14n")
        for path, body in files.items()
        if path.endswith(".rss.xml")
        for node in etree.fromstring(body).iter("item")
        if node.findtext("title") == "Post 7"
    ]
    assert len(items) == 6
    assert len(set(items)) == 1


def test_each_text_is_made_once_however_many_feeds_carry_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    original = full_text.absolute_html

    def counted(html: str, base: str) -> str:
        made.append(base)
        return original(html, base)

    monkeypatch.setattr(full_text, "absolute_html", counted)
    feeds(*(publish(number) for number in range(40)))
    assert Counter(made).most_common(1)[0][1] == 1
    assert len(made) == ENTRIES


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Adak", "LC_ALL": "nb_NO.UTF-8", "PYTHONHASHSEED": "2"},
    ],
)
def test_bytes_do_not_depend_on_zone_locale_or_hash_seed(surroundings: dict[str, str], tmp_path: Path) -> None:
    def digest(more: dict[str, str], folder: Path) -> Any:
        script = Path(__file__).with_name("feed_site.py")
        run = subprocess.run(
            [sys.executable, script], env={**os.environ, **more}, cwd=folder, check=True, capture_output=True
        )
        return run.stdout

    assert digest(surroundings, tmp_path) == digest({"PYTHONHASHSEED": "0"}, Path.cwd())
