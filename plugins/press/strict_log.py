"""Pelican logs what went wrong and goes on; here its errors are kept, so that a build can stop for them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class KeptErrors(logging.Handler):
    """Collects what Pelican and plugins log as an error, in order."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message, with the exception it was logged for."""
        message = record.getMessage()
        error = record.exc_info[1] if record.exc_info else None
        self.messages.append(f"{message} ({type(error).__name__}: {error})" if error else message)


@contextmanager
def errors_kept() -> Iterator[KeptErrors]:
    """Collect errors while the block runs."""
    kept = KeptErrors()
    root = logging.getLogger()
    root.addHandler(kept)
    try:
        yield kept
    finally:
        root.removeHandler(kept)
