"""Puts a key into the text of a person's file and leaves every other character as it was."""

from __future__ import annotations

import re
from datetime import date

_KEYS = re.compile(
    r"^keys:[^\S\n]*(?P<inline>[^\n#]*)(?P<rest>[^\n]*\n?)(?P<block>(?:[ \t-][^\n]*\n?|\n(?=[ \t-]))*)", re.M
)


class PersonFileError(Exception):
    """The file lists keys in a way that cannot be added to safely."""


def with_key(text: str, key_line: str, start: date, *, alone: bool = False) -> str:
    """Return the text with one more entry under `keys:`, or with that entry alone. Raises PersonFileError."""
    entry = f"  - {{key: {key_line}, from: {start}}}\n"
    found = _KEYS.search(text)
    if not found:
        return f"{text if text.endswith(chr(10)) or not text else text + chr(10)}keys:\n{entry}"
    if alone:
        return text[: found.start()] + f"keys:\n{entry}" + text[found.end() :]
    if found["inline"].strip() not in ("", "[]"):
        raise PersonFileError("the keys stand on one line; write each on a line of its own below `keys:`")
    header = f"keys: {found['rest'].strip()}".rstrip()
    block = found["block"]
    if block and not block.endswith("\n"):
        block += "\n"
    if re.search(r"^-", block, re.M):
        entry = entry.removeprefix("  ")
    return text[: found.start()] + f"{header}\n{block}{entry}" + text[found.end() :]
