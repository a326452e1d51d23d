"""Counting as the networks count."""

from __future__ import annotations

import pytest
import regex

from pelican.plugins.share.counting import grapheme_length, graphemes, utf16_length, x_weight
from pelican.plugins.share.facets import short_address
from pelican.plugins.share.networks import find_networks

MASTODON = find_networks()["mastodon"]
BLUESKY = find_networks()["bluesky"]
LINK = "https://blog.havlinje.no/en/a-long-way-to-the-quay/"


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("ferry", 5),
        ("fergeåpning", 11),
        ("łódź", 4),
        ("e\u0301", 1),
        ("「渡船」", 8),
        ("…", 2),
        ("€", 2),
        ("•", 2),
        ("→", 2),
        ("™", 2),
        ("\u202f", 2),
        ("„“”–—", 5),
        ("👍", 2),
        ("👍🏽", 2),
        ("👩🏽‍🚀", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("🇳🇴🇫🇮", 4),
        ("🇦🇦", 4),
        ("1️⃣", 2),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
        (LINK, 23),
        (f"Look: {LINK}.", 30),
        ("havlinje.no", 23),
        ("kari@havlinje.no", 16),
        ("Node.js", 7),
        ("log.py", 23),
        ("https://blog.havlinje.example/en/", 33),
    ],
)
def test_x_weighs_characters_links_and_emoji(text: str, weight: int) -> None:
    assert x_weight(text) == weight


def test_only_characters_that_join_nothing_are_counted_without_a_look() -> None:
    for char in map(chr, range(0x2100)):
        for text in (f"a{char}a", f"{char}\n", f"{char}\u0301"):
            found = regex.findall(r"\X", text)
            assert graphemes(text) == found, ascii(text)
            assert grapheme_length(text) == len(found)


@pytest.mark.parametrize(
    "emoji",
    ["❤️‍🔥", "🧑‍🚀", "🫱🏻‍🫲🏿", "👁️‍🗨️", "♾️"],
)
def test_x_counts_emoji_newer_than_the_published_library_as_one(emoji: str) -> None:
    """npm twitter-text 3.1 knows emoji of 2018 only; X's documentation promises 2 for every sequence."""
    assert x_weight(emoji) == 2


@pytest.mark.parametrize(
    ("text", "length"),
    [("नमस्ते", 3), ("👨‍👩‍👧‍👦", 1), ("e\u0301", 1), ("\r\n", 1), ("한국어", 3), ("🇳🇴🇫🇮", 2), ("ab", 2), ("กำ", 1)],
)
def test_graphemes_are_what_readers_see(text: str, length: int) -> None:
    assert grapheme_length(text) == length


def test_utf16_counts_as_web_forms_do() -> None:
    assert utf16_length("a👍") == 3


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Hei", 3),
        ("✨" * 500, 500),
        ("🏳️‍⚧️" * 500, 500),
        (f"Les {LINK}", 4 + 23),
        (f"Les {LINK}.", 4 + 23 + 1),
        (f"({LINK})", 23 + 2),
        (f"Les{LINK}", 3 + len(LINK)),
        (f"æ{LINK}", 1 + 23),
        ("http://" + "b" * 30 + ".com/example", 23),
        ("https://grå.no/ferge", 23),
        ("https://havlinje.no/🐪/#kamel", 23),
        ("https://havlinje.no/ferge_(skip)", 23),
        ("gemini://havlinje.no/logg", 23),
        ("ftp://havlinje.no/x", len("ftp://havlinje.no/x")),
        ("https://havlinje.no/?" + "#x?" * 1500, len("https://havlinje.no/?" + "#x?" * 1500)),
        ("@kari@social.example", len("@kari")),
        ("@kari", len("@kari")),
        ("a@kari@social.example", len("a@kari@social.example")),
        ("@kari@" + "b" * 500 + ".no", len("@kari@" + "b" * 500 + ".no")),
        ("@kari@social.example @ola@social.example", len("@kari @ola")),
        ("post@havlinje.example", len("post@havlinje.example")),
        ("havlinje.no", 23),
    ],
)
def test_mastodon_counts_what_its_server_counts(text: str, length: int) -> None:
    assert MASTODON.length(text) == length


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://blog.havlinje.no/", "blog.havlinje.no"),
        ("https://blog.havlinje.no/en/ferry", "blog.havlinje.no/en/ferry"),
        ("https://blog.havlinje.no/en/ferry-delays", "blog.havlinje.no/en/ferry-del..."),
        ("https://blog.havlinje.no/?a=b#c", "blog.havlinje.no?a=b#c"),
        ("https://[en/ferry-delays-of-the-year", "https://[en/ferry-delays-of-the-year"),
        ("https://((,＃", "https://((,＃"),
    ],
)
def test_bluesky_shows_links_short(url: str, shown: str) -> None:
    assert short_address(url) == shown
    assert BLUESKY.length(f"Look: {url}") == len(f"Look: {shown}")


def test_bluesky_minds_bytes_as_well_as_characters() -> None:
    family = "👨‍👩‍👧‍👦"
    assert BLUESKY.length(family * 300) == 300
    assert not BLUESKY.fits(family * 300)
    assert not BLUESKY.count(family * 300).fits
    assert BLUESKY.fits(family * 120)
    assert not BLUESKY.fits("a" * 301)
