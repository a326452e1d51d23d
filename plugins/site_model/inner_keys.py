"""Keys such as `share.image`: a value among the free keys of a table that the model has a field of its own for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from .spot import Mark
from .wanted import fields_of
from .yaml_tree import Node, Table


def entries_of(node: Table, model: type[Struct]) -> Iterator[tuple[str, Mark, Node]]:
    """Yield the entries of a table with their places, and `image` of `share:` as one of its own if that is a field."""
    inner = _inner_keys(model)
    for key, child in node.entries.items():
        if key in inner and isinstance(child, Table):
            apart = [name for name in child.entries if name in inner[key]]
            yield from ((f"{key}.{name}", child.key_marks[name], child.entries[name]) for name in apart)
            rest = {name: entry for name, entry in child.entries.items() if name not in apart}
            yield key, node.key_marks[key], Table(rest, child.key_marks, child.mark)
        else:
            yield key, node.key_marks[key], child


def is_misplaced(key: str, node: Table) -> bool:
    """Say whether such a key stands outside the table that it belongs into."""
    return "." in key and key in node.entries


@cache
def _inner_keys(model: type[Struct]) -> dict[str, frozenset[str]]:
    split = [field.split(".") for field in fields_of(model) if "." in field]
    return {outer: frozenset(names[1] for names in split if names[0] == outer) for outer, _ in split}
