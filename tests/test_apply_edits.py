"""Mechanical corrections change what they say and nothing else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pelican.plugins.policy.edits import apply_edits
from pelican.plugins.policy.finding import Edit
from pelican.plugins.site_model import Spot

ENDINGS = ("\n", "\r\n", "\r")
words = st.text(st.characters(exclude_characters="\r\n\ufeff"), max_size=6) | st.sampled_from(
    ["船", "👩‍👩‍👧‍👦", "e\u0301", "\t", "\u2028"]
)


def edit(line: int, start: int, end: int, replacement: str) -> Edit:
    return Edit(Spot("a.md", line, start, line, end), replacement)


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit], str]:
    """Cut a text at places, choose some stretches to replace, and put it together again by hand."""
    lines = draw(st.lists(words, min_size=1, max_size=5))
    ends = [draw(st.sampled_from(ENDINGS)) for _ in lines[1:]] + [""]
    for number in range(1, len(lines)):
        if lines[number] == "" and ends[number - 1] == "\r":
            ends[number] = ends[number].removesuffix("\n") or "\r" * (number < len(lines) - 1)
    text = "".join(line + end for line, end in zip(lines, ends, strict=True))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    places: dict[int, tuple[int, int]] = {}
    offset = 0
    for number, (line, end) in enumerate(zip(lines, ends, strict=True), 1):
        places.update({offset + column: (number, column + 1) for column in range(len(line) + 1)})
        offset += len(line) + len(end)
    cuts = sorted(draw(st.sets(st.sampled_from(sorted(places)), max_size=4)))
    edits: list[Edit] = []
    pieces: list[str] = [text[: cuts[0]] if cuts else text]
    for start, stop in pairwise([*cuts, len(text)]):
        if start < stop and stop in places and draw(st.booleans()):
            replacement = draw(words)
            edits.append(Edit(Spot("a.md", *places[start], *places[stop]), replacement))
            pieces.append(replacement)
        else:
            pieces.append(text[start:stop])
    return mark + text, draw(st.permutations(edits)), mark + "".join(pieces)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(texts_with_edits())
def test_edits_change_their_stretches_and_no_other_byte(case: tuple[str, list[Edit], str]) -> None:
    text, edits, wanted = case
    assert apply_edits(text, edits) == (wanted, ())


@settings(deadline=None, derandomize=True)
@given(words, st.sampled_from(ENDINGS), st.booleans())
def test_without_edits_nothing_changes(line: str, ending: str, marked: bool) -> None:
    text = "\ufeff" * marked + line + ending + line
    assert apply_edits(text, ()) == (text, ())


def test_the_first_of_two_overlapping_edits_wins_and_the_other_is_told() -> None:
    first, second = edit(1, 1, 6, "ship"), edit(1, 3, 9, "boat")
    assert apply_edits("ferry boat\n", (first, second)) == ("ship boat\n", (second,))
    assert apply_edits("ferry boat\n", (second, first)) == ("feboatat\n", (first,))


def test_the_same_edit_from_two_rules_is_made_once() -> None:
    once = edit(1, 1, 6, "ship")
    assert apply_edits("ferry\n", (once, once)) == ("ship\n", (once,))


def test_touching_edits_are_both_made() -> None:
    assert apply_edits("abcd", (edit(1, 3, 5, "y"), edit(1, 1, 3, "x"))) == ("xy", ())


def test_an_edit_without_an_end_inserts() -> None:
    insertion = Edit(Spot("a.md", 2, 1), "topic: operations\n")
    assert apply_edits("---\r\ntitle: a\r\n---", (insertion,)) == ("---\r\ntopic: operations\r\ntitle: a\r\n---", ())


def test_an_insertion_before_a_replaced_word_is_kept_before_it() -> None:
    insertion = Edit(Spot("a.md", 1, 3), "<")
    assert apply_edits("abcd", (edit(1, 3, 5, "X"), insertion)) == ("ab<X", ())


def test_a_byte_order_mark_counts_as_no_column() -> None:
    assert apply_edits("\ufefftitle: a", (edit(1, 8, 9, "b"),)) == ("\ufefftitle: b", ())


@pytest.mark.parametrize(
    "spot", [Spot("a.md", 3, 1, 3, 2), Spot("a.md", 1, 4, 1, 5), Spot("a.md", 1, 2, 1, 1), Spot("a.md", 2, 1, 1, 1)]
)
def test_an_edit_outside_the_text_is_refused(spot: Spot) -> None:
    outside = Edit(spot, "x")
    assert apply_edits("ab\nc", (outside,)) == ("ab\nc", (outside,))


def test_a_whole_line_can_be_deleted_with_its_end() -> None:
    assert apply_edits("a\r\nb\r\nc", (Edit(Spot("a.md", 2, 1, 3, 1), ""),)) == ("a\r\nc", ())
