"""Build aside, then replace the output at once: readers see the old site or the new one, never a mixture."""

from __future__ import annotations

import ctypes
import fcntl
import filecmp
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def replaced(output: Path) -> Iterator[Path]:
    """Give a folder to build in; when the block ends well it becomes `output`, else it is thrown away.

    A second build of the same output waits for the first. Where `output` is a link, as to a folder that is served, the
    link stays and what it leads to is replaced. Raises OSError if the disk refuses.
    """
    output = output.resolve()
    if output.exists() and not output.is_dir():
        raise NotADirectoryError(f"the output is a folder, and {output.name} is a file: take it away")
    output.parent.mkdir(parents=True, exist_ok=True)
    aside = output.with_name(f".{output.name}.building")
    with _locked(output.with_name(f".{output.name}.lock")):
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        try:
            yield aside
            _keep_times(aside, output)
            _exchange(aside, output)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


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


def _keep_times(new: Path, old: Path) -> None:
    """Give files that did not change the time they had, so that uploads by time stay small."""
    for folder, _, names in os.walk(new):
        for name in names:
            made = Path(folder, name)
            before = old / made.relative_to(new)
            if before.is_file() and filecmp.cmp(made, before, shallow=False):
                stamp = before.stat()
                os.utime(made, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))


def _exchange(new: Path, old: Path) -> None:
    if not old.exists():
        new.rename(old)
    elif not _exchanged(new, old):
        # Without the one system call there is a moment with no output, but still never a mixture.
        away = old.with_name(f".{old.name}.old")
        shutil.rmtree(away, ignore_errors=True)
        old.rename(away)
        new.rename(old)
        shutil.rmtree(away, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    result = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), ctypes.c_uint(_RENAME_EXCHANGE))
    return bool(result == 0)
