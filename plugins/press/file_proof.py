"""Whether a file is the one that was written: by its times, size and inode, or by its bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from .written import Written

_ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC


def every_file(top: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield everything below a folder that is none itself, with its name there, and take empty folders away."""
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        entries = [*os.scandir(f"{top}/{inside}")]
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{inside}{entry.name}/")
            else:
                yield entry, inside + entry.name
        if not entries and inside:
            Path(top, inside).rmdir()


def proven(top: Path, known: Mapping[str, Written], moment: int) -> dict[str, Written]:
    """Return the files of a folder that are as a ledger of that moment knows them, and take everything else away."""
    there: dict[str, Written] = {}
    for entry, name in every_file(str(top)):
        one = known.get(name)
        found = entry.stat(follow_symlinks=False)
        if one is not None and is_trusted(one, found, moment):
            there[name] = one
        elif one is None or not stat.S_ISREG(found.st_mode):
            take_away(Path(entry.path), top)
        elif sha256(Path(entry.path).read_bytes()).digest() == one.sha256:
            there[name] = as_written(one.sha256, found)
        else:
            take_away(Path(entry.path), top)
    return there


def as_written(digest: bytes, found: os.stat_result) -> Written:
    """Return what is noted of a file with this digest, found like this."""
    mtime, ctime = found.st_mtime_ns, found.st_ctime_ns
    # A new file has one time: of hundreds of thousands, one number each need not lie in memory.
    return Written(digest, mtime, found.st_size, mtime if mtime == ctime else ctime, found.st_ino)


def is_trusted(known: Written, found: os.stat_result, moment: int) -> bool:
    """Say whether a file is known without reading it: unchanged since, and written before the ledger was kept.

    One of that very moment could have been changed afterwards and have the same times: what git calls racily clean.
    """
    return (
        known.mtime == found.st_mtime_ns
        and known.size == found.st_size
        and known.ctime == found.st_ctime_ns
        and known.inode == found.st_ino
        and known.ctime < moment
    )


def is_same(place: Path, known: Written) -> bool:
    """Say whether the file is still there and as it was."""
    try:
        return known == as_written(known.sha256, os.lstat(place))
    except FileNotFoundError:
        return False


def write_bytes(place: str, body: bytes, time: int | None = None) -> os.stat_result:
    """Write a file whose folder is there, give it this time, if any, and return what it is then.

    A `Path` or a Python file for each of thousands takes longer to make than the file.
    """
    number = os.open(place, _ANEW, 0o666)
    try:
        left = body
        while left:
            left = left[os.write(number, left) :]
        if time is not None:
            os.utime(number, ns=(time, time))
        return os.fstat(number)
    finally:
        os.close(number)


def take_away(place: Path, top: Path) -> None:
    """Remove a file, and the folders below `top` that are empty then."""
    place.unlink()
    for folder in place.parents:
        if folder == top or any(os.scandir(folder)):
            return
        folder.rmdir()
