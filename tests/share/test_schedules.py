"""What schedulers take in: CSVs, drafts, feeds, and what must not be posted any more."""

from __future__ import annotations

import csv
import html
import json
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import Any

import feedparser
import jsonschema
import pytest
from msgspec.structs import replace
from share_site import URL, house, post

from pelican.plugins.share import Said, render_approved_feeds, render_share, snippets
from pelican.plugins.site_model import Crisis, House, NetworkText, Published, ShareWindow

HOUSE = house()
TODAY = HOUSE.now
NEW = TODAY - timedelta(days=2)
POSTIZ = {
    "type": "object",
    "additionalProperties": False,
    "required": ["type", "date", "shortLink", "tags", "posts"],
    "properties": {
        "type": {"const": "draft"},
        "date": {"type": "string", "format": "date-time"},
        "shortLink": {"const": False},
        "tags": {"type": "array", "maxItems": 0},
        "posts": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["integration", "value", "settings"],
                "properties": {
                    "integration": {"type": "object", "required": ["id"]},
                    "settings": {"type": "object", "required": ["__type"]},
                    "value": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["content", "image"],
                            "properties": {"content": {"type": "string", "minLength": 1}, "image": {"type": "array"}},
                        },
                    },
                },
            },
        },
    },
}


def files(at: House = HOUSE, said: tuple[Said, ...] = (), **changes: Any) -> dict[str, str]:
    page = Published(post(**{"date": NEW, **changes}), URL, "")
    return {file.path: file.body.decode() for file in render_share(at, [page], said=said)}


def feed(network: str, at: House = HOUSE, **changes: Any) -> Any:
    page = Published(post(**{"date": NEW, **changes}), URL, "")
    bodies = {file.path: file.body for file in render_approved_feeds(at, [page])}
    return feedparser.parse(bodies.get(f"feeds/share-{network}.xml", b""))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_texts_come_back_from_every_csv_as_they_were() -> None:
    written = files(title='Commas, "quotes"\nand lines; ÆØÅ 👩🏽‍🚀')
    said = {
        text.network: text
        for text in snippets(post(title='Commas, "quotes"\nand lines; ÆØÅ 👩🏽‍🚀', date=NEW), URL, HOUSE)[::2]
    }
    assert {row["network"]: row["text"] for row in rows(written["share/csv/generic.csv"])} == {
        network: text.text for network, text in said.items()
    }
    assert [row["Message"] for row in rows(written["share/csv/publer-x.csv"])] == [said["x"].text]
    assert [row["Text"] for row in rows(written["share/csv/buffer-x.csv"])] == [said["x"].text]
    ayrshare = {row["platforms"]: row["post"] for row in rows(written["share/csv/ayrshare.csv"])}
    assert ayrshare["twitter"] == said["x"].text and "mastodon" not in ayrshare
    assert list(csv.reader(StringIO(written["share/csv/hootsuite-x.csv"]))) == [["", said["x"].text, ""]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_of_the_file_for_spreadsheets_is_a_formula(start: str) -> None:
    written = files(title=f'{start}HYPERLINK("https://evil.example")')["share/csv/generic.csv"]
    cells = [cell for row in csv.reader(StringIO(written)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_dates_are_written_as_each_tool_reads_them_in_the_companys_time_zone() -> None:
    oslo = replace(HOUSE, policy=replace(HOUSE.policy, company=replace(HOUSE.policy.company, timezone="Europe/Oslo")))
    window = ShareWindow(not_before=datetime(2026, 12, 1, 7, 5, tzinfo=UTC))
    written = files(oslo, share_window=window)
    assert rows(written["share/csv/publer-x.csv"])[0]["Date"] == "2026/12/01 08:05"
    assert rows(written["share/csv/buffer-x.csv"])[0]["Posting Time"] == "2026-12-01 08:05"
    assert rows(written["share/csv/ayrshare.csv"])[0]["scheduleDate"] == "2026-12-01T07:05:00Z"
    assert next(csv.reader(StringIO(written["share/csv/hootsuite-x.csv"])))[0] == "12/01/2026 08:05"


def test_schedulers_are_not_given_what_is_old_over_or_held_back() -> None:
    over = ShareWindow(expires=TODAY - timedelta(hours=1))
    crisis = replace(HOUSE, policy=replace(HOUSE.policy, crisis=Crisis(active=True, team=("mikko-salo",))))
    for written in (files(date=TODAY - timedelta(days=31)), files(share_window=over), files(crisis)):
        assert rows(written["share/csv/generic.csv"]) == []
        assert not [path for path in written if path.startswith("share/api/")]
    assert rows(files(crisis, authors=("mikko-salo",))["share/csv/generic.csv"])


def test_postiz_drafts_keep_to_its_schema_and_never_go_out_by_themselves() -> None:
    written = files(share={"x": NetworkText(text="One.", thread=("Two.",))})
    draft = json.loads(written["share/api/postiz-blog-2026-bow-door.en.json"])
    jsonschema.Draft202012Validator(POSTIZ).validate(draft)
    by_type = {one["settings"]["__type"]: [value["content"] for value in one["value"]] for one in draft["posts"]}
    assert by_type["x"][1] == "Two."
    assert by_type["x"][0].startswith("One.")


def test_where_there_is_room_for_one_post_of_a_thread_it_is_the_one_with_the_link() -> None:
    thread = NetworkText(text="One.", thread=("Two.", "Three."))
    written = files(share={"x": thread}, date=NEW)
    for name in ("publer-x", "ayrshare", "buffer-x", "hootsuite-x"):
        assert "One." in written[f"share/csv/{name}.csv"] and "Two." not in written[f"share/csv/{name}.csv"]
    (generic,) = [row for row in csv.DictReader(StringIO(written["share/csv/generic.csv"])) if row["network"] == "x"]
    assert generic["text"].startswith("One.") and generic["thread"] == "Two.\n\nThree."
    page = Published(post(share={"x": thread}, date=NEW), URL, "")
    feed = next(file for file in render_approved_feeds(HOUSE, [page]) if file.path == "feeds/share-x.xml")
    assert b"One." in feed.body and URL.encode() in feed.body and b"Two." not in feed.body


def test_buffer_drafts_are_saved_as_drafts() -> None:
    drafts = json.loads(files()["share/api/buffer-blog-2026-bow-door.en.json"])
    assert {draft["saveToDraft"] for draft in drafts} == {True}
    assert all(set(draft) >= {"channelId", "text", "schedulingType", "mode"} for draft in drafts)


def test_the_feed_of_a_network_carries_the_approved_text() -> None:
    title = 'Fish & chips <b>bold</b> "quoted" 👩🏽‍🚀'
    read = feed("x", title=title)
    assert not read.bozo
    assert read.entries[0].title == title
    text = snippets(post(title=title, date=NEW), URL, HOUSE)
    said = next(one for one in text if one.network == "x").text
    assert html.unescape(read.entries[0].description).replace("<br />", "").replace("<br>", "") == said
    assert read.entries[0].link == URL
    assert read.entries[0].id == f"tag:blog.havlinje.no,{NEW.date()}:blog/2026/bow-door:en:x:default"


def test_a_feed_says_nothing_before_its_time_after_it_or_in_a_crisis() -> None:
    crisis = replace(HOUSE, policy=replace(HOUSE.policy, crisis=Crisis(active=True, team=("mikko-salo",))))
    assert feed("x", share_window=ShareWindow(not_before=TODAY + timedelta(hours=1))).entries == []
    assert feed("x", share_window=ShareWindow(expires=TODAY)).entries == []
    assert feed("x", crisis).entries == []
    assert len(feed("x", crisis, authors=("mikko-salo",)).entries) == 1


def test_texts_that_were_approved_and_changed_must_not_be_posted_any_more() -> None:
    now = {text.name: text.sha256 for text in snippets(post(date=NEW), URL, HOUSE)}
    path = post().path
    said = (
        Said(path=path, name="x", sha256="0" * 64, day=date(2026, 11, 1)),
        Said(path=path, name="linkedin", sha256=now["linkedin"], day=date(2026, 11, 1)),
        Said(path="content/blog/gone.md", name="x", sha256="1" * 64, day=date(2026, 11, 1)),
    )
    listed = json.loads(files(said=said)["share/withdrawn.json"])["withdrawn"]
    assert [(entry["path"], entry["name"], entry["reason"]) for entry in listed] == [
        ("content/blog/2026/bow-door.md", "x", "changed"),
        ("content/blog/gone.md", "x", "gone"),
    ]


def test_texts_whose_time_is_over_must_not_be_posted_any_more() -> None:
    written = files(share_window=ShareWindow(expires=TODAY - timedelta(hours=1)))
    listed = json.loads(written["share/withdrawn.json"])["withdrawn"]
    assert {entry["reason"] for entry in listed} == {"expired"}
    assert len(listed) == len(snippets(post(), URL, HOUSE))
