"""The files that people and schedulers take the texts from."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
from share_site import URL, house, post

from pelican.plugins.share import render_share, snippets
from pelican.plugins.share.networks.linkedin import little_text
from pelican.plugins.site_model import Disclosure, NetworkText, Published, ShareImage, ShareWindow

HOUSE = house()
FOLDER = "en/what-a-broken-bow-door-taught-us/share/"
SCHEMA = json.loads((Path(__file__).parent / "share.schema.json").read_text(encoding="utf-8"))


def files(**changes: Any) -> dict[str, bytes]:
    page = Published(post(**changes), URL, "")
    return {file.path: file.body for file in render_share(HOUSE, [page])}


def overview(**changes: Any) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(files(**changes)[FOLDER + "share.json"])
    return value


def check(value: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(value)


def test_share_json_keeps_to_its_schema() -> None:
    check(overview())
    check(
        overview(
            disclosure=Disclosure(kind="sponsored", by="Sundby Travel"),
            share={"x": NetworkText(text="One.", thread=("Two.",), variants={"employee": ("Mine.",)})},
            share_window=ShareWindow(not_before=datetime(2026, 3, 11, 8, tzinfo=UTC)),
        )
    )


def test_words_for_the_picture_are_taken_cleaned_and_never_empty() -> None:
    own = overview(share_image=ShareImage(alt=" A\u030a door,\u202e half\n open "))
    check(own)
    assert own["card"]["alt"] == own["snippets"][0]["media"][0]["alt"] == "Å door, half open"
    assert overview(share_image=ShareImage(alt="\u202e "))["card"]["alt"] == overview()["card"]["alt"]


def test_each_text_file_is_exactly_what_would_be_posted() -> None:
    written = files()
    for text in snippets(post(), URL, HOUSE):
        name = text.network if text.variant == "default" else f"{text.network}.{text.variant}"
        body = written[f"{FOLDER}{name}.txt"]
        assert body == text.text.encode()
        assert sha256(body).hexdigest() == text.sha256 or text.title
        assert not body.endswith(b"\n")


def test_a_thread_has_a_file_for_each_of_its_posts() -> None:
    written = files(share={"x": NetworkText(text="One.", thread=("Two.", "Three."))})
    assert written[f"{FOLDER}x.txt"].startswith(b"One.")
    assert written[f"{FOLDER}x.2.txt"] == b"Two."
    assert written[f"{FOLDER}x.3.txt"] == b"Three."


def test_each_post_of_a_thread_is_told_to_the_networks_interface_and_the_first_has_the_card() -> None:
    thread = NetworkText(text="One.", thread=("Two, at #sea.",))
    written = files(share={"bluesky": thread, "mastodon": thread})
    first, second = (json.loads(written[f"{FOLDER}bluesky{place}.record.json"]) for place in ("", ".2"))
    assert "embed" in first and "embed" not in second
    assert second["facets"][0]["features"][0]["tag"] == "sea"
    forms = [json.loads(written[f"{FOLDER}mastodon{place}.form.json"]) for place in ("", ".2")]
    assert forms[1]["status"] == "Two, at #sea."
    assert forms[0]["idempotency_key"] != forms[1]["idempotency_key"]


def test_bluesky_facets_point_at_links_and_tags_by_byte() -> None:
    record = json.loads(files(title="Båten 👩🏽‍🚀 er her")[FOLDER + "bluesky.record.json"])
    body = record["text"].encode()
    marked = [
        (body[f["index"]["byteStart"] : f["index"]["byteEnd"]].decode(), f["features"][0]) for f in record["facets"]
    ]
    assert marked[0] == (
        "blog.havlinje.no/en/what-a-br...",
        {"$type": "app.bsky.richtext.facet#link", "uri": URL},
    )
    assert [shown for shown, _ in marked[1:]] == ["#Safety", "#MachineLearning", "#Delays"]
    assert [feature["tag"] for _, feature in marked[1:]] == ["Safety", "MachineLearning", "Delays"]
    assert record["embed"]["external"]["uri"] == URL
    assert record["langs"] == ["en"]


def test_mentions_are_never_resolved() -> None:
    record = json.loads(files(title="@kari.havlinje.no says hello")[FOLDER + "bluesky.record.json"])
    assert all("mention" not in f["features"][0]["$type"] for f in record["facets"])


def test_mastodon_form_has_language_and_a_key_against_posting_twice() -> None:
    form = json.loads(files(lang="nb")[FOLDER + "mastodon.form.json"])
    assert form["language"] == "nb"
    assert form["visibility"] == "public"
    assert len(form["idempotency_key"]) == 64
    assert form["idempotency_key"] == json.loads(files(lang="nb")[FOLDER + "mastodon.form.json"])["idempotency_key"]


def test_linkedin_text_is_escaped_and_hashtags_are_templates() -> None:
    assert little_text(r"a_b (c) @d {e} \f * ~ | < > [g] #1") == (r"a\_b \(c\) \@d \{e\} \\f \* \~ \| \< \> \[g\] \#1")
    assert little_text("Sea #FerryLife #Øy") == r"Sea {hashtag|\#|FerryLife} {hashtag|\#|Øy}"


def test_only_the_companys_own_texts_are_told_to_an_interface() -> None:
    told = {(one["network"], one["audience"]) for one in overview()["snippets"] if "native" in one}
    assert told >= {("bluesky", "company"), ("mastodon", "company"), ("linkedin", "company")}
    assert not any(audience == "employee" for _, audience in told)


def test_two_renderings_are_identical() -> None:
    assert files() == files()
