"""Where a sentence begins and ends."""

from __future__ import annotations

import re

# A full stop ends a sentence where a capital follows, but not after an initial or "U.S.".
_END = re.compile(r"(?:(?<!\b\w)\.|[!?…])[\"”’»)]*(?=\s+[\"“„«(]*[^\W\d_a-zà-öø-ÿąćęłńśźż])|\n\s*\n")


def sentence_ends(words: str) -> tuple[int, ...]:
    """Return the offsets at which the sentences of `words` end, the last one included."""
    return (*(match.end() for match in _END.finditer(words)), len(words))
