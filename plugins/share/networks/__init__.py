"""One file per network. Saved here, a network is found, limited, counted, composed for, tested and documented."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ..load_limits import load_limits
from ..network import Limits, Network


class LimitsMissingError(Exception):
    """A network says nowhere how much it takes."""


@cache
def find_networks() -> dict[str, Network]:
    """Return every network of this folder by its id, in order of ids."""
    found = {}
    for module in sorted(entry.name for entry in iter_modules(__path__)):
        for value in vars(import_module(f"{__name__}.{module}")).values():
            if isinstance(value, type) and issubclass(value, Network) and value.__module__ == f"{__name__}.{module}":
                found[value.id] = value(load_limits().get(value.id) or _own_limits(value))
    return dict(sorted(found.items()))


def _own_limits(network: type[Network]) -> Limits:
    if network.default_limits is None:
        raise LimitsMissingError(f"network {network.id!r} has no limits in limits.toml and no `default_limits`")
    return network.default_limits
