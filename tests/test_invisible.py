"""Hidden characters are found, and writing that needs them is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelican.plugins.policy.invisible import hidden_in

LEGITIMATE = {
    "Polish": "Zażółć gęślą jaźń — „cudzysłów”, 5 zł",
    "Finnish": "Älä lyö ääliö, ööliä läikkyy; Åbo",
    "Norwegian": "Blåbærsyltetøy på Øya, «sitat»",
    "decomposed accents": "A\u030angstro\u0308m",
    "soft hyphens in long words": "Lento\xadkone\xadsuihku\xadturbiini\xadmoottori",
    "hard spaces": "12\u00a0000\u202fkm",
    "a family": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "a mechanic with skin tone": "\U0001f469\U0001f3fd\u200d\U0001f527",
    "a heart on fire": "\u2764\ufe0f\u200d\U0001f525",
    "a rainbow flag": "\U0001f3f3\ufe0f\u200d\U0001f308",
    "the flag of Scotland": "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "a keycap": "1\ufe0f\u20e3",
    "text style": "\u2709\ufe0e",
    "Persian": "می\u200cخواهم",
    "Hindi with a joiner": "क्\u200dष",
    "Malayalam at the end of a word": "അവന്\u200d",
    "Hebrew in a frame": "The sign says \u2067שלום, Havørn!\u2069 in the harbour",
    "Arabic with a mark": "السعر 5 kr\u200f (تقريبا)",
    "Thai with a break": "ภาษา\u200bไทย",
    "a Japanese name": "葛\U000e0100城",
    "Mongolian": "ᠠ\u180e",
    "Braille": "\u2801\u2800\u2803",
    "several lines and a tab": "one\n\ttwo\r\nthree",
}

HIDDEN = {
    "U+202E RIGHT-TO-LEFT OVERRIDE": "safe\u202e.on",
    "U+202A LEFT-TO-RIGHT EMBEDDING": "שלום \u202aabc",
    "U+2066 LEFT-TO-RIGHT ISOLATE": "no letters from right to left \u2066here\u2069",
    "U+2067 RIGHT-TO-LEFT ISOLATE": "שלום \u2067never closed",
    "U+200F RIGHT-TO-LEFT MARK": "only\u200f Latin",
    "U+200B ZERO WIDTH SPACE": "ba\u200bug",
    "U+200C ZERO WIDTH NON-JOINER": "ba\u200cug",
    "U+200D ZERO WIDTH JOINER": "ba\u200dug",
    "U+2060 WORD JOINER": "a\u2060b",
    "U+FEFF ZERO WIDTH NO-BREAK SPACE": "a\ufeffb",
    "U+00AD SOFT HYPHEN": "end\xad of word",
    "U+FE0F VARIATION SELECTOR-16": "a\ufe0f",
    "U+E0101 VARIATION SELECTOR-18": "\U0001f600\U000e0101",
    "U+E0068 TAG LATIN SMALL LETTER H and 1 more": "a\U000e0068\U000e0069",
    "U+3164 HANGUL FILLER": "\u3164",
    "U+2800 BRAILLE PATTERN BLANK": "a\u2800b",
    "U+2028 LINE SEPARATOR": "a\u2028b",
    "U+0007": "a\x07b",
}


@pytest.mark.parametrize("text", LEGITIMATE.values(), ids=LEGITIMATE)
def test_writing_that_needs_hidden_characters_is_left_alone(text: str) -> None:
    assert list(hidden_in(text, entities=True)) == []


@pytest.mark.parametrize(("called", "text"), HIDDEN.items(), ids=HIDDEN)
def test_a_character_that_does_not_belong_is_named(called: str, text: str) -> None:
    assert called in [found.called for found in hidden_in(text)]


@pytest.mark.parametrize("written", ["&#8203;", "&#x200B;", "&ZeroWidthSpace;", "&#x202e;"])
def test_an_entity_hides_as_well_as_the_character(written: str) -> None:
    (found,) = hidden_in(f"ba{written}ug &amp; &nbsp; &eacute;", entities=True)
    assert (found.start, found.written) == (2, written)
    assert list(hidden_in(f"ba{written}ug")) == []


def test_neighbours_are_one_finding() -> None:
    (found,) = hidden_in("a\u200b\u200b\u2060b")
    assert (found.start, found.characters) == (1, "\u200b\u200b\u2060")
    assert found.called == "U+200B ZERO WIDTH SPACE and 2 more"


def test_names_are_judged_more_strictly() -> None:
    assert [found.called for found in hidden_in("Ka\xadri", name=True)] == ["U+00AD SOFT HYPHEN"]
    assert [found.called for found in hidden_in("שרה\u200f", name=True)] == ["U+200F RIGHT-TO-LEFT MARK"]
    assert list(hidden_in("می\u200cنا", name=True)) == []


FILLERS = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters and signs by their category, and yet nobody sees them."""

VISIBLE = st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters=FILLERS)
ANY = st.characters(exclude_categories=["Cs"], exclude_characters=FILLERS)


@given(st.text(VISIBLE))
def test_visible_characters_are_never_reported(text: str) -> None:
    assert list(hidden_in(text)) == []


@given(st.text(ANY))
def test_what_is_taken_out_was_invisible(text: str) -> None:
    kept = text
    for found in reversed(list(hidden_in(text))):
        assert kept[found.start :].startswith(found.characters)
        kept = kept[: found.start] + kept[found.start + len(found.written) :]
    assert [one for one in kept if one.isalnum()] == [one for one in text if one.isalnum()]
