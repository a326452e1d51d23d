"""JSON that people can read and compare."""

from __future__ import annotations

import json

import msgspec


def to_json(value: object) -> bytes:
    """Return indented JSON in the order given, dates in ISO 8601."""
    return (json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=2) + "\n").encode()
