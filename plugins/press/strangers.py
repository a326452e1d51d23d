"""Who else writes into the output: plugins that are not ours, and code of the settings that waits for a signal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from weakref import ref

from blinker import Signal
from pelican import signals

from .settings import PLUGINS

_OURS = (*(f"{name}." for name in PLUGINS), "pelican.plugins.desk.")


def strangers(settings: Mapping[str, Any]) -> bool:
    """Say whether anybody but us and Pelican could write files."""
    plugins = {plugin if isinstance(plugin, str) else getattr(plugin, "__name__", "") for plugin in settings["PLUGINS"]}
    every = [signal for signal in vars(signals).values() if isinstance(signal, Signal)]
    kept = (receiver for signal in every for receiver in signal.receivers.values())
    heard = (getattr(one() if isinstance(one, ref) else one, "__module__", "") or "" for one in kept)
    return bool(
        plugins - set(PLUGINS)
        or settings.get("OUTPUT_SOURCES")
        or any(not f"{module}.".startswith(_OURS) for module in heard)
    )
