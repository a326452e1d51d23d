"""Every mistake in a file people write has its own sentence, and none hides another."""

from __future__ import annotations

import pytest

from pelican.plugins.site_model import FrontMatter, PolicyFile, Profile
from pelican.plugins.site_model.typed import TypedReader
from pelican.plugins.site_model.yaml_tree import read_yaml


def problems(text: str, model: type) -> list[tuple[int, str, str]]:
    reader = TypedReader("f.yaml")
    reader.read(read_yaml(text, "f.yaml"), model)
    return [(problem.spot.line, problem.message, problem.fix) for problem in reader.problems]


@pytest.mark.parametrize(
    ("model", "text", "line", "message", "fix"),
    [
        (FrontMatter, "titel: x\ntitle: y\ndate: 2026-01-01", 1, "the key 'titel' is unknown", "Did you mean `title`?"),
        (FrontMatter, "title: x\ndate: soonish", 2, "'date' is 'soonish'", "2026-03-10"),
        (FrontMatter, "title: x\ndate: 2026-02-30", 2, "'2026-02-30', and there is no such day", "2026-03-10"),
        (FrontMatter, "title: x\ndate: 2026-03-10T25:00", 2, "and there is no such day or time", "2026-03-10"),
        (FrontMatter, "title: x\ndate: ٢٠٢٦-03-10", 2, "'date' is '٢٠٢٦-03-10'", "2026-03-10"),
        (Profile, "name: Kari\ntrained: 2025-04-31", 2, "'2025-04-31', and there is no such day", "a day"),
        (FrontMatter, "date: 2026-01-01", 1, "'title' is missing", "Write `title:`"),
        (FrontMatter, "title:\ndate: 2026-01-01", 1, "'title' has no value", "Write `title:`"),
        (FrontMatter, "title: [a]\ndate: 2026-01-01", 1, "'title' is a list", "a text"),
        (FrontMatter, "title: x\ndate: 2026-01-01\nvoice: loud", 3, "'voice' is 'loud'", "`personal`"),
        (FrontMatter, "title: x\ndate: 2026-01-01\nsources: none", 3, "'sources' is 'none'", "a table with `none`"),
        (
            FrontMatter,
            "title: x\ndate: 2026-01-01\ndisclosure: {kind: bribe}",
            3,
            "'disclosure.kind' is 'bribe'",
            "`gift`",
        ),
        (
            FrontMatter,
            "title: x\ndate: 2026-01-01\nsources: [{title: t}]",
            3,
            "'sources[0].id' is missing",
            "Write `id:`",
        ),
        *(
            (FrontMatter, f"title: x\ndate: 2026-01-01\nshare:\n  x: Hello.\n  image: {image}", 5, message, fix)
            for image, message, fix in (
                ("A door", "'share.image' is 'A door'", "Write a table with `alt`"),
                ("{}", "'share.image.alt' is missing", "a text of at most 420 characters that is not empty (what it"),
                ("{alt: }", "'share.image.alt' has no value", "Write `alt:` with a text of at most 420 characters"),
                ("{alt: ''}", "'share.image.alt' is ''", "that is not empty"),
                ("{alt: [a]}", "'share.image.alt' is a list", "a text"),
                ("{alt: " + "w" * 421 + "}", f"'{'w' * 59}…', 421 characters long", "at most 420 characters"),
                ("{alt: a, file: b.png}", "the key 'file' in 'share.image' is unknown", "`alt`"),
            )
        ),
        (FrontMatter, "title: x\ndate: 2026-01-01\nshare.image: {alt: a}", 3, "the key 'share.image' is unknown", ""),
        (FrontMatter, "title: x\ndate: 2026-01-01\nshare: {x: {alt: a}}", 3, "'alt' in 'share.x' is unknown", ""),
        (Profile, "name: Kari\nemployed: {from: once}", 2, "'employed.from' is 'once'", "a day"),
        (Profile, "name: Kari\nemployed: {since: 2020-01-01}", 2, "the key 'since' in 'employed' is unknown", "`from`"),
        (PolicyFile, "company: {name: X, url: 'ftp://x'}", 1, "'company.url' is 'ftp://x'", "such as `https://"),
        (
            PolicyFile,
            "company: {name: X, url: 'https://x.example'}\ncadence: {window: 3}",
            2,
            "'cadence.window' is '3'",
            "a whole number, at least 7 and at most 3660 (days looked back on)",
        ),
        (PolicyFile, "company: {name: X, url: 'https://x.example'}\nsignof: {}", 2, "the key 'signof'", "`signoff`"),
        (
            PolicyFile,
            "company: {name: X, url: 'https://x.example'}\ncadence: {window: 28 days}",
            2,
            "'cadence.window' is '28 days'",
            "a whole number, at least 7",
        ),
        (PolicyFile, "- a\n- b", 1, "the file is a list", "a table"),
    ],
)
def test_a_mistake_names_line_value_and_what_to_write(
    model: type, text: str, line: int, message: str, fix: str
) -> None:
    found = problems(text, model)
    assert any(at == line and message in said and fix in advice for at, said, advice in found), found


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    found = problems("titel: x\ndate: soonish\nvoice: loud\nauthors: {a: b}", FrontMatter)
    assert len(found) == 5


def test_every_value_knows_its_place() -> None:
    reader = TypedReader("f.yaml")
    values = reader.read(
        read_yaml("title: x\ndate: 2026-01-01\nsources:\n  - id: a\n    url: https://b.example\n", "f.yaml"),
        FrontMatter,
    )
    assert values["sources"][0].url == "https://b.example"
    assert reader.marks["sources[0].url"] == (5, 10, 5, 27)


def test_words_for_the_picture_stand_beside_those_for_networks_and_are_none_of_them() -> None:
    reader = TypedReader("f.yaml")
    text = "title: x\ndate: 2026-01-01\nshare:\n  x: Hello.\n  image: {alt: A door}\n"
    values = reader.read(read_yaml(text, "f.yaml"), FrontMatter)
    assert (values["share"], values["share_image"].alt) == ({"x": "Hello."}, "A door")
    assert reader.marks["share.image.alt"] == (5, 16, 5, 22)
    assert not reader.problems


def test_a_key_of_an_open_table_needs_a_value() -> None:
    found = problems("company: {name: X, url: 'https://x.example'}\nstrategy:\n  topics:\n    sea:\n", PolicyFile)
    assert [(line, message) for line, message, _ in found] == [(4, "'strategy.topics.sea' has no value")]


def test_one_word_stands_for_a_list_of_one() -> None:
    reader = TypedReader("f.yaml")
    values = reader.read(read_yaml("title: x\ndate: 2026-01-01\nauthors: kari-lund", "f.yaml"), FrontMatter)
    assert values["authors"] == ("kari-lund",)
    assert not reader.problems
