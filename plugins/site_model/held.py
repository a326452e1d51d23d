"""What is held in memory for those who soon ask for it, while the cache keeps everything."""

from __future__ import annotations

from collections.abc import Mapping

MEBIBYTE = 1024 * 1024


def as_many_as_fit(values: Mapping[str, bytes], most_bytes: int) -> dict[str, bytes]:
    """Return the first of the values that together are no larger: those of a large site would fill the memory."""
    fitting: dict[str, bytes] = {}
    for key, value in values.items():
        most_bytes -= len(value)
        if most_bytes < 0:
            break
        fitting[key] = value
    return fitting
