"""From a YAML tree to typed values, collecting every mistake with its place instead of stopping at the first."""

from __future__ import annotations

import types
from collections.abc import Collection
from datetime import UTC, tzinfo
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from msgspec import Struct

from .did_you_mean import did_you_mean
from .inner_keys import entries_of, is_misplaced
from .problem import Problem
from .spot import Mark, Spot
from .wanted import expected, fields_of, is_bounded, not_there, read_scalar, short, takes, too_long
from .yaml_tree import Listing, Node, Scalar, Table

MISSING: Any = object()
"""Stands for a value that was there and could not be read; its problem is reported."""


class TypedReader:
    """Reads one file's tree; `problems` and `marks` fill up while it does."""

    def __init__(self, file: str, zone: tzinfo = UTC) -> None:
        self.file = file
        self.zone = zone
        self.problems: list[Problem] = []
        self.marks: dict[str, Mark] = {}

    def read(self, node: Node, model: type[Struct], given: Collection[str] = ()) -> dict[str, Any]:
        """Return the model's fields as far as the tree gives them right; `given` stands in for absent required ones."""
        return self._fields_of(node, model, "", given)

    def _fields_of(self, node: Node, model: type[Struct], at: str, given: Collection[str]) -> dict[str, Any]:
        self.marks[at] = node.mark
        if not isinstance(node, Table):
            self._wrong(node, at, "a table of `key: value` lines")
            return {}
        fields = fields_of(model)
        values: dict[str, Any] = {}
        broken = set()
        for key, mark, child in entries_of(node, model):
            where = f"{at}.{key}" if at else key
            if key not in fields or is_misplaced(key, node):
                self.unknown(key, mark, fields, at)
                continue
            self.marks[where] = mark
            value = self.convert(child, fields[key].type, where)
            if value is MISSING:
                broken.add(key)
            elif value is not None:
                values[fields[key].name] = value
        for key, field in fields.items():
            if field.required and field.name not in values and key not in broken and field.name not in given:
                where = f"{at}.{key}" if at else key
                message = f"'{where}' has no value" if key in node.entries else f"'{where}' is missing"
                quotes = ", in quotes if it begins with `#`" if key in node.entries else ""
                fix = f"Write `{key}:` with {expected(field.type)}{quotes}."
                self._say(node.key_marks.get(key, self._start(node)), message, fix)
        return values

    def convert(self, node: Node, wanted: Any, at: str, asked: Any = None) -> Any:
        """Return the value, None for an empty scalar, or a marker that it could not be read (already reported).

        `asked` is the type with its bounds, for what is said of a mistake.
        """
        asked = asked or wanted
        if isinstance(node, Scalar) and node.text is None:
            return None
        self.marks[at] = node.mark
        if wanted is Any:
            return node
        origin = get_origin(wanted)
        if origin is Annotated:
            value = self.convert(node, get_args(wanted)[0], at, asked)
            free = value is MISSING or value is None or not is_bounded(wanted)
            return value if free else self._bounded(node, value, wanted, at)
        if origin in (Union, types.UnionType):
            return self._choose(node, get_args(wanted), at)
        if isinstance(node, Table):
            return self._table(node, wanted, at, asked)
        if origin is tuple:
            return self._listing(node, wanted, at)
        return self._scalar(node, wanted, at, asked)

    def _choose(self, node: Node, members: tuple[Any, ...], at: str) -> Any:
        fitting = [member for member in members if takes(member, node)]
        if fitting:
            return self.convert(node, fitting[0], at)
        return self._wrong(node, at, " or ".join(expected(m) for m in members if m is not type(None)))

    def _table(self, node: Table, wanted: Any, at: str, asked: Any) -> Any:
        if get_origin(wanted) is dict:
            inner = get_args(wanted)[1]
            read = {}
            for key, child in node.entries.items():
                value = self.convert(child, inner, f"{at}.{key}")
                self.marks.setdefault(f"{at}.{key}", node.key_marks[key])
                if value is None:
                    self._say(node.key_marks[key], f"'{at}.{key}' has no value", f"Write {expected(inner)} there.")
                elif value is not MISSING:
                    read[key] = value
            return read
        if isinstance(wanted, type) and issubclass(wanted, Struct):
            before = len(self.problems)
            values = self._fields_of(node, wanted, at, ())
            return MISSING if len(self.problems) > before else wanted(**values)
        return self._wrong(node, at, expected(asked))

    def _listing(self, node: Node, wanted: Any, at: str) -> Any:
        inner = get_args(wanted)[0]
        if isinstance(node, Scalar):
            value = self.convert(node, inner, at)
            return value if value is MISSING else (value,)
        assert isinstance(node, Listing)
        values = []
        for index, entry in enumerate(node.entries):
            value = self.convert(entry, inner, f"{at}[{index}]")
            if value is None:
                return self._wrong(entry, f"{at}[{index}]", expected(inner))
            values.append(value)
        return MISSING if any(value is MISSING for value in values) else tuple(values)

    def _scalar(self, node: Node, wanted: Any, at: str, asked: Any) -> Any:
        if not isinstance(node, Scalar) or node.text is None:
            return self._wrong(node, at, expected(asked))
        try:
            value = read_scalar(node.text, wanted, self.zone)
        except ValueError:
            return self._wrong(node, at, expected(asked), not_there(node.text, wanted))
        return value

    def _bounded(self, node: Node, value: Any, wanted: Any, at: str) -> Any:
        try:
            msgspec.convert(value, wanted)
        except msgspec.ValidationError:
            return self._wrong(node, at, expected(wanted), too_long(value, wanted))
        return value

    def _wrong(self, node: Node, at: str, wanted: str, why: str = "") -> Any:
        found = {Listing: "a list", Table: "a table"}.get(type(node)) or f"'{short(getattr(node, 'text', None))}'"
        self._say(node.mark, f"'{at}' is {found}{why}" if at else f"the file is {found}", f"Write {wanted} there.")
        return MISSING

    def unknown(self, key: str, mark: Mark, known: Collection[str], at: str) -> None:
        """Report a key that is none of the known ones."""
        inside = f" in '{at}'" if at else ""
        message = f"the key '{short(key)}'{inside} is unknown"
        spot = Spot(self.file, *mark)
        self.problems.append(Problem(spot, "unknown-key", message, did_you_mean(key, known), key))

    def _say(self, mark: Mark, message: str, fix: str) -> None:
        self.problems.append(Problem(Spot(self.file, *mark), "bad-value", message, fix))

    @staticmethod
    def _start(node: Node) -> Mark:
        line, column = node.mark[:2]
        return line, column, line, column
