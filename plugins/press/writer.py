"""Pelican's writer, which tells each page where it is found in other languages, and writes many pages at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from pelican import signals
from pelican.writers import Writer

from ..site_model.parallel import spread
from .failure import StoppedError, told, wants_traceback
from .strict_log import KeptErrors


class _Done(NamedTuple):
    """What one job did, and where: what another process wrote or logged is not known here."""

    process: int
    names: list[str]
    messages: list[str]


class PressWriter(Writer):
    """Adds `alternates`, language to address, to what a template sees."""

    def __init__(self, output_path: str, settings: dict[str, Any], errors: KeptErrors) -> None:
        super().__init__(output_path, settings=settings)
        self.errors = errors
        self.beside: list[Callable[[], None]] = []
        self._waiting: list[Callable[[], None]] | None = None
        self._names: list[str] = []

    def write_file(self, name: str, template: Any, context: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        """Render the template and write the file, at once or with all others of the block."""
        kwargs.setdefault("alternates", context.get("alternates_by_file", {}).get(name, {}))
        write = partial(super().write_file, name, template, context, *args, **kwargs)
        # A plugin that waits for pages, and a page that may replace another, must see them in their order.
        if self._waiting is None or signals.content_written.receivers or kwargs.get("override_output"):
            write()
        else:
            self._waiting.append(write)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write the pages of the block at its end, over all cores, with what `beside` has to write."""
        self._waiting = []
        try:
            yield
            jobs, self.beside = [*self.beside, *self._waiting], []
        finally:
            self._waiting = None
        if wants_traceback(self.settings):
            for job in jobs:
                job()
            return
        for done in spread(self._run, jobs):
            if done.process != os.getpid():
                self._take_over(done)

    def _run(self, job: Callable[[], None]) -> _Done:
        logged, self._names = len(self.errors.messages), []
        try:
            job()
        except StoppedError:
            raise
        except Exception as error:
            raise StoppedError([told(error, Path(self.settings["PATH"]).parent)]) from error
        return _Done(os.getpid(), self._names, self.errors.messages[logged:])

    def _take_over(self, done: _Done) -> None:
        if twice := self._written_files.intersection(done.names):
            raise StoppedError([f"{name}: two pages would be written there" for name in sorted(twice)])
        self._written_files.update(done.names)
        self.errors.messages += done.messages

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> TextIO:
        self._names.append(filename)
        opened: TextIO = super()._open_w(filename, encoding, override)
        return opened
