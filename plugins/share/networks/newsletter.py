"""The company's newsletter."""

from __future__ import annotations

from typing import ClassVar

from ..network import Utf16Network


class Newsletter(Utf16Network):
    """A subject and a paragraph to paste into the next issue; the first words show in the list of mails."""

    id: ClassVar[str] = "newsletter"
    name: ClassVar[str] = "Newsletter"
    schedulable: ClassVar[bool] = False
    titled: ClassVar[bool] = True
