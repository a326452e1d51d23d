"""What counts as a claim about the world, sentence by sentence in each language."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelican.plugins.policy.claims import Scope, find_claims, unsourced_blocks
from pelican.plugins.policy.claims.patterns import VOCABULARIES
from pelican.plugins.site_model import Block
from pelican.plugins.site_model.post import BlockKind

TABLES = Path(__file__).parent / "claims"
LANGUAGES = ("en", "nb", "fi", "pl")


def _sentences(language: str) -> list[tuple[str, str]]:
    """Read lines of `claim | sentence`; a hyphen stands for no claim."""
    lines = (TABLES / f"{language}.txt").read_text("utf-8").splitlines()
    return [(claim, text) for claim, _, text in (line.partition(" | ") for line in lines if line and line[0] != "#")]


@pytest.mark.parametrize(
    ("language", "claim", "text"), [(lang, claim, text) for lang in LANGUAGES for claim, text in _sentences(lang)]
)
def test_a_sentence_claims_what_the_table_says(language: str, claim: str, text: str) -> None:
    found = [one.text for one in find_claims(text, language)]
    assert found == ([] if claim == "-" else [claim])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_sentences_of_both_kinds(language: str) -> None:
    claims = [claim for claim, _ in _sentences(language)]
    assert len(claims) >= 25
    assert 8 <= claims.count("-") <= len(claims) - 8


def test_nynorsk_is_read_with_the_norwegian_words() -> None:
    assert [claim.text for claim in find_claims("Forsking viser at dei fleste søv dårleg.", "nn")] == ["Forsking viser"]
    assert not find_claims("Eg venta i to timar og betalte 4000 kroner.", "nn")


def test_a_language_without_words_still_has_its_percentages_and_money() -> None:
    claims = find_claims("De haven groeide met 12 %. Dat kostte € 3400.", "nl")
    assert [claim.text for claim in claims] == ["12 %", "€ 3400"]


def test_each_sentence_is_asked_about_once() -> None:
    claims = find_claims("In Oslo 40 % walk and 30 % cycle. In Turku 20 % do.", "en")
    assert [claim.text for claim in claims] == ["40 %", "20 %"]


def test_a_figure_is_found_across_a_line_break() -> None:
    claims = find_claims("The port moved 40\nper cent of the cargo.", "en")
    assert [(claim.text, claim.start, claim.end) for claim in claims] == [("40 per cent", 15, 26)]


def test_a_paragraph_of_things_imagined_claims_nothing() -> None:
    assert not find_claims("Imagine a port. It loses 40 % of its cargo.", "en")


QUOTATION = "“We had never been told what the light on that door meant.”"


@pytest.mark.parametrize(
    "around", ["The mate said it plainly.", "Mikko Salo was on watch that night.", "It read as follows."]
)
def test_a_quotation_set_apart_may_be_named_by_its_neighbours(around: str) -> None:
    assert find_claims(QUOTATION, "en", "A night at sea.", set_apart=True)
    assert not find_claims(QUOTATION, "en", around, set_apart=True)


@pytest.mark.parametrize("sign", ["— Mikko Salo", "- mate", "\nMikko Salo, chief engineer", "(Mikko Salo)"])
def test_a_signed_quotation_names_its_speaker(sign: str) -> None:
    assert not find_claims(f"{QUOTATION} {sign}", "en", set_apart=True)


def _block(kind: BlockKind, words: str, *, cited: bool = False) -> Block:
    return Block(kind, 1, words, words, cited)


LIST = [
    _block("paragraph", "The survey found:", cited=True),
    _block("list", "40 % had no car"),
    _block("list", "12 % disliked queues"),
]


def _left(blocks: list[Block], scope: Scope = "paragraph") -> list[str]:
    return [block.words for block, _ in unsourced_blocks(blocks, scope)]


def test_a_list_shares_the_source_of_the_line_that_introduces_it() -> None:
    assert _left(LIST) == []
    assert _left([_block("paragraph", "The survey was long.", cited=True), *LIST[1:]]) == [
        "40 % had no car",
        "12 % disliked queues",
    ]


def test_a_table_shares_the_source_of_the_short_line_below_it() -> None:
    table = _block("table", "Year | Cars")
    assert _left([table, _block("paragraph", "Source: the port", cited=True)]) == []
    assert _left([table, _block("paragraph", "word " * 40, cited=True)]) == ["Year | Cars"]


def test_a_section_shares_its_source_only_where_the_policy_says_so() -> None:
    blocks = [
        _block("heading", "Cars"),
        _block("paragraph", "Fewer cars.", cited=True),
        _block("paragraph", "9 % fewer."),
        _block("heading", "Ships"),
        _block("paragraph", "Fewer ships."),
    ]
    assert _left(blocks) == ["9 % fewer.", "Fewer ships."]
    assert _left(blocks, "section") == ["Fewer ships."]


PIECES = [
    *[
        "40 %",
        "$3",
        "12 000",
        " ",
        ". ",
        "\n",
        "“",
        "”",
        '"',
        "«",
        "»",
        "„",
        ": ",
        "?",
        "- ",
        "km",
        "we ",
        "İ",
        "ß",
        "naj",
    ],
    *["the largest ", "in Norway", "most people ", "one in five cats", "studies show ", "forskning viser "],
    *["de fleste kunder ", "joka toinen ", "Suomen suurin ", "większość ludzi ", "największy w Polsce", "1,5 mln "],
]


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)),
    st.sampled_from([*VOCABULARIES, "nl", "", "en-GB"]),
    st.booleans(),
)
def test_any_text_at_all_gives_the_same_claims_within_it_twice(text: str, language: str, set_apart: bool) -> None:
    claims = find_claims(text, language, text, set_apart=set_apart)
    assert claims == find_claims(text, language, text, set_apart=set_apart)
    assert all(0 <= claim.start < claim.end <= len(text) for claim in claims)
    assert all(claim.text and "\n" not in claim.text for claim in claims)
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)
