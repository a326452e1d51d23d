"""YouTube community posts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..network import Utf16Network


@dataclass(frozen=True)
class YouTube(Utf16Network):
    """Cannot be opened with a text: copy it."""

    id: ClassVar[str] = "youtube"
    name: ClassVar[str] = "YouTube community"
    schedulable: ClassVar[bool] = False
