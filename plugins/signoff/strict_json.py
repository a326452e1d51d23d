"""Says what is wrong with JSON that a statement may not contain; called only once something is."""

from __future__ import annotations

import json
from typing import Any, NoReturn

_DEEPEST = 10


class StrictJsonError(Exception):
    """The bytes are not the JSON that we accept; the message says why, in lower case."""


def check_strict(content: bytes) -> None:
    """Raise StrictJsonError for bytes that are no UTF-8, no JSON, nested too deeply, or give a key twice."""
    if content.startswith(b"\xef\xbb\xbf"):
        raise StrictJsonError("the statement begins with a byte-order mark")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise StrictJsonError(f"the statement is not UTF-8 (byte {error.start + 1})") from error
    if b"\r" in content:
        raise StrictJsonError("the statement has carriage returns: its line endings were converted")
    if _depth(text) > _DEEPEST:
        raise StrictJsonError("the statement is nested too deeply")
    try:
        json.loads(text, object_pairs_hook=_table, parse_constant=_refuse)
    except (json.JSONDecodeError, RecursionError) as error:
        raise StrictJsonError(f"the statement is no JSON: {str(error)[:1].lower()}{str(error)[1:]}") from error
    except ValueError as error:
        raise StrictJsonError("the statement holds a number that is none") from error


def _depth(text: str) -> int:
    """Count open brackets outside of quotes, without recursion."""
    deepest = depth = 0
    quoted = escaped = False
    for character in text:
        if quoted:
            quoted, escaped = character != '"' or escaped, character == "\\" and not escaped
        elif character == '"':
            quoted = True
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in pairs:
        if key in table:
            raise StrictJsonError(f"the statement gives the key '{key}' twice")
        table[key] = value
    return table


def _refuse(constant: str) -> NoReturn:
    raise StrictJsonError(f"the statement holds {constant}")
