"""Instagram."""

from __future__ import annotations

from typing import ClassVar

from ..network import Utf16Network


class Instagram(Utf16Network):
    """Needs a picture and cannot be opened with a text: copy the text, download the card."""

    id: ClassVar[str] = "instagram"
    name: ClassVar[str] = "Instagram"
