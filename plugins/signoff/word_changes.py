"""What changed between two texts, word by word, so that an editor reads what is new and not everything again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_WORDS = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]")


class Piece(NamedTuple):
    """Some words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


class ChangedLine(NamedTuple):
    """One line of the new text in which something changed; gone lines stand at the line that follows them."""

    number: int
    pieces: tuple[Piece, ...]


def word_changes(old: str, new: str) -> list[ChangedLine]:
    """Return the lines that differ; one line changed is one line returned."""
    before, after = old.split("\n"), new.split("\n")
    changed: list[ChangedLine] = []
    for kind, old_start, old_end, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            pieces = _pieces("\n".join(before[old_start:old_end]), "\n".join(after[start:end]))
            changed += _lines(pieces, start + 1)
    return changed


def _pieces(old: str, new: str) -> Iterator[Piece]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    for kind, old_start, old_end, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(after[start:end]))
        else:
            yield Piece("gone", "".join(before[old_start:old_end]))
            yield Piece("new", "".join(after[start:end]))


def _lines(pieces: Iterator[Piece], number: int) -> Iterator[ChangedLine]:
    """Cut the pieces at line ends; a line end that is gone joins what was two lines."""
    line: list[Piece] = []
    for piece in pieces:
        parts = piece.text.split("\n")
        for index, part in enumerate(parts):
            if index:
                if piece.kind == "gone":
                    line.append(Piece("gone", "¶"))
                else:
                    yield from _line(line, number)
                    line, number = [], number + 1
            if part:
                line.append(Piece(piece.kind, part))
    yield from _line(line, number)


def _line(pieces: list[Piece], number: int) -> Iterator[ChangedLine]:
    if any(piece.kind != "same" for piece in pieces):
        yield ChangedLine(number, tuple(pieces))
