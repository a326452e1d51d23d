"""The picture that stands for a post elsewhere."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace
from PIL import Image
from share_site import URL, house, post

from pelican.plugins.share.card import card_of, kit_card_path
from pelican.plugins.share.draw_card import card_key, draw_card
from pelican.plugins.share.load_card_font import TEXT_FONT, TITLE_FONT, load_font, load_glyphs
from pelican.plugins.share.render_cards import render_cards
from pelican.plugins.site_model import Published

HOUSE = house()
TITLES = {
    "en": "What a broken bow door taught us",
    "nb": "Hva en ødelagt baugport lærte oss på Ærøy",
    "fi": "Mitä rikkoutunut keulaportti opetti – Öisestä Älvsåsta",
    "pl": "Żółć, gęśla i jaźń: czego nas nauczyła Łódź",
}


@pytest.mark.parametrize(("language", "title"), TITLES.items())
def test_every_letter_of_our_languages_is_in_the_fonts(language: str, title: str) -> None:
    assert card_of(post(title=title, lang=language), URL, HOUSE).missing == ""


def test_letters_that_cannot_be_drawn_are_named_and_emoji_are_left_out() -> None:
    assert card_of(post(title="渡船 and 👩🏽‍✈️ 1️⃣"), URL, HOUSE).missing == "渡船"


def test_the_table_of_characters_is_that_of_the_fonts() -> None:
    tables = [set(TTFont(BytesIO(load_font(name))).getBestCmap()) for name in (TITLE_FONT, TEXT_FONT)]
    assert {ord(char) for char in load_glyphs()} == tables[0] & tables[1]


@pytest.mark.parametrize("title", [*TITLES.values(), "word " * 100, "w" * 300, "👨‍👩‍👧‍👦", "<b>&amp;</b>"])
def test_a_card_has_the_size_that_networks_want_and_is_small_enough_for_bluesky(title: str) -> None:
    body = draw_card(card_of(post(title=title), URL, HOUSE))
    with Image.open(BytesIO(body)) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(body) < 200_000


def test_nothing_of_a_long_title_runs_over_the_edge() -> None:
    card = card_of(post(title="Donaudampfschifffahrtsgesellschaft " * 12), URL, HOUSE)
    with Image.open(BytesIO(draw_card(card))) as image:
        right = image.crop((1130, 0, 1200, 630)).getcolors()
        above_author = image.crop((17, 478, 1200, 498)).getcolors()
    assert right is not None and len(right) == 1
    assert above_author is not None and len(above_author) == 1


def test_the_same_words_make_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]);"
        "from share_site import URL, house, post;"
        "from pelican.plugins.share.card import card_of; from pelican.plugins.share.draw_card import draw_card;"
        "print(hashlib.sha256(draw_card(card_of(post(), URL, house()))).hexdigest())"
    )
    here = str(Path(__file__).parent)
    seeds = ("0", "1")
    said = [
        subprocess.run(
            [sys.executable, "-c", code, here], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        for seed in seeds
    ]
    assert said[0].stdout == said[1].stdout


def test_the_key_changes_with_every_word_and_with_nothing_else() -> None:
    card = card_of(post(), URL, HOUSE)
    for change in ({"title": "x"}, {"author": "x"}, {"topic": "x"}, {"company": "x"}, {"tone": "x"}):
        assert card_key(replace(card, **change)) != card_key(card)
    assert card_key(replace(card, path="x", image="x", alt="x")) == card_key(card)


def test_the_alternative_text_says_what_the_card_says_and_is_not_too_long() -> None:
    assert card_of(post(), URL, HOUSE).alt == "What a broken bow door taught us. Kari Lund. Havlinje."
    assert card_of(post(title="Why?"), URL, HOUSE).alt == "Why? Kari Lund. Havlinje."
    assert len(card_of(post(title="word " * 200), URL, HOUSE).alt) <= 420


def test_cards_are_public_beside_the_page_and_once_more_in_the_kit() -> None:
    pages = [Published(post(), URL, "")]
    drawn: list[str] = []
    public = list(render_cards(HOUSE, pages, lambda cards: [drawn.append(card.title) or b"x" for card in cards]))
    assert [file.path for file in public] == ["en/what-a-broken-bow-door-taught-us/card.png"]
    assert kit_card_path(URL, HOUSE) == "en/what-a-broken-bow-door-taught-us/share/card.png"
    assert drawn == ["What a broken bow door taught us"]


def test_drawing_is_imported_only_by_those_who_draw() -> None:
    code = "import sys; import pelican.plugins.share; print('pelican.plugins.share.draw_card' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout == "False\n"
