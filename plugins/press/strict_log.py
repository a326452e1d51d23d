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
        """Keep the message on one line, with the exception it was logged for."""
        message = ": ".join(line.strip() for line in record.getMessage().splitlines() if line.strip())
        error = record.exc_info[1] if record.exc_info else None
        if error:
            message += f" ({type(error).__name__}: {error})"
        if message not in self.messages:
            self.messages.append(message)


@contextmanager
def errors_kept() -> Iterator[KeptErrors]:
    """Collect errors while the block runs, also those that `pelican -q` would never hear of.

    They are not shown as they come, but for `pelican -D`: whoever keeps them says them once, at the end.
    """
    kept = KeptErrors()
    root = logging.getLogger()
    loggers = [root, logging.getLogger("pelican")]
    levels = [logger.level for logger in loggers]
    handlers = [] if root.level == logging.DEBUG else root.handlers[:]

    def as_before(record: logging.LogRecord) -> bool:
        return levels[0] <= record.levelno < logging.ERROR

    for handler in handlers:
        handler.addFilter(as_before)
    for logger in loggers:
        logger.setLevel(min(logger.level, logging.ERROR))
    root.addHandler(kept)
    try:
        yield kept
    finally:
        root.removeHandler(kept)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
        for handler in handlers:
            handler.removeFilter(as_before)
