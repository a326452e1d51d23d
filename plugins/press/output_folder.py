"""Build aside, then replace the output at once: readers see the old site or the new one, never a mixture."""

from __future__ import annotations

import ctypes
import fcntl
import filecmp
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .aside import Aside
from .ledger import Ledger

SPARES = ".masthead/spare"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def replaced(
    output: Path,
    root: Path,
    *,
    alone: bool,
    first: Callable[[Path], object] = lambda path: None,
    then: Callable[[], object] = lambda: None,
) -> Iterator[Aside]:
    """Give a folder to build in; when the block ends well it becomes `output`, else it is thrown away.

    A second build of the same output waits for the first. Where `output` is a link, as to a folder that is served, the
    link stays and what it leads to is replaced. `alone` says that nobody but us writes into it; the output before this
    one then stays below `root`, for the next build to start from. `first` is called with the folder to build in as soon
    as no other build can be at it, and `then` as soon as it is the output. Raises OSError if the disk refuses.
    """
    output = output.resolve()
    if output.exists() and not output.is_dir():
        raise NotADirectoryError(f"the output is a folder, and {output.name} is a file: take it away")
    output.parent.mkdir(parents=True, exist_ok=True)
    path = output.with_name(f".{output.name}.building")
    with _locked(output.with_name(f".{output.name}.lock")):
        ledger = Ledger(root, output)
        # What is wrong with the file of all ledgers is said and mended by now, before anybody else looks at it.
        first(path)
        ledger.unpack()
        spare = root / SPARES / ledger.key[:16]
        _begin(path, spare if alone else None)
        try:
            aside = Aside(path, output, ledger, alone=alone)
            yield aside
            aside.purge()
            _keep_times(aside)
            before = ledger.live
            there_was_one = _exchange(path, output)
            then()
            aside.path = output
            ledger.keep(aside.claimed, before if there_was_one and alone and _moved(path, spare) else {})
        finally:
            _remove(path)


def _begin(path: Path, spare: Path | None) -> None:
    """Start from the output before the last, where there is one."""
    _remove(path)
    if spare is None or spare.is_symlink() or not spare.is_dir() or not _moved(spare, path):
        path.mkdir()


def _moved(old: Path, new: Path) -> bool:
    """Move a folder within its file system; return whether that could be done."""
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        _remove(new)
        old.rename(new)
    except OSError:
        return False
    return True


def _remove(place: Path) -> None:
    if place.is_symlink() or place.is_file():
        place.unlink()
    shutil.rmtree(place, ignore_errors=True)


@contextmanager
def _locked(place: Path) -> Iterator[None]:
    """Hold a lock that the system gives back even if this process is killed, and leave no file behind."""
    while True:
        with place.open("w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not _is_open_as(place, lock.fileno()):
                continue  # Whoever held it before us took the file away: others will lock a new one.
            try:
                yield
            finally:
                place.unlink(missing_ok=True)
            return


def _is_open_as(place: Path, number: int) -> bool:
    try:
        return os.path.samestat(place.stat(), os.fstat(number))
    except FileNotFoundError:
        return False


def _keep_times(aside: Aside) -> None:
    """Give files that others wrote and that did not change the time they had, so that uploads by time stay small."""
    found = (Path(folder, name) for folder, _, names in os.walk(aside.path) for name in names)
    everything = () if aside.alone else (str(place.relative_to(aside.path)) for place in found)
    for name in {*aside.loose, *everything} - aside.claimed.keys():
        made, before = aside.path / name, aside.output / name
        if made.is_file() and before.is_file() and filecmp.cmp(made, before, shallow=False):
            stamp = before.stat()
            os.utime(made, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))


def _exchange(new: Path, old: Path) -> bool:
    """Put the new folder into the place of the old one, and that into its; return whether there was an old one."""
    if not old.exists():
        new.rename(old)
        return False
    if not _exchanged(new, old):
        # Without the one system call there is a moment with no output, but still never a mixture.
        away = old.with_name(f".{old.name}.old")
        _remove(away)
        old.rename(away)
        new.rename(old)
        away.rename(new)
    return True


def _exchanged(one: Path, other: Path) -> bool:
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    result = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), ctypes.c_uint(_RENAME_EXCHANGE))
    return bool(result == 0)
