"""How a reporter may dress its text."""

from __future__ import annotations

from msgspec import Struct


class Style(Struct, frozen=True):
    """What the desk knows of the place the text goes to.

    `manual` is the web address under which the repository's files can be read, with a slash at the end;
    where it is empty, a rule's page is named by its path.
    """

    colour: bool = False
    width: int = 80
    manual: str = ""
