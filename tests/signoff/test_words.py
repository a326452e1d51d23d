"""The small parts: word differences, edits of a person's file, and the one right form of a statement."""

from __future__ import annotations

import json
import re
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelican.plugins.signoff.person_file import PersonFileError, with_key
from pelican.plugins.signoff.statement import Checklist, Predicate, encode_statement, make_statement, read_statement
from pelican.plugins.signoff.word_changes import word_changes
from pelican.plugins.site_model.load_people import read_person

PREDICATE = Predicate(
    post="content/a.md",
    id="a",
    revision=1,
    prev=None,
    decision="approve",
    editor="ewa-nowak",
    authors=("kari-lund",),
    title="A",
    slug="a",
    date="2026-03-10T00:00:00+01:00",
    lang="en",
    url="en/a/",
    inherited=None,
    policy="0" * 64,
    snippets={},
    corrections=(),
    checklist=Checklist(facts=True, rights=True, confidential=True),
    reason="",
    signed_at="2026-03-20T10:00:00Z",
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(title=TEXTS, reason=TEXTS, snippets=st.dictionaries(TEXTS, st.just("a" * 64), max_size=3))
def test_a_statement_has_one_form_that_other_programs_write_too(
    title: str, reason: str, snippets: dict[str, str]
) -> None:
    predicate = msgspec.structs.replace(PREDICATE, title=title, reason=reason, snippets=snippets)
    statement = make_statement({"content/a.md": "0" * 64, "content/ä.png": "1" * 64}, predicate)
    content = encode_statement(statement)
    assert read_statement(content) == statement
    written = json.dumps(json.loads(content), sort_keys=True, indent=2, ensure_ascii=False) + "\n"
    assert written.encode() == content


def _shown(old: str, new: str) -> list[str]:
    marks = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return [
        f"{line.number}: " + "".join(marks[piece.kind].format(piece.text) for piece in line.pieces)
        for line in word_changes(old, new)
    ]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a b c\nd", "a b c\nd", []),
        ("a b c\nd", "a x c\nd", ["1: a [-b-]{+x+} c"]),
        ("a\nb\nc", "a\nc", ["2: [-b-]"]),
        ("a\nc", "a\nb\nc", ["2: {+b+}"]),
        ("The ferry, late.", "The ferry - late.", ["1: The ferry[-,-]{+ -+} late."]),
    ],
)
def test_one_line_changed_is_one_line_shown(old: str, new: str, shown: list[str]) -> None:
    assert _shown(old, new) == shown


@given(
    st.lists(st.sampled_from(["a", "b", "å", " ", "\n", "."]), max_size=30),
    st.lists(st.sampled_from(["a", "b", " ", "\n"]), max_size=30),
)
def test_what_is_shown_of_the_new_text_is_in_it(old: list[str], new: list[str]) -> None:
    after = "".join(new).split("\n")
    for line in word_changes("".join(old), "".join(new)):
        kept = "".join(piece.text for piece in line.pieces if piece.kind != "gone")
        assert not kept or kept == after[line.number - 1]


@pytest.mark.parametrize(
    "text",
    [
        "name: Ewa\n",
        "name: Ewa",
        "name: Ewa\nkeys: []\n",
        "name: Ewa\nkeys:\n",
        "name: Ewa\nkeys:\n  - {key: ssh-ed25519 AAAA, from: 2020-01-01}\nmails: [e@havlinje.example]\n",
        "name: Ewa\nkeys:\n- key: ssh-ed25519 AAAA\n  from: 2020-01-01\n\nmails: [e@havlinje.example]\n",
        "keys: # the desk's\n  - {key: ssh-ed25519 AAAA, from: 2020-01-01}  # old\n# the end\nname: Ewa\n",
    ],
)
def test_a_key_is_added_and_nothing_else_changes(text: str) -> None:
    changed = with_key(text, "ssh-ed25519 BBBB", date(2026, 1, 1))
    person, problems = read_person(changed.encode(), "authors/ewa.yaml")
    assert problems == ()
    assert person is not None
    assert [entry.key for entry in person.keys] == [*re.findall("ssh-ed25519 AAAA", text), "ssh-ed25519 BBBB"]
    left = [line for line in changed.splitlines() if "BBBB" not in line]
    assert [line for line in left if line != "keys:"] == [
        line.removesuffix(" []") for line in text.splitlines() if line not in ("keys:", "keys: []")
    ]


def test_keys_on_one_line_are_left_to_a_person() -> None:
    with pytest.raises(PersonFileError, match="write each on a line of its own"):
        with_key("keys: [{key: ssh-ed25519 AAAA, from: 2020-01-01}]\n", "ssh-ed25519 BBBB", date(2026, 1, 1))
