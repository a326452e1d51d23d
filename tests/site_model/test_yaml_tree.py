"""Strict YAML: what is refused, what is not guessed, and where everything stands."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pelican.plugins.site_model.yaml_tree import Listing, Node, Scalar, Table, YamlError, read_yaml


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [plain(entry) for entry in node.entries]
    return {key: plain(entry) for key, entry in node.entries.items()}


@pytest.mark.parametrize(
    ("text", "says", "line", "column"),
    [
        ("a: &x 1\nb: *x", "anchor '&x'", 1, 4),
        ("b: *x", "alias '*x'", 1, 4),
        ("a: !!python/object:os.system x", "the tag", 1, 4),
        ("a: !secret x", "the tag '!secret'", 1, 4),
        ("a: 1\nb: 2\na: 3", "the key 'a' again (first in line 1)", 3, 1),
        ("a: b: c", "broken YAML", 1, 5),
        ("a: 1\n---\nb: 2", "a second YAML document", 2, 1),
        ("? [a]\n: 1", "a key that is not a word", 1, 3),
        ("a: " + "[" * 40 + "]" * 40, "more than 30 levels", 1, 34),
        ("a: \x07", "the character", 1, 1),
        ("x" * 1_000_001, "characters of YAML", 1, 1),
    ],
)
def test_what_could_surprise_is_refused_at_its_place(text: str, says: str, line: int, column: int) -> None:
    with pytest.raises(YamlError) as caught:
        read_yaml(text, "policy.yaml")
    problem = caught.value.problem
    assert says in problem.message
    assert (problem.spot.file, problem.spot.line, problem.spot.column) == ("policy.yaml", line, column)
    assert problem.fix


@pytest.mark.parametrize("word", ["no", "yes", "on", "0o17", "1_000", "2026-03-10", "1e3", "0x1F", "12:30:45", "true"])
def test_no_word_turns_into_something_else(word: str) -> None:
    assert plain(read_yaml(f"a: {word}", "f")) == {"a": word}


def test_lines_count_from_where_the_text_starts_in_its_file() -> None:
    tree = read_yaml("a: 1\nb: [x, y]\n", "f", first_line=10)
    assert isinstance(tree, Table)
    assert tree.key_marks["b"] == (11, 1, 11, 2)
    assert tree.entries["b"].mark == (11, 4, 11, 10)


def test_an_empty_file_is_an_empty_table() -> None:
    assert plain(read_yaml("# nothing yet\n", "f")) == {}


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
trees = st.recursive(words, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4))


@given(st.dictionaries(words, trees, max_size=5))
def test_what_a_yaml_library_writes_is_read_back_word_for_word(value: dict[str, object]) -> None:
    text = yaml.dump(value, Dumper=_NoAliases, allow_unicode=True, default_style='"')
    assert plain(read_yaml(text, "f")) == value


@given(st.text(max_size=200))
def test_any_text_is_a_tree_or_a_problem_with_a_place(text: str) -> None:
    try:
        read_yaml(text, "f")
    except YamlError as error:
        assert error.problem.spot.line >= 1
        assert error.problem.message


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True
