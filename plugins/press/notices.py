"""What a cache says of itself, in one line on the terminal, so that nobody wonders why a build took longer."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from ..policy.visible import visible
from ..site_model.load_database import CacheWarning


@contextmanager
def cache_notices() -> Iterator[None]:
    """Put what is said of a cache in the block into one plain line, once; other warnings look as ever."""
    usual, said = warnings.formatwarning, set[str]()

    def put(
        message: Warning | str, category: type[Warning], filename: str, lineno: int, line: str | None = None
    ) -> str:
        if not issubclass(category, CacheWarning):
            return usual(message, category, filename, lineno, line)
        if str(message) in said:
            return ""
        said.add(str(message))
        return f"masthead: {visible(str(message))}\n"

    warnings.formatwarning = put
    try:
        yield
    finally:
        warnings.formatwarning = usual
