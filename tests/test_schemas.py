"""The JSON Schemas accept what we read and refuse what we refuse."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from example_site import SMALL

from pelican.plugins.policy.find_rules import find_rules
from pelican.plugins.policy.manual import manual_files
from pelican.plugins.policy.options import options_of
from pelican.plugins.site_model.typed import MISSING, TypedReader
from pelican.plugins.site_model.yaml_tree import read_yaml

SCHEMAS = {
    Path(path).name.partition(".")[0]: json.loads(text)
    for path, text in manual_files().items()
    if path.endswith(".json")
}


class EditorsLoader(yaml.SafeLoader):
    """YAML 1.2's core types, as editors read it: days stay texts, and so do `off` and `no`."""


EditorsLoader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag.rpartition(":")[2] in ("int", "float", "null")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorsLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def read(text: str) -> Any:
    return yaml.load(text, EditorsLoader)


def front_matter(path: Path) -> Any:
    return read(path.read_text("utf-8").split("---\n")[1])


def complaints(name: str, value: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMAS[name]).iter_errors(value)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_itself_and_says_what_it_is_for(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMAS[name]["title"]
    assert SCHEMAS[name]["description"]


@pytest.mark.parametrize("house", [SMALL, SMALL.parents[2]], ids=["small", "sample"])
def test_the_files_of_our_houses_are_accepted(house: Path) -> None:
    assert complaints("policy", read((house / "policy.yaml").read_text("utf-8"))) == []
    people = sorted((house / "authors").glob("*.yaml"))
    posts = sorted((house / "content").rglob("*.md"))
    assert people
    assert posts
    assert {
        person.name: said for person in people if (said := complaints("person", read(person.read_text("utf-8"))))
    } == {}
    assert {post.name: said for post in posts if (said := complaints("post", front_matter(post)))} == {}


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("person", "name: Mikko Salo\nemplyed: {from: 2017-02-01}", "emplyed"),
        ("person", "name: Mikko Salo\nemployed: {start: 2017-02-01}", "start"),
        ("post", "title: a\ndate: 2026-03-10\nauthor: kari-lund", "author"),
        ("post", "title: a\ndate: soonish", "soonish"),
        ("post", "date: 2026-03-10", "title"),
        ("post", "title: a\ndate: 2026-03-10\nvoice: shouting", "shouting"),
        ("post", "title: a\ndate: 2026-03-10\nshare: {image: {file: a.png}}", "file"),
        ("post", "title: a\ndate: 2026-03-10\nshare: {image: {alt: ''}}", "''"),
        ("post", "title: a\ndate: 2026-03-10\nshare.image: {alt: a}", "share.image"),
        ("policy", "company: {name: H, url: 'https://h.example'}\nstrategie: {}", "strategie"),
        ("policy", "company: {name: H, url: 'https://h.example'}\nrules: {named-autor: error}", "named-autor"),
        ("policy", "company: {name: H, url: 'https://h.example'}\nrules: {named-author: fatal}", "fatal"),
        (
            "policy",
            "company: {name: H, url: 'https://h.example'}\nrules: {named-author: {sevirity: error}}",
            "sevirity",
        ),
        ("policy", "company: {name: H}", "url"),
    ],
)
def test_a_mistake_is_refused(name: str, text: str, word: str) -> None:
    assert any(word in complaint for complaint in complaints(name, read(text)))


def test_words_for_networks_and_for_the_picture_are_accepted() -> None:
    text = "title: a\ndate: 2026-03-10\nshare: {default: a, x: {text: b}, image: {alt: c}}"
    assert complaints("post", read(text)) == []


def test_severities_and_options_of_rules_are_accepted() -> None:
    text = """
company: {name: H, url: https://h.example}
rules:
  named-author: off
  alt-text: {severity: info}
  trained-author: {write: off, publish: error, valid_days: 365}
"""
    assert complaints("policy", read(text)) == []


def test_every_option_of_every_rule_is_described() -> None:
    rules = SCHEMAS["policy"]["properties"]["rules"]["properties"]
    for name, rule in find_rules().items():
        table = rules[name]["anyOf"][1]["properties"]
        assert {"severity", "write", "merge", "publish", *(option.name for option in options_of(rule))} == {*table}


@pytest.mark.parametrize(
    "moment",
    [
        *("2026-03-10", "2026-03-10T08:30", "2026-03-10 08:30", "2026-03-10T08:30+01:00", "2026-03-10T08:30:15Z"),
        *("2026-3-10", "10.03.2026", "soonish", "2026-03-10T8:30", "2026-03-10T08:30+1"),
    ],
)
def test_the_schema_and_the_reader_agree_on_moments(moment: str) -> None:
    from pelican.plugins.site_model import FrontMatter

    reader = TypedReader("a.md")
    values = reader.read(read_yaml(f"title: a\ndate: '{moment}'", "a.md"), FrontMatter)
    is_read = values.get("date", MISSING) is not MISSING
    assert is_read == (complaints("post", {"title": "a", "date": moment}) == [])
