"""Writes the kit in a process of its own while this one writes pages: neither needs anything of the other."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path

from .aside import Aside
from .failure import KitStoppedError, StoppedError, told
from .show import show_facts

_LOST = "the process that wrote the texts for the networks ended early"


Write = Callable[[Aside, Callable[[], object]], None]
"""Writes into a folder; what it is given beside that returns when the cards are there."""


class KitProcess:
    """Begins to `write` into the `folder` at once; `replace` lets that take the place of the old one.

    Whoever let it waits with `ended` until that is done, or has it `complain` where nobody waits.
    """

    def __init__(
        self,
        folder: AbstractContextManager[Aside],
        write: Write,
        root: Path,
        *,
        complain: bool = False,
    ) -> None:
        self.line, there = pipe = Pipe()
        given = (folder, write, root, pipe, complain)
        self.process = get_context("fork").Process(target=_work, args=given)
        self.process.start()
        there.close()

    def cards_are_there(self) -> None:
        """Say that the public cards, which the kit shows too, can be read."""
        # Where it ended early, waiting for it tells why.
        with suppress(OSError):
            self.line.send(True)

    def wait(self) -> None:
        """Wait until all is written. Raises StoppedError with what went wrong."""
        if facts := self._heard():
            raise StoppedError(facts)

    def replace(self) -> None:
        """Begin to put the new folder into the place of the old one."""
        with suppress(OSError):
            self.line.send(True)

    def ended(self) -> None:
        """Wait until that is done. Raises KitStoppedError."""
        self.process.join()
        if self.process.exitcode:
            raise KitStoppedError(self._heard())

    def _heard(self) -> list[str]:
        try:
            facts: list[str] = self.line.recv()
        except (EOFError, OSError):
            return [_LOST]
        return facts

    def finish(self) -> None:
        """Wait until it took its place, or complained."""
        self.process.join()
        self.line.close()

    def end(self) -> None:
        """Throw what was written away, unless it took its place."""
        self.line.close()
        self.process.join()


def _work(
    folder: AbstractContextManager[Aside],
    write: Write,
    root: Path,
    pipe: tuple[Connection, Connection],
    complain: bool,
) -> None:
    # The collector would only copy the parent's pages.
    gc.freeze()
    parent, line = pipe
    # Else this process would hold its own line open when nobody else does any more.
    parent.close()
    try:
        with folder as aside:
            write(aside, line.recv)
            aside.prepare()
            line.send([])
            line.recv()
    except (EOFError, KeyboardInterrupt) as error:
        raise SystemExit(1) from error
    except Exception as error:
        facts = error.facts if isinstance(error, StoppedError) else [told(error, root)]
        if complain:
            show_facts(KitStoppedError.said, facts, sys.stderr)
        # Nobody listens any more where the pages were stopped first.
        with suppress(OSError):
            line.send(facts)
        raise SystemExit(1) from error
