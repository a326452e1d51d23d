"""Where a network hides the rest of a text behind a word such as `more`."""

from __future__ import annotations

from .counting import split_after
from .network import Network


def folded(network: Network, text: str) -> tuple[str, str]:
    """Return the text as the network shows it, before the fold and after it."""
    shown, fold = network.sent(text), network.limits.fold
    if fold is None or len(shown) <= fold:
        return shown, ""
    return split_after(shown, fold)
