"""What an entry says: full text, words of its language, authors, moments and permanent ids."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from feed_site import OSLO_WINTER, PICTURES, SITE, TOMBSTONE, feeds, full_post, house, publish
from lxml import etree, html
from msgspec import json
from msgspec.structs import replace

from pelican.plugins.feeds.absolute import absolute_html, ascii_address
from pelican.plugins.feeds.entry import FeedEntry, feed_entry
from pelican.plugins.feeds.tag_uri import tag_uri
from pelican.plugins.feeds.words import WORDS
from pelican.plugins.site_model import Correction, Disclosure, Guest, Person, Published, Reference, Source
from pelican.plugins.site_model.load_site import USUAL_PLACES, load_site

DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
ATOM = "{http://www.w3.org/2005/Atom}"


def entry(published: Published) -> FeedEntry:
    return feed_entry(house(), published, PICTURES)


def test_full_text_has_disclosure_and_corrections_before_it_and_sources_after() -> None:
    assert entry(full_post()).html == "\n".join(
        (
            "<p><strong>Disclosure:</strong> gift – Skipsutstyr &amp; Co: two life jackets</p>",
            "<p><strong>Correction 2026-02-20:</strong> 41 inspections &lt; 50, not 14.</p>",
            '<figure><img src="https://blog.havlinje.example/img/d%C3%B8r%201.jpg" '
            'alt="The &quot;open&quot; door"><figcaption>Kari Lund, CC BY 4.0</figcaption></figure>',
            "<p>We stayed at the quay.</p>",
            "<h2>Sources</h2>",
            "<ol>",
            '<li value="1"><a href="https://x.example/r?a=1&amp;b=2">Report &lt;3&gt;</a>, Havlinje</li>',
            '<li value="2">A book (accessed 2026-01-02). Paper only</li>',
            "</ol>",
            "<p><strong>Correction 2026-02-25:</strong> A spelling mistake.</p>",
        )
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "<strong>Til opplysning:</strong> gave –"),
        ("nb-NO", "<strong>Rettelse 2026-02-20:</strong>"),
        ("nn", "<h2>Kjelder</h2>"),
        ("fi", "(viitattu 2026-01-02)"),
        ("pl", "<strong>Informacja o powiązaniach:</strong> prezent –"),
        ("sv", "<h2>Sources</h2>"),
    ],
)
def test_added_words_are_in_the_language_of_the_post(language: str, said: str) -> None:
    assert said in entry(full_post(lang=language)).html


def test_every_language_has_every_kind_of_disclosure() -> None:
    kinds = set(get_args(get_type_hints(Disclosure)["kind"]))
    for language, words in WORDS.items():
        assert words.kinds.keys() == kinds, language


def test_a_source_that_is_no_web_address_is_not_linked() -> None:
    reference = Reference(1, Source(id="s", title="Odd", url="javascript:alert(1)"), ())
    assert "javascript" not in entry(publish(references=(reference,))).html


def test_the_sample_post_keeps_its_citation_and_gets_one_list_of_sources() -> None:
    places = replace(USUAL_PLACES, cache=None)
    site = load_site(Path(__file__).parents[1] / "sites" / "small", places)
    (post,) = site.posts
    text = feed_entry(site.house, Published(post, f"{SITE}/en/door/", post.html), {}).html
    assert text.count("Incident report 3/2026") == 1
    assert f'href="{SITE}/en/door/#source-1"' in text


WRITTEN = """
<a href="/about/?a=1&amp;b=2">x</a> <a href='#source-1'>1</a> <a href=other>y</a> <a href="mailto:a@b.example">z</a>
<img src="a b.png" srcset="a.png, /b.png 2x,https://c.example/c.png 3x" alt='src="no.png"'>
<video poster="../p.jpg" src="//cdn.example/v.mp4"></video> <code>&lt;a href="kept"&gt;</code> href="kept"
<blockquote cite="q"></blockquote> <object data="d.svg"></object> <a href="https://x.example/?q=a b">as is</a>
<a href="//[broken">b</a> <a href='say"hi"'>q</a> <a data-href="kept" title="a > b" href="t">t</a>
"""


def test_no_address_in_the_text_stays_relative() -> None:
    text = entry(publish(html=WRITTEN)).html
    tree = html.fromstring(f"<div>{text}</div>")
    at = f"{SITE}/en/post-1/"
    assert tree.xpath("//@href") == [
        f"{SITE}/about/?a=1&b=2",
        f"{at}#source-1",
        f"{at}other",
        "mailto:a@b.example",
        "https://x.example/?q=a b",
        "//[broken",
        f'{at}say"hi"',
        f"{at}t",
    ]
    assert tree.xpath("//@src") == [f"{at}a b.png", "https://cdn.example/v.mp4"]
    assert tree.xpath("//@srcset") == [f"{at}a.png, {SITE}/b.png 2x, https://c.example/c.png 3x"]
    assert tree.xpath("//@poster | //@cite | //@data") == [f"{SITE}/en/p.jpg", f"{at}q", f"{at}d.svg"]
    assert tree.xpath("//@data-href | //@alt") == ['src="no.png"', "kept"]
    assert text.count('href="kept"') == 3


def test_html_with_absolute_addresses_is_left_byte_for_byte() -> None:
    written = "<p CLASS=x><a href = \"https://a.example/?a=1&b\"  >x</a><img srcset='data:image/png;base64,AA= 1x'></p>"
    assert absolute_html(written, SITE) == written


def test_addresses_outside_the_text_are_ascii() -> None:
    assert ascii_address("https://blåbær.example/ø/%C3%B8?q=å b#ü") == (
        "https://xn--blbr-roah.example/%C3%B8/%C3%B8?q=%C3%A5%20b#%C3%BC"
    )


def test_authors_carry_the_affiliation_they_had_when_the_post_appeared() -> None:
    guest = Person(id="guest", name="Ada Guest", guest=Guest("University of the Sea", "kari-lund"))
    people = replace(house(), people={**house().people, "guest": guest})
    published = publish(authors=("kari-lund", "ola-berg", "guest", "stranger", "kari-lund"))
    assert feed_entry(people, published, {}).authors == (
        "Kari Lund (Captain and managing director, Havlinje)",
        "Ola Berg",
        "Ada Guest (University of the Sea)",
        "stranger",
    )
    before = publish(authors=("ola-berg",), date=datetime(2020, 5, 1, tzinfo=OSLO_WINTER))
    assert feed_entry(people, before, {}).authors == ("Ola Berg (Deckhand, Havlinje)",)
    assert feed_entry(people, publish(authors=()), {}).authors == ("Havlinje",)


def test_the_id_stays_when_title_address_and_text_change() -> None:
    moved = publish(title="New", slug="new", modified=datetime(2026, 3, 1, tzinfo=OSLO_WINTER), url=f"{SITE}/new/")
    assert entry(moved).id == entry(publish()).id == "tag:blog.havlinje.example,2026-01-02:blog/2026/post-1:en"
    translations = {entry(publish(lang=language)).id for language in ("en", "nb", "fi")}
    assert len(translations) == 3


def test_ids_are_rfc_4151_whatever_the_file_is_called() -> None:
    made = tag_uri("https://Blåbær.example:8080/blog", "blog/ø æ?#", "nb", date(2026, 1, 2))
    assert made == "tag:xn--blbr-roah.example,2026-01-02:blog/%C3%B8%20%C3%A6%3F%23:nb"


def test_a_correction_moves_updated_and_a_misprint_does_not() -> None:
    def corrected(**more: bool) -> datetime:
        correction = Correction(date=date(2026, 2, 20), text="Now right.", by="kari-lund", **more)
        return entry(publish(corrections=(correction,))).updated

    assert corrected() == datetime(2026, 2, 20, tzinfo=OSLO_WINTER)
    assert corrected(minor=True) == publish().post.date
    later = datetime(2026, 2, 28, 9, tzinfo=OSLO_WINTER)
    assert entry(full_post(modified=later)).updated == later


def test_moments_keep_their_zone_and_mean_the_same_in_every_format() -> None:
    zones = [timezone(timedelta(hours=hours)) for hours in (-11, 0, 5.5, 14)]
    published = [publish(n, date=datetime(2026, 3, 1, 23, 30, tzinfo=zone)) for n, zone in enumerate(zones)]
    naive = publish(9, date=datetime(2026, 1, 1, 12))
    files = feeds(*published, naive)
    wanted = {one.post.date for one in published} | {datetime(2026, 1, 1, 12, tzinfo=OSLO_WINTER)}
    rss = etree.fromstring(files["feeds/all.rss.xml"]).findall(".//pubDate")
    atom = etree.fromstring(files["feeds/all.atom.xml"]).findall(f".//{ATOM}published")
    items = json.decode(files["feeds/all.json"])["items"]
    assert {parsedate_to_datetime(node.text or "") for node in rss} == wanted
    assert {datetime.fromisoformat(node.text or "") for node in atom} == wanted
    assert {datetime.fromisoformat(item["date_published"]) for item in items} == wanted
    assert "Sun, 01 Mar 2026 23:30:00 +0530" in [node.text for node in rss]


def test_the_feed_is_as_new_as_its_newest_change_not_as_the_build() -> None:
    files = feeds(publish(1), full_post(), publish(2))
    newest = datetime(2026, 2, 20, tzinfo=OSLO_WINTER)
    assert (
        etree.fromstring(files["feeds/all.rss.xml"]).findtext(".//lastBuildDate") == "Fri, 20 Feb 2026 00:00:00 +0100"
    )
    assert etree.fromstring(files["feeds/all.atom.xml"]).findtext(f"{ATOM}updated") == newest.isoformat()


def test_details_that_readers_stumble_over_are_right() -> None:
    files = feeds(full_post(tags=("Operations", "safety")), pictures=PICTURES)
    item = etree.fromstring(files["feeds/all.rss.xml"]).find(".//item")
    assert item is not None
    assert [node.get("isPermaLink") for node in item.findall("guid")] == ["false"]
    assert item.findtext("{*}content/{*}description") == 'The "open" door'
    assert json.decode(files["feeds/all.json"])["items"][0]["tags"] == ["Operations", "safety"]


def test_a_tombstone_replaces_the_post_under_the_same_id() -> None:
    assert feed_entry(house(), TOMBSTONE, {}).id == entry(publish(3)).id
    told = feed_entry(house(), replace(TOMBSTONE, lang="fi"), {})
    assert (told.title, told.summary) == ("Vedetty pois: Post 3", "Tämä kirjoitus vedettiin pois 2026-03-01.")
    assert told.updated == TOMBSTONE.withdrawn
    assert told.published == TOMBSTONE.date


def test_the_summary_is_text_in_every_format() -> None:
    files = feeds(publish(summary="Less < more & <b>not bold</b>"))
    rss = etree.fromstring(files["feeds/all.rss.xml"]).findtext(".//item/description")
    assert html.fromstring(f"<p>{rss}</p>").text_content() == "Less < more & <b>not bold</b>"
    assert (
        etree.fromstring(files["feeds/all.atom.xml"]).findtext(f".//{ATOM}summary") == "Less < more & <b>not bold</b>"
    )
    assert json.decode(files["feeds/all.json"])["items"][0]["summary"] == "Less < more & <b>not bold</b>"


def test_a_post_without_summary_tells_its_text_instead() -> None:
    item = etree.fromstring(feeds(publish(summary=""))["feeds/all.rss.xml"]).find(".//item")
    assert item is not None
    assert item.findtext("description") == "<p>We stayed at the quay.</p>"


def test_topic_and_tags_are_categories_and_language_is_stated() -> None:
    item = etree.fromstring(feeds(full_post(lang="nb"))["feeds/all.rss.xml"]).find(".//item")
    assert item is not None
    assert [node.text for node in item.findall("category")] == ["Operations", "safety", "C++"]
    assert item.findtext(f"{DUBLIN_CORE}language") == "nb"
    atom = etree.fromstring(feeds(full_post(lang="nb"), publish(1))["feeds/all.atom.xml"])
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert (atom.get(lang), [node.get(lang) for node in atom.findall(f"{ATOM}entry")]) == ("en", ["nb", "en"])
