"""A progress bar for work that takes longer than a second, on terminals only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..site_model.load_posts import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_PATIENCE_SECONDS = 1.0


@contextmanager
def progress_on_terminal() -> Iterator[Progress | None]:
    """Give a function that reports progress, or None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = _LateBar()
    try:
        yield bar.report
    finally:
        bar.close()


class _LateBar:
    """Stays silent for a second, then shows a bar; Rich is imported only then."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.task = ""
        self.bar: Bar | None = None
        self.number: TaskID | None = None

    def report(self, what: str, done: int, total: int) -> None:
        if self.bar is None:
            if time.monotonic() - self.started < _PATIENCE_SECONDS:
                return
            from rich.console import Console
            from rich.progress import Progress as Bar

            self.bar = Bar(console=Console(stderr=True), transient=True)
            self.bar.start()
        if what != self.task or self.number is None:
            self.task = what
            self.number = self.bar.add_task(what, total=total)
        self.bar.update(self.number, completed=done)

    def close(self) -> None:
        if self.bar is not None:
            self.bar.stop()
