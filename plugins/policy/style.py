"""How a reporter may dress its text."""

from __future__ import annotations

from msgspec import Struct

MANUAL = "docs/rules"
"""The folder of the rules' pages, below the root of a checkout."""


class Style(Struct, frozen=True):
    """What the desk knows of the place the text goes to.

    `pages` says that the rules' pages lie there as files, as in a checkout of Masthead itself; who installed it with
    pip has the command that prints them.
    """

    colour: bool = False
    width: int = 80
    pages: bool = False

    def why(self, rule: str) -> str:
        """Name the place where the rule's reason can be read."""
        return f"{MANUAL}/{rule}.md" if self.pages else f"masthead explain {rule}"
