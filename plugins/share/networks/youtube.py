"""YouTube community posts."""

from __future__ import annotations

from typing import ClassVar

from ..network import Utf16Network


class YouTube(Utf16Network):
    """Cannot be opened with a text: copy it."""

    id: ClassVar[str] = "youtube"
    name: ClassVar[str] = "YouTube community"
    schedulable: ClassVar[bool] = False
