"""Pelican logs what went wrong and goes on; here its errors are kept, so that a build can stop for them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

_BROKEN_LINK = "Unable to find"
"""How Pelican's warning begins when it leaves a link to another file as it was written."""


class KeptErrors(logging.Handler):
    """Collects what Pelican and plugins log as an error, in order."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message on one line, with the exception it was logged for."""
        message = ": ".join(line.strip() for line in record.getMessage().splitlines() if line.strip())
        if record.levelno < logging.ERROR and not message.startswith(_BROKEN_LINK):
            return
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
        logger.setLevel(min(logger.level, logging.WARNING))
    root.addHandler(kept)
    try:
        yield kept
    finally:
        root.removeHandler(kept)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
        for handler in handlers:
            handler.removeFilter(as_before)
