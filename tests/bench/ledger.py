"""What was measured, run by run: written line by line while measuring, so that a run that is cut short leaves it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from measure import Cost, Ran


@dataclass(frozen=True)
class Entry:
    """A run of one row in a part of the page, or a fact: `value` is whatever JSON can say."""

    part: str
    size: int
    row: str
    round: int = 0
    wall: float = 0.0
    processor: float = 0.0
    peak: int | None = None
    value: Any = None


@dataclass
class Ledger:
    """The entries so far, and the file that keeps them."""

    place: Path | None = None
    entries: list[Entry] = field(default_factory=list)

    def ran(self, part: str, size: int, ran: Ran) -> None:
        """Keep a run, or the reason why there is none."""
        if ran.cost is None:
            self.fact(part, size, ran.task, {"failed": ran.reason})
            return
        cost = ran.cost
        wall, processor = round(cost.wall, 4), round(cost.processor, 4)
        self.keep(Entry(part, size, ran.task, ran.round, wall, processor, cost.peak))

    def fact(self, part: str, size: int, row: str, value: Any) -> None:
        """Keep something that is no run."""
        self.keep(Entry(part, size, row, value=value))

    def keep(self, entry: Entry) -> None:
        """Add an entry and write it down."""
        self.entries.append(entry)
        if self.place:
            with self.place.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")

    def costs(self, part: str, size: int, row: str) -> dict[int, Cost]:
        """Return what each round of a row took."""
        found = (one for one in self.entries if (one.part, one.size, one.row) == (part, size, row) and one.round)
        return {one.round: Cost(one.wall, one.processor, one.peak) for one in found}

    def rows(self, part: str, size: int) -> list[str]:
        """Return the rows that ran, in the order in which they came."""
        return list(dict.fromkeys(one.row for one in self._of(part, size) if one.round))

    def sizes(self, part: str) -> list[int]:
        """Return the sizes of a part, smallest first."""
        return sorted({one.size for one in self.entries if one.part == part and one.round})

    def facts(self, part: str, size: int) -> dict[str, Any]:
        """Return what is said of each row beside its runs."""
        return {one.row: one.value for one in self._of(part, size) if not one.round}

    def failures(self) -> list[tuple[str, int, str, str]]:
        """Return part, size, row and reason of what could not be measured."""
        return [
            (one.part, one.size, one.row, one.value["failed"])
            for one in self.entries
            if isinstance(one.value, dict) and "failed" in one.value
        ]

    def _of(self, part: str, size: int) -> Iterable[Entry]:
        return (one for one in self.entries if (one.part, one.size) == (part, size))


def read_ledger(place: Path) -> Ledger:
    """Read what an earlier run wrote."""
    lines = place.read_text("utf-8").splitlines()
    return Ledger(entries=[Entry(**json.loads(line)) for line in lines])


@dataclass(frozen=True)
class Spread:
    """A median with the least and the most."""

    middle: float
    least: float
    most: float


def spread_of(values: Iterable[float]) -> Spread | None:
    """Return the median and the extremes, or nothing of nothing."""
    found = sorted(values)
    return Spread(median(found), found[0], found[-1]) if found else None


def ratios(ones: dict[int, Cost], others: dict[int, Cost], kind: str = "wall") -> Spread | None:
    """Return the ratio of two rows, from the rounds in which both ran."""
    both = ones.keys() & others.keys()
    return spread_of(getattr(ones[one], kind) / getattr(others[one], kind) for one in both)
