"""WHO TELLS OTHERS: the texts for each network, counted as it counts, and the files to take them from."""

from .approved_feeds import render_approved_feeds
from .card import Card, card_of
from .networks import find_networks
from .old_limits import limits_to_check
from .overview import Approval
from .render import render_share
from .snippets import snippets
from .withdrawn import Said

__all__ = [
    "Approval",
    "Card",
    "Said",
    "card_of",
    "find_networks",
    "limits_to_check",
    "register",
    "render_approved_feeds",
    "render_share",
    "snippets",
]


def register() -> None:
    """Connect nothing: the press calls `render_share` once the gate is passed, never for a stopped build."""
