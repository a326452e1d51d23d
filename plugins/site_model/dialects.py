"""The two ways to write front matter, brought to one tree: YAML between `---` lines, and Pelican's `Key: value`."""

from __future__ import annotations

import re
from typing import NamedTuple

from .problem import Problem
from .spot import Mark, Spot
from .yaml_tree import Listing, Node, Scalar, Table, YamlError, read_yaml

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_KEY_LINE = re.compile(r"^([A-Za-z_][A-Za-z0-9_ -]*?)[ \t]*:[ \t]*(.*?)[ \t]*$")
_FLOW = re.compile(r"\[.*\]|\{.*\}")
_WORDS = {"title", "summary"}
_LISTS = {"authors", "tags", "hashtags", "discussions"}
PELICAN_NAMES = {"category": "topic", "author": "authors"}
"""Pelican's words for what we call otherwise."""


class SplitPost(NamedTuple):
    """The front matter as a tree, and the Markdown that follows it."""

    front: Node
    body: str
    body_line: int


def split_post(text: str, file: str) -> SplitPost:
    """Tell front matter and body apart. Raises YamlError where there is no front matter or it is broken."""
    if _FENCE.match(text):
        return _yaml_dialect(text, file)
    return _pelican_dialect(text, file)


def _yaml_dialect(text: str, file: str) -> SplitPost:
    opening = _FENCE.match(text)
    assert opening
    closing = _FENCE.search(text, opening.end() + 1)
    if not closing:
        fix = "End the front matter with a line `---`."
        raise YamlError(Problem(Spot(file, 1), "unreadable", "the front matter is not closed", fix))
    front = read_yaml(text[opening.end() + 1 : closing.start()], file, first_line=2)
    body_line = text.count("\n", 0, closing.end()) + 2
    return SplitPost(_renamed(_with_lists(front)), text[closing.end() + 1 :], body_line)


def _with_lists(front: Node) -> Node:
    """Take `tags: safety, delays` for the list that was meant, as in the other dialect; quotes keep it one word."""
    if not isinstance(front, Table):
        return front
    meant = {
        key: _separated(node)
        for key, node in front.entries.items()
        if PELICAN_NAMES.get(key, key) in _LISTS - {"discussions"}
        and isinstance(node, Scalar)
        and "," in (node.text or "")
        and node.mark[3] - node.mark[1] == len(node.text or "")
    }
    return Table(front.entries | meant, front.key_marks, front.mark)


def _pelican_dialect(text: str, file: str) -> SplitPost:
    entries: dict[str, Node] = {}
    marks: dict[str, Mark] = {}
    lines = text.split("\n")
    used = 0
    last = ""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            break
        match = _KEY_LINE.match(line)
        if line[0] in " \t" and last and isinstance(before := entries[last], Scalar):
            joined = f"{before.text or ''} {line.strip()}".strip()
            entries[last] = Scalar(joined, (*before.mark[:2], number, len(line) + 1))
        elif match:
            last = match[1].strip().casefold().replace(" ", "_").replace("-", "_")
            if last in entries:
                message = f"found the key '{last}' again (first in line {marks[last][0]})"
                raise YamlError(Problem(Spot(file, number), "unreadable", message, "Keep one of the two."))
            marks[last] = (number, 1, number, len(match[1]) + 1)
            start = match.start(2) + 1
            entries[last] = Scalar(match[2] or None, (number, start, number, start + len(match[2])))
        else:
            break
        used = number
    if entries:
        _refuse_yaml(entries, lines[used] if used < len(lines) else "", used + 1, file)
    else:
        fix = "Begin the file with a line `---`, the keys, and another line `---`."
        raise YamlError(Problem(Spot(file, 1), "unreadable", "the post has no front matter", fix))
    for key in [*entries]:
        if PELICAN_NAMES.get(key, key) in _LISTS:
            entries[key] = _separated(entries[key])
    tree = Table(entries, marks, (1, 1, used, len(lines[used - 1]) + 1))
    return SplitPost(_renamed(tree), "\n".join(lines[used:]), used + 1)


def _refuse_yaml(entries: dict[str, Node], after: str, line: int, file: str) -> None:
    """Raise YamlError where somebody wrote the other dialect and forgot its first line."""
    fix = "Begin the file with a line `---`, and end the front matter with another."
    if _FENCE.match(after):
        message = "this line closes front matter that no line `---` opens"
        raise YamlError(Problem(Spot(file, line), "unreadable", message, fix))
    for key, node in entries.items():
        if key not in _WORDS and isinstance(node, Scalar) and _FLOW.fullmatch(node.text or ""):
            message = f"'{key}' is written in YAML, and the file does not begin with a line `---`"
            raise YamlError(Problem(Spot(file, *node.mark), "unreadable", message, fix))


def _separated(node: Node) -> Node:
    if not isinstance(node, Scalar) or node.text is None:
        return node
    separator = ";" if ";" in node.text else ","
    entries = []
    offset = 0
    for part in node.text.split(separator):
        word = part.strip()
        column = node.mark[1] + offset + len(part) - len(part.lstrip())
        offset += len(part) + 1
        if word:
            entries.append(Scalar(word, (node.mark[0], column, node.mark[0], column + len(word))))
    return Listing(tuple(entries), node.mark)


def _renamed(tree: Node) -> Node:
    if not isinstance(tree, Table):
        return tree
    names = {key: PELICAN_NAMES[key] for key in tree.entries if PELICAN_NAMES.get(key, key) not in tree.entries}
    entries = {names.get(key, key): node for key, node in tree.entries.items()}
    return Table(entries, {names.get(key, key): mark for key, mark in tree.key_marks.items()}, tree.mark)
