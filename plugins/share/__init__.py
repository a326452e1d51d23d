"""WHO TELLS OTHERS: the texts for each network, counted as it counts, and the files to take them from."""

from .networks import find_networks
from .render import render_share
from .snippets import snippets

__all__ = ["find_networks", "render_share", "snippets"]


def register() -> None:
    """Connect nothing: the press calls `render_share` once the gate is passed, never for a stopped build."""
