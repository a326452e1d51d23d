"""The one place where a command looks at the clock."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present moment, with its zone."""
    return datetime.now(UTC)
