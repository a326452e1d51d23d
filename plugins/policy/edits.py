"""Mechanical corrections applied to a file's text, leaving every other character as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .finding import Edit

_LINE_END = re.compile("\r\n|\r|\n")
_MARK = "\ufeff"


def apply_edits(text: str, edits: Sequence[Edit]) -> tuple[str, tuple[Edit, ...]]:
    """Return the corrected text, and the edits left out: they overlap an earlier one or point outside the text.

    The order of `edits` decides who is first. An edit whose spot has no end inserts at its start. Line ends inside a
    replacement become those of the file; a byte-order mark counts as no column.
    """
    lead = _MARK if text.startswith(_MARK) else ""
    body = text[len(lead) :]
    lines = _lines(body)
    ending = _LINE_END.search(body)
    taken: list[tuple[int, int, str]] = []
    refused: list[Edit] = []
    for edit in edits:
        stretch = _stretch(edit, lines)
        if stretch is None or any(_overlap(stretch, (start, end)) for start, end, _ in taken):
            refused.append(edit)
        else:
            taken.append((*stretch, _LINE_END.sub(ending[0] if ending else "\n", edit.replacement)))
    for start, end, replacement in sorted(taken, reverse=True):
        body = body[:start] + replacement + body[end:]
    return lead + body, tuple(refused)


def _lines(body: str) -> list[tuple[int, int]]:
    """Return where each line begins and where it ends, its line end not counted."""
    ends = [(found.start(), found.end()) for found in _LINE_END.finditer(body)]
    starts = [0, *(end for _, end in ends)]
    return list(zip(starts, [*(start for start, _ in ends), len(body)], strict=True))


def _stretch(edit: Edit, lines: list[tuple[int, int]]) -> tuple[int, int] | None:
    spot = edit.spot
    start = _offset(spot.line, spot.column, lines)
    if spot.end_line is None or spot.end_column is None:
        return None if start is None else (start, start)
    end = _offset(spot.end_line, spot.end_column, lines)
    return None if start is None or end is None or end < start else (start, end)


def _offset(line: int, column: int, lines: list[tuple[int, int]]) -> int | None:
    if not 1 <= line <= len(lines):
        return None
    start, end = lines[line - 1]
    return start + column - 1 if 1 <= column <= end - start + 1 else None


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Say whether two stretches share a character, or one lies inside the other, or both insert at the same place."""
    return one == other or (one[0] < other[1] and other[0] < one[1])
