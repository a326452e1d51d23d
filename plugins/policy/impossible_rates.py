"""Bounds that contradict each other: no rhythm keeps them, so nobody meant them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..site_model import Cadence, Rate


class Contradiction(NamedTuple):
    """The key of the policy where it shows, and the fact."""

    key: str
    message: str


def contradictions(cadence: Cadence) -> Iterator[Contradiction]:
    """Yield what cannot be kept."""
    rates: dict[str, Rate] = {"cadence": cadence}
    rates |= {f"cadence.topics.{name}": rate for name, rate in sorted(cadence.topics.items())}
    rates |= {f"cadence.languages.{name}": rate for name, rate in sorted(cadence.languages.items())}
    for key, rate in rates.items():
        least, most = rate.least_per_week, rate.most_per_week
        if least is not None and most is not None and least > most:
            message = f"at least {least:g} posts a week are asked for, and at most {most:g} are allowed"
            yield Contradiction(f"{key}.least_per_week", message)
        shortest, longest = rate.least_gap, rate.longest_gap
        if shortest is not None and longest is not None and shortest > longest:
            message = f"at least {shortest} days must lie between two posts, and at most {longest} may"
            yield Contradiction(f"{key}.least_gap", message)
    for index, pause in enumerate(cadence.pauses):
        if pause.until < pause.start:
            message = f"the pause for '{pause.reason}' ends on {pause.until}, before it begins"
            yield Contradiction(f"cadence.pauses[{index}].until", message)
