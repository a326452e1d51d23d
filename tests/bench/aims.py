"""What was promised, and whether it was kept."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import rows
from ledger import Ledger, Spread, ratios, spread_of
from measure import Cost

_USUAL, _LARGE, _GROWN = 1000, 10_000, 20_000


@dataclass(frozen=True)
class Aim:
    """A promise with its limit, and the median that was measured, if it was."""

    promise: str
    limit: float
    found: Spread | None
    unit: str = ""

    @property
    def verdict(self) -> str:
        """Say whether it was kept."""
        if self.found is None:
            return "not measured"
        return "met" if self.found.middle <= self.limit else "**not met**"


def aims(ledger: Ledger) -> Iterator[Aim]:
    """Yield every promise about speed and memory."""
    for size, limit in ((_USUAL, 0.5), (_LARGE, 0.4)):
        yield Aim(
            f"Cold build of {size:,} posts, of stock Pelican's", limit, _ratio(ledger, size, rows.OURS, rows.STOCK)
        )
    for size, limit in ((_USUAL, 0.5), (_LARGE, 0.15)):
        yield Aim(
            f"One post edited among {size:,}, of Hugo's full build", limit, _ratio(ledger, size, rows.POST, "Hugo")
        )
    for row, what in ((rows.TITLE, "A title"), (rows.AUTHOR, "An author file")):
        for size in (_USUAL, _LARGE):
            promise = f"{what} changed among {size:,}, of Hugo's full build"
            yield Aim(promise, 1, _ratio(ledger, size, row, "Hugo"))
    yield Aim("Exponent of time, 1,000 to 20,000 posts", 1.1, exponent(ledger, "wall"))
    yield Aim("Exponent of memory, 1,000 to 20,000 posts", 1.1, exponent(ledger, "peak"))
    yield Aim("Memory a post, 1,000 to 20,000 posts", 40, memory_a_post(ledger), "KiB")
    yield Aim("`check` of one edited post among 1,000", 1, wall(ledger, rows.BUILD, _USUAL, rows.CHECKED), "s")
    yield Aim("An edit among 1,000 on the screen", 0.5, wall(ledger, rows.SERVE, _USUAL, rows.SERVED), "s")
    yield Aim("Governance, of stock Pelican's cold build of 1,000", 0.1, governance(ledger, _USUAL))
    yield Aim("Feeds and texts for networks, of a cold build without, 1,000", 0.15, telling(ledger, _USUAL))
    yield Aim("The same with the theme that we ship", 0.15, telling_themed(ledger, _USUAL))
    yield Aim("Verifying 10,000 signed posts, cold", 2, wall(ledger, rows.SIGNED, _LARGE, rows.VERIFY_COLD), "s")


def governance(ledger: Ledger, size: int, kind: str = "wall") -> Spread | None:
    """Return what the rules cost, as a share of stock Pelican's cold build in the same round."""
    return _difference(ledger, size, (rows.OURS, rows.UNGOVERNED), rows.STOCK, kind)


def telling(ledger: Ledger, size: int, kind: str = "wall") -> Spread | None:
    """Return what feeds and texts for networks cost, as a share of a cold build of ours without them."""
    return _difference(ledger, size, (rows.OURS, rows.SILENT), rows.SILENT, kind)


def telling_themed(ledger: Ledger, size: int, kind: str = "wall") -> Spread | None:
    """Return the same of builds with the theme that we ship, whose pages take longer than the plain one's."""
    return _difference(ledger, size, (rows.THEMED, rows.THEMED_SILENT), rows.THEMED_SILENT, kind)


def exponent(ledger: Ledger, kind: str) -> Spread | None:
    """Return how time or memory grows with the number of posts: 1 is linear."""
    ends = _ends(ledger, kind)
    if not ends:
        return None
    (few, less), (many, more) = ends
    return spread_of([math.log(more / less) / math.log(many / few)])


def memory_a_post(ledger: Ledger) -> Spread | None:
    """Return how many KiB a further post takes."""
    ends = _ends(ledger, "peak")
    if not ends:
        return None
    (few, less), (many, more) = ends
    return spread_of([(more - less) / (many - few)])


def wall(ledger: Ledger, part: str, size: int, row: str) -> Spread | None:
    """Return the seconds of a row."""
    return spread_of(cost.wall for cost in ledger.costs(part, size, row).values())


def _ends(ledger: Ledger, kind: str) -> list[tuple[int, float]]:
    ends = []
    for size in (_USUAL, _GROWN):
        costs = ledger.costs(rows.GROWTH, size, rows.OURS).values()
        if found := spread_of(getattr(cost, kind) for cost in costs if getattr(cost, kind)):
            ends.append((size, found.middle))
    return ends if len(ends) == 2 else []


def _ratio(ledger: Ledger, size: int, row: str, other: str) -> Spread | None:
    return ratios(ledger.costs(rows.BUILD, size, row), ledger.costs(rows.BUILD, size, other))


def _difference(ledger: Ledger, size: int, compared: tuple[str, str], whole: str, kind: str) -> Spread | None:
    more, less, unit = (ledger.costs(rows.SHARES, size, row) for row in (*compared, whole))
    rounds = more.keys() & less.keys() & unit.keys()

    def share(one: Cost, other: Cost, of: Cost) -> float:
        return float((getattr(one, kind) - getattr(other, kind)) / getattr(of, kind))

    return spread_of(share(more[one], less[one], unit[one]) for one in rounds)
