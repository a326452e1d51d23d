"""Builds of the preview, each in a child of this process, so that it sees fresh state; nothing is imported twice.

A child stays after its build and builds once more where only texts of posts have changed.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from functools import partial
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path

from ..press.gate import Gate
from ..press.settings import PHASE
from .early_imports import import_early, worth_importing
from .preview_notes import write_notes
from .preview_server import Changes
from .site_folder import open_press

PREVIEW = ".masthead/preview"


class PreviewBuilds:
    """Builds the site at `root`, and lets `changes` know when its new pages are there.

    The texts for the networks come after the pages.
    """

    def __init__(self, root: Path, changes: Changes) -> None:
        self.root = root
        self.changes = changes
        self._child: ForkProcess | None = None
        self._line: Connection | None = None

    @property
    def process(self) -> int | None:
        """Return the number of the child that built last."""
        return self._child.pid if self._child else None

    def build(self, edited: Collection[Path] = ()) -> int:
        """Build after these files were edited, of which none stands for any. Returns the exit code."""
        if self._line and edited and all(self._is_text(place) for place in edited):
            code = self._ask()
            if code is not None:
                return code
        self.end()
        here, there = Pipe()
        self._child = get_context("fork").Process(target=_work, args=(self.root, here, there))
        self._child.start()
        there.close()
        self._line = here
        code = self._heard()
        return code or 0

    def end(self) -> None:
        """Let the child end that waits for the next edit."""
        if self._line:
            self._line.close()
        if self._child:
            self._child.join()
        self._line = None

    def _is_text(self, place: Path) -> bool:
        return place.suffix == ".md" and place.is_file()

    def _ask(self) -> int | None:
        """Have the child build once more; return None where it cannot."""
        assert self._line
        try:
            self._line.send(True)
        except OSError:
            return None
        return self._heard()

    def _heard(self) -> int | None:
        """Do as the child says until it is done; return its exit code, or None where it did not build."""
        assert self._line
        assert self._child
        while True:
            try:
                news = self._line.recv()
            except (EOFError, OSError):
                self.end()
                return self._child.exitcode or 0
            if news is None:
                self.changes.announce()
            elif isinstance(news, bool):
                return 0 if news else None
            else:
                import_early(news)


def _work(root: Path, parent: Connection, line: Connection) -> None:
    # Else the child would hold its own line open when nobody else does any more.
    parent.close()
    before = set(sys.modules)
    overrides = {"OUTPUT_PATH": str(root / PREVIEW), PHASE: "write"}
    try:
        press = open_press(root, overrides)
        press.shown = partial(_show, press, root / PREVIEW, line)
        from ..press.again import Again

        again = Again(press)
        press.run()
        line.send(worth_importing(root, before))
        line.send(True)
        while line.recv():
            line.send(again.build())
    except (EOFError, KeyboardInterrupt):
        return
    except BaseException as error:
        line.send(worth_importing(root, before))
        if isinstance(error, SystemExit | KeyboardInterrupt):
            raise
        from ..press.show import show_failure

        show_failure(error, sys.stderr)
        raise SystemExit(1) from error


def _show(press: Gate, preview: Path, line: Connection) -> None:
    write_notes(press.outgoing.judgement, press.outgoing.published, preview)
    line.send(None)
