"""A source line with a marker under the place that is meant, in terminal cells."""

from __future__ import annotations

from functools import lru_cache

from ..site_model import Spot
from .visible import visible_character

_TAB = 4
_CUT = "…"


def excerpt(text: str, spot: Spot, width: int) -> tuple[str, str]:
    """Return the line as it may be shown in `width` cells, and the marker that belongs under it."""
    start, end, last_line = _span(spot, len(text))
    # Nothing further away can be shown, and a line may have a million characters.
    skipped = max(start - 2 * width, 0)
    near = text[skipped : start + 2 * width]
    pieces = _pieces(near)
    first, last = _window(pieces, start - skipped, width)
    shown = pieces[first:last]
    if skipped + first > 0:
        shown[:1] = [_CUT]
    if skipped + last < len(text):
        shown[-1:] = [_CUT]
    line = "".join(shown).rstrip()
    before = cells("".join(shown[: start - skipped - first]))
    under = cells("".join(shown[start - skipped - first : end - skipped - first]))
    return line, " " * before + "^" * max(under, 1) + (f" to line {last_line}" if last_line > spot.line else "")


def _span(spot: Spot, length: int) -> tuple[int, int, int]:
    """Return where the marker begins and ends in a line of that length, and the last line that is meant."""
    start = min(spot.column - 1, length)
    if spot.end_line is None or spot.end_column is None:
        return start, start + 1, spot.line
    if spot.end_line == spot.line:
        return start, max(min(spot.end_column - 1, length), start + 1), spot.line
    last_line = spot.end_line - (spot.end_column == 1)
    return start, max(length, start + 1) if last_line == spot.line else start + 1, last_line


@lru_cache(maxsize=4096)
def cells(text: str) -> int:
    """Return how many terminal cells the text fills."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _pieces(text: str) -> list[str]:
    if text.isascii() and text.isprintable():
        return list(text)
    pieces: list[str] = []
    filled = 0
    for character in text:
        piece = " " * (_TAB - filled % _TAB) if character == "\t" else _shown(character)
        pieces.append(piece)
        filled += cells(piece)
    return pieces


@lru_cache(maxsize=4096)
def _shown(character: str) -> str:
    return visible_character(character)


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
