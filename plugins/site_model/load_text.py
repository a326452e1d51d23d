"""Bytes of a file to text, refusing what an editor would not show."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from .problem import Problem
from .spot import Spot

MAX_POST_BYTES = 2_000_000


class UnreadableError(Exception):
    """A file cannot be read as text; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_bytes(root: Path, file: str) -> bytes:
    """Return the file's bytes; a link, or a path through one, is refused. Raises UnreadableError."""
    place = root / file
    try:
        if any(part.is_symlink() for part in (place, *place.parents) if part.is_relative_to(root) and part != root):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        return read_plain(place)
    except OSError as error:
        raise UnreadableError(not_opened(file, error)) from error


def read_plain(place: Path | str) -> bytes:
    """Return a file's bytes, of one that is too long no more than shows it; links are not followed. Raises OSError.

    A pipe is no file: whoever opens one waits for its other end, for ever.
    """
    handle = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
        # A Python file for each of thousands of posts takes longer to make than the post to read.
        content, most = b"", min(about.st_size, MAX_POST_BYTES) + 1
        while more := os.read(handle, most - len(content)):
            content += more
        return content
    finally:
        os.close(handle)


def not_opened(file: str, error: OSError) -> Problem:
    """Say why a file could not be read."""
    if error.errno == errno.ELOOP:
        found, fix = "the file is reached through a symbolic link", "Put the file itself there."
    elif error.errno == errno.ENXIO:
        found, fix = "there is something else than a plain file", "Put a plain file there."
    else:
        found, fix = f"the file cannot be opened ({error.strerror})", "Mend the file's rights."
    return Problem(Spot(file), "unreadable", found, fix)


def decode(content: bytes, file: str) -> str:
    """Return the text with `\\n` line ends and no byte-order mark. Raises UnreadableError."""
    if len(content) > MAX_POST_BYTES:
        found = f"the file is longer than {MAX_POST_BYTES:,} bytes"
        raise _unreadable(file, found, "Part it, or cut what is not text.")
    try:
        # The codec that leaves out the mark, `utf-8-sig`, is written in Python.
        text = content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"the byte {content[error.start]:#04x} is not UTF-8"
        raise _unreadable(file, found, "Save the file as UTF-8.", line) from error
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _unreadable(file, "found a NUL character", "Delete it: the file looks like a binary one.", line)
    return text


def _unreadable(file: str, message: str, fix: str, line: int = 1) -> UnreadableError:
    return UnreadableError(Problem(Spot(file, line), "unreadable", message, fix))


def unseen_name(path: str, fix: str) -> Problem:
    """Return what is wrong with a name that has line ends and the like, or bytes that are not UTF-8, spelt out."""
    shown = "".join(letter if letter.isprintable() else f"<{ord(letter):04x}>" for letter in path)
    return Problem(Spot(shown), "unreadable", "the file's name has characters that nobody can see", fix)
