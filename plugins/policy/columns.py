"""Columns in the units other tools count by. Ours are code points, from 1; see `Spot`."""

from __future__ import annotations

from typing import Literal

from ..site_model import Spot

Unit = Literal["utf-8", "utf-16-le"]
_SIZE: dict[Unit, int] = {"utf-8": 1, "utf-16-le": 2}


def place_in(unit: Unit, spot: Spot, lines: dict[int, str]) -> Spot | None:
    """Return the spot with columns counted in `unit`, or None where the text of a line it needs is unknown."""
    start = _column(unit, spot.line, spot.column, lines)
    if start is None or spot.end_line is None or spot.end_column is None:
        return None if start is None else Spot(spot.file, spot.line, start)
    end = _column(unit, spot.end_line, spot.end_column, lines)
    return None if end is None else Spot(spot.file, spot.line, start, spot.end_line, end)


def _column(unit: Unit, line: int, column: int, lines: dict[int, str]) -> int | None:
    if column == 1:
        return 1
    if line not in lines:
        return None
    return len(lines[line][: column - 1].encode(unit, "surrogatepass")) // _SIZE[unit] + 1
