"""How long a writer waits: from saving a post until the preview server gives out the page with the edit in it."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from http.client import HTTPException
from pathlib import Path
from time import perf_counter
from urllib.request import urlopen

from measure import ProgramFailedError

_LOOK_EVERY_SECONDS = 0.01
_LONGEST_WAIT_SECONDS = 180


@contextmanager
def serving(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Iterator[Callable[[], bool]]:
    """Run a preview server and give out what says whether it still lives; it is asked to end afterwards."""
    with (folder / "served.txt").open("wb") as said:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        try:
            yield lambda: process.poll() is None
        finally:
            process.terminate()
            process.wait()


def wait_for(address: str, words: str, lives: Callable[[], bool]) -> None:
    """Ask for a page until it has the words. Raises ProgramFailedError."""
    never = threading.Event()
    start = perf_counter()
    while words not in _page(address):
        waited = perf_counter() - start
        if waited > _LONGEST_WAIT_SECONDS or not lives():
            raise ProgramFailedError(f"{address} has no '{words}' after {waited:.0f} s")
        never.wait(_LOOK_EVERY_SECONDS)


def edit_to_screen(
    address: str, edit: Callable[[str], None], times: int, lives: Callable[[], bool], events: str = ""
) -> Iterator[float]:
    """Yield the seconds from each edit until its words are in the page and, if there are `events`, it was told so."""
    for number in range(1, times + 1):
        words = f"Line {number} was written while it was served."
        with urlopen(events, timeout=_LONGEST_WAIT_SECONDS) if events else nullcontext() as news:
            start = perf_counter()
            edit(words)
            if news:
                next(line for line in news if line.startswith(b"data:"))
            wait_for(address, words, lives)
            yield perf_counter() - start


def _page(address: str) -> str:
    try:
        with urlopen(address, timeout=_LONGEST_WAIT_SECONDS) as answer:
            return str(answer.read().decode("utf-8"))
    except (OSError, HTTPException):
        return ""
