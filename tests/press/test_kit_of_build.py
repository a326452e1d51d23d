"""What a build makes of share texts: who approved them, who may see them, where their links lead."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from site_folder import SiteFolder, digests

POST = "en/2026/ferry-delay"
SOURCE = "content/blog/2026/ferry-delay.md"


def read(place: Path) -> Any:
    return json.loads(place.read_bytes())


def build(site: SiteFolder) -> tuple[Path, Path]:
    """Build as a writer does, who may publish what nobody has approved yet nowhere; return the site and its kit."""
    built = site.run("masthead", "build", "--phase", "write", "--output", "draft")
    assert built.code == 0, built.said
    return site.root / "draft", site.root / "draft-kit"


def test_the_kit_is_not_in_the_public_output(sample_site: SiteFolder) -> None:
    public = {path.name for path in sample_site.output.rglob("*")}
    assert (sample_site.root / "output-kit" / POST / "share" / "index.html").is_file()
    assert public.isdisjoint({"kit", "share.json", "bluesky.record.json", "withdrawn.json"})
    assert not list(sample_site.output.rglob("share"))


def test_a_policy_can_make_the_kit_public(sample_site: SiteFolder) -> None:
    sample_site.add("policy.yaml", "\nshare: {kit: public}\n")
    public, kit_folder = build(sample_site)
    assert not kit_folder.exists()
    page = public / "kit" / POST / "share" / "index.html"
    assert "For staff" not in page.read_text("utf-8")
    assert (page.parent / "card.png").is_file()
    assert (public / "kit/share/index.html").is_file()


def test_campaign_queries_stand_in_the_texts_and_nowhere_else(sample_site: SiteFolder) -> None:
    query = "utm_source={network}&utm_medium=social&utm_campaign={slug}&utm_content={variant}"
    sample_site.add("policy.yaml", f"\nshare: {{campaign: '{query}'}}\n")
    public, kit_folder = build(sample_site)
    folder = kit_folder / POST / "share"
    link = f"https://blog.havlinje.example/{POST}/?utm_source=mastodon&utm_medium=social&utm_campaign=ferry-delay"
    assert f"{link}&utm_content=company" in (folder / "mastodon.txt").read_text("utf-8").split()
    assert f"{link}&utm_content=employee" in (folder / "mastodon.employee.txt").read_text("utf-8").split()
    kit = read(folder / "share.json")
    assert kit["post"]["url"] == f"https://blog.havlinje.example/{POST}/"
    made = [one for one in kit["snippets"] if one["source"] == "generated"]
    assert made and all(one["count"]["used"] <= one["count"]["limit"] for one in made)
    page = (public / POST / "index.html").read_text("utf-8")
    assert "utm_" not in page.partition("</head>")[0]
    assert "utm_" not in (public / "feeds/all.rss.xml").read_text("utf-8")


def test_ones_own_words_for_the_picture_stand_wherever_made_ones_stood(small_site: SiteFolder) -> None:
    folders = (small_site.output, small_site.root / "output-kit")

    def holding(words: bytes) -> set[Path]:
        places = (place for folder in folders for place in folder.rglob("*") if place.is_file())
        return {place for place in places if words in place.read_bytes()}

    made = (folders[1] / "en/2026/example/share/card.alt.txt").read_bytes()
    places, card = holding(made), small_site.output / "en/2026/example/card.png"
    drawn = card.read_bytes(), card.stat().st_mtime_ns
    names = {place.name for place in places}
    assert names >= {"index.html", "share.json", "card.alt.txt", "generic.csv", "share-linkedin.xml"}, names
    own = "White words on green: a bow door that would not close"
    post = small_site.root / "content/blog/2026/example.md"
    post.write_text(post.read_text("utf-8").replace("\ntags:", f"\nshare: {{image: {{alt: '{own}'}}}}\ntags:"), "utf-8")
    built = small_site.run("masthead", "build")
    assert built.code == 0, built.said
    assert (holding(made), holding(own.encode())) == (set(), places)
    assert drawn == (card.read_bytes(), card.stat().st_mtime_ns), "the picture itself is the same"
    page = (small_site.output / "en/2026/example/index.html").read_text("utf-8")
    assert f'<meta property="og:image:alt" content="{own}">' in page
    assert f'<meta name="twitter:image:alt" content="{own}">' in page


def test_who_approved_the_texts_stands_in_the_kit_and_changed_texts_are_withdrawn(sample_site: SiteFolder) -> None:
    sample_site.add("policy.yaml", "\nsignoff: {require: ssh}\n")
    signed = sample_site.run("masthead", "demo-keys")
    assert signed.code == 0, signed.said
    _, kit_folder = build(sample_site)
    folder = kit_folder / POST / "share"
    kit = read(folder / "share.json")
    (approval,) = kit["governance"]["approvals"]
    assert approval["role"] == "editor"
    assert approval["snippet_sha256"] == [one["sha256"] for one in kit["snippets"]]
    assert f"({approval['at'][:10]})" in (folder / "index.html").read_text("utf-8")
    assert read(kit_folder / "share/withdrawn.json")["withdrawn"] == []

    place = sample_site.root / SOURCE
    place.write_text(place.read_text("utf-8").replace('x: "The bow door was fine.', 'x: "The door was fine.'), "utf-8")
    build(sample_site)
    assert read(folder / "share.json")["governance"]["approvals"] == []
    assert "nobody yet" in (folder / "index.html").read_text("utf-8")
    old = {one["network"] + "." + one["variant"]: one["sha256"] for one in kit["snippets"]}
    gone = read(kit_folder / "share/withdrawn.json")["withdrawn"]
    assert gone == [{"path": SOURCE, "name": "x", "sha256": old["x.default"], "reason": "changed"}]


BROKEN = """
from pelican.plugins.press import both_folders

def broken(*words, **more):
    {breaks}

both_folders.write_kit = broken
"""


@pytest.mark.parametrize(
    ("breaks", "says"),
    [("raise OSError(28, 'No space left on device')", "the disk is full"), ("os._exit(9)", "ended early")],
)
def test_a_kit_that_cannot_be_written_stops_the_build(
    built_small: SiteFolder, tmp_path: Path, breaks: str, says: str
) -> None:
    site = built_small.copy(tmp_path / "site")
    kit = site.output.with_name("output-kit")
    before = digests(site.output), digests(kit)
    site.add("content/blog/2026/example.md", "\nWe have since changed the seals.\n")
    site.add("pelicanconf.py", "\nimport os\n" + BROKEN.format(breaks=breaks))
    ended = site.run("masthead", "build")
    assert ended.code == 3
    assert says in ended.said
    assert (digests(site.output), digests(kit)) == before


HOUR = """
from datetime import datetime, timezone
from pathlib import Path
import msgspec
from pelican.plugins.press import judge

def load_house(*words, load=judge.load_house, **more):
    # Not in this file: another hour must not look like another version of the site's settings.
    hour = int(Path("hour").read_text())
    return msgspec.structs.replace(load(*words, **more), now=datetime(2026, 3, 20, hour, tzinfo=timezone.utc))

judge.load_house = load_house
"""


def _built_by_the_hour(site: SiteFolder, hours: tuple[int, ...]) -> Iterator[Path]:
    """Yield the kit after each build; nothing but the hour differs."""
    site.add("pelicanconf.py", HOUR)
    for hour in hours:
        site.write("hour", str(hour))
        built = site.run("masthead", "build")
        assert built.code == 0, built.said
        yield site.root / "output-kit"


def test_a_post_that_grows_old_in_the_course_of_a_day_loses_its_drafts(built_small: SiteFolder, tmp_path: Path) -> None:
    site = built_small.copy(tmp_path / "site")
    post = site.root / "content/blog/2026/example.md"
    post.write_text(post.read_text("utf-8").replace("date: 2026-03-10", "date: 2026-02-18 12:00"), "utf-8")
    told = []
    for kit in _built_by_the_hour(site, (1, 23)):
        (page,) = kit.glob("en/2026/*/share/index.html")
        told.append(("share/api/" in page.read_text("utf-8"), any((kit / "share/api").glob("*.json"))))
    assert told == [(True, True), (False, False)]


def test_lists_follow_the_hour_from_which_texts_may_go_out_to_that_after_which_none_may(
    built_small: SiteFolder, tmp_path: Path
) -> None:
    site = built_small.copy(tmp_path / "site")
    post = site.root / "content/blog/2026/example.md"
    window = "share_window: {not_before: 2026-03-20 10:00, expires: 2026-03-20 20:00}\n"
    post.write_text(post.read_text("utf-8").replace("voice:", f"{window}voice:", 1), "utf-8")
    states = []
    for kit in _built_by_the_hour(site, (1, 12, 23)):
        index = (kit / "share/index.html").read_text("utf-8")
        said = next(word for word in ("waits", "over", "not approved") if f">{word}<" in index)
        states.append((said, "expired" in (kit / "share/withdrawn.json").read_text("utf-8")))
    assert states == [("waits", False), ("not approved", False), ("over", True)]
