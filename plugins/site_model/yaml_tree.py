"""YAML, read strictly: no aliases, no tags, no duplicate keys, no guessed types; every value knows its place."""

from __future__ import annotations

from collections.abc import Callable

import yaml
from msgspec import Struct

from .problem import Problem
from .spot import Mark, Spot

MAX_BYTES = 1_000_000
MAX_DEPTH = 30


class Scalar(Struct, frozen=True):
    """A word as it was written; what it means is for the reader's type to say. `text` is None for an empty value."""

    text: str | None
    mark: Mark


class Listing(Struct, frozen=True):
    """A sequence."""

    entries: tuple[Node, ...]
    mark: Mark


class Table(Struct, frozen=True):
    """A mapping; `key_marks` are the places of the keys themselves."""

    entries: dict[str, Node]
    key_marks: dict[str, Mark]
    mark: Mark


Node = Scalar | Listing | Table
Events = Callable[[], yaml.Event]


class YamlError(Exception):
    """The text is no YAML that we accept; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, file: str, first_line: int = 1) -> Node:
    """Turn one YAML document into a tree. `first_line` is the line of the file on which `text` starts.

    Raises YamlError with the place, the value found and what to do.
    """
    return _Reader(file, first_line).read(text)


class _Reader:
    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.shift = first_line

    def read(self, text: str) -> Node:
        if len(text) > MAX_BYTES:
            raise self.refuse(
                (self.shift, 1, self.shift, 1), f"{len(text):,} characters of YAML", "Keep it under 1 MB."
            )
        try:
            # Each call gives the next event; `yaml.parse` would look before each whether there is one.
            events: Events = _LOADER(text).get_event
            events()
            if isinstance(events(), yaml.StreamEndEvent):
                return Table({}, {}, (self.shift, 1, self.shift, 1))
            root = self.node(events(), events, 0)
            events()
            if not isinstance(event := events(), yaml.StreamEndEvent):
                raise self.refuse(self.mark(event), "a second YAML document", "Keep one document in the file.")
        except yaml.MarkedYAMLError as error:
            raise self.broken(error, text) from error
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + self.shift
            raise self.refuse(
                (line, 1, line, 1), f"the character {error.character!r}", "Delete it: YAML does not allow it."
            ) from error
        return root

    def node(self, event: yaml.Event, events: Events, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse(self.mark(event), f"the alias '*{event.anchor}'", "Write the value out: aliases are off.")
        if anchor := getattr(event, "anchor", None):
            raise self.refuse(self.mark(event), f"the anchor '&{anchor}'", "Delete it: anchors are off.")
        if (tag := getattr(event, "tag", None)) and tag != "!":
            raise self.refuse(self.mark(event), f"the tag '{tag}'", "Delete it: tags are off.")
        if depth > MAX_DEPTH:
            raise self.refuse(self.mark(event), f"more than {MAX_DEPTH} levels", "Nest less deeply.")
        if isinstance(event, yaml.ScalarEvent):
            empty = not event.style and event.value in ("", "~", "null")
            return Scalar(None if empty else event.value, self.mark(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return self.listing(event, events, depth)
        return self.table(event, events, depth)

    def listing(self, start: yaml.Event, events: Events, depth: int) -> Listing:
        entries = []
        while not isinstance(event := events(), yaml.SequenceEndEvent):
            entries.append(self.node(event, events, depth + 1))
        return Listing(tuple(entries), self.span(start, event))

    def table(self, start: yaml.Event, events: Events, depth: int) -> Table:
        entries: dict[str, Node] = {}
        key_marks: dict[str, Mark] = {}
        while not isinstance(event := events(), yaml.MappingEndEvent):
            key = self.node(event, events, depth + 1)
            if not isinstance(key, Scalar) or key.text is None:
                raise self.refuse(key.mark, "a key that is not a word", "Give the key a plain name.")
            if key.text in entries:
                first = key_marks[key.text][0]
                raise self.refuse(
                    key.mark, f"the key '{key.text}' again (first in line {first})", "Keep one of the two."
                )
            key_marks[key.text] = key.mark
            entries[key.text] = self.node(events(), events, depth + 1)
        return Table(entries, key_marks, self.span(start, event))

    def mark(self, event: yaml.Event) -> Mark:
        return self.span(event, event)

    def span(self, first: yaml.Event, last: yaml.Event) -> Mark:
        start, end = first.start_mark, last.end_mark
        assert start and end, "the C parser and the Python one both give marks"
        return start.line + self.shift, start.column + 1, end.line + self.shift, end.column + 1

    def broken(self, error: yaml.MarkedYAMLError, text: str) -> YamlError:
        place = error.problem_mark or error.context_mark
        lines = text.split("\n")
        if place and place.line < len(lines) and lines[place.line][place.column :].startswith("\t"):
            return self.refuse(
                (place.line + self.shift, place.column + 1, place.line + self.shift, place.column + 2),
                "a tab",
                "Indent with spaces: YAML does not allow tabs there.",
            )
        line = place.line + self.shift if place else self.shift
        column = place.column + 1 if place else 1
        advice = "Indent with spaces, and put quotes around a text that has a colon, a hash or a quote in it."
        return self.refuse((line, column, line, column), f"broken YAML: {error.problem or error.context}", advice)

    def refuse(self, mark: Mark, what: str, advice: str) -> YamlError:
        return YamlError(Problem(Spot(self.file, *mark), "unreadable", f"found {what}", advice))
