"""Numbers that options may be: a rule that asks for -1 sources, or looks back on a million days, asks for nothing."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

Days = Annotated[int, Meta(ge=1, le=3660)]
"""A stretch of time, ten years at most."""

Several = Annotated[int, Meta(ge=1, le=1000)]
"""How many there must or may be of something; `off` is how a policy asks for none."""
