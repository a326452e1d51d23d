"""JSON that people can read and compare."""

from __future__ import annotations

import msgspec


def to_json(value: object) -> bytes:
    """Return indented JSON in the order given, dates in ISO 8601."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
