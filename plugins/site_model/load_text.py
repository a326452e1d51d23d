"""Bytes of a file to text, refusing what an editor would not show."""

from __future__ import annotations

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
            raise _unreadable(file, "the file is reached through a symbolic link", "Put the file itself there.")
        return place.read_bytes()
    except OSError as error:
        raise _unreadable(file, f"the file cannot be opened ({error.strerror})", "Mend the file's rights.") from error


def decode(content: bytes, file: str) -> str:
    """Return the text with `\\n` line ends and no byte-order mark. Raises UnreadableError."""
    if len(content) > MAX_POST_BYTES:
        found = f"the file has {len(content):,} bytes"
        raise _unreadable(file, found, f"Keep it under {MAX_POST_BYTES:,} bytes.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"the byte {content[error.start]:#04x} is not UTF-8"
        raise _unreadable(file, found, "Save the file as UTF-8.", line) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _unreadable(file, "found a NUL character", "Delete it: the file looks like a binary one.", line)
    return text


def _unreadable(file: str, message: str, fix: str, line: int = 1) -> UnreadableError:
    return UnreadableError(Problem(Spot(file, line), "unreadable", message, fix))
