"""A source line with a marker under the place that is meant, in terminal cells."""

from __future__ import annotations

from ..site_model import Spot
from .visible import visible_character

_TAB = 4
_CUT = "…"


def excerpt(text: str, spot: Spot, width: int) -> tuple[str, str]:
    """Return the line as it may be shown in `width` cells, and the marker that belongs under it."""
    pieces = _pieces(text)
    start = min(spot.column - 1, len(pieces))
    end = start + 1
    if spot.end_line == spot.line and spot.end_column is not None:
        end = max(min(spot.end_column - 1, len(pieces)), end)
    first, last = _window(pieces, start, width)
    shown = pieces[first:last]
    if first > 0:
        shown[0] = _CUT
    if last < len(pieces):
        shown[-1] = _CUT
    line = "".join(shown).rstrip()
    before = cells("".join(shown[: start - first]))
    under = cells("".join(shown[start - first : end - first]))
    to_later_line = f" to line {spot.end_line}" if spot.end_line and spot.end_line > spot.line else ""
    return line, " " * before + "^" * max(under, 1) + to_later_line


def cells(text: str) -> int:
    """Return how many terminal cells the text fills."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    filled = 0
    for character in text:
        piece = " " * (_TAB - filled % _TAB) if character == "\t" else visible_character(character)
        pieces.append(piece)
        filled += cells(piece)
    return pieces


def _window(pieces: list[str], start: int, width: int) -> tuple[int, int]:
    """Choose the stretch to show: all of a short line, else a third of the width before the place, the rest after."""
    sizes = [cells(piece) for piece in pieces]
    if sum(sizes) <= width:
        return 0, len(pieces)
    first, room = start, width // 3
    while first > 0 and room >= sizes[first - 1]:
        first -= 1
        room -= sizes[first]
    last, room = first, width
    while last < len(pieces) and room >= sizes[last]:
        room -= sizes[last]
        last += 1
    while last == len(pieces) and first > 0 and room >= sizes[first - 1]:
        first -= 1
        room -= sizes[first]
    return first, last
