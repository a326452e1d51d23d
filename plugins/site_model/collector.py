"""How often Python looks for cycles among the values it made."""

from __future__ import annotations

import gc

_NEW_VALUES, _COLLECTIONS, _OLDER_COLLECTIONS = 200_000, 20, 100


def collect_seldom() -> None:
    """Let the collector wait: the values of a site live as long as the program, and it would walk them for nothing."""
    gc.set_threshold(_NEW_VALUES, _COLLECTIONS, _OLDER_COLLECTIONS)
