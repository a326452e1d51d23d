"""Which limits somebody should look up again."""

from __future__ import annotations

from datetime import date, timedelta

from .network import Network
from .networks import find_networks

GOOD_FOR = timedelta(days=180)


def limits_to_check(today: date) -> tuple[Network, ...]:
    """Return the networks whose limits were last checked more than 180 days ago."""
    return tuple(network for network in find_networks().values() if today - network.limits.checked > GOOD_FOR)
