"""Text that XML can hold and a reader can show in one line."""

from __future__ import annotations

import re
from functools import cache

_BREAKS = re.compile("[\t\n\r ]+")


def clean_text(text: str) -> str:
    """Drop control characters, halves of surrogate pairs and the two code points XML refuses."""
    # What can be printed is not forbidden, and asking for that is cheaper than looking at each character.
    return text if text.replace("\n", "").isprintable() else _forbidden().sub("", text)


def one_line(text: str) -> str:
    """Clean the text and put it on one line; no-break spaces stay, they are meant."""
    return _BREAKS.sub(" ", clean_text(text)).strip(" ")


@cache
def _forbidden() -> re.Pattern[str]:
    # Compiling it takes its time, and a check needs none.
    return re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
