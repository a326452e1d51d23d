"""Reading `limits.toml`, the one dated file of what the networks allow."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from .network import Limits


@cache
def load_limits() -> dict[str, Limits]:
    """Return the limits by network."""
    text = (files(__package__) / "limits.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Limits])
