"""Values as JSON text that every parser takes."""

from __future__ import annotations

import json
import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def json_text(value: object, indent: int | None = None) -> str:
    """Return the value as JSON (RFC 8259) without the lone surrogates that I-JSON (RFC 7493, 2.1) forbids."""
    return _SURROGATE.sub(
        lambda found: f"<U+{ord(found[0]):04X}>", json.dumps(value, ensure_ascii=False, indent=indent)
    )
