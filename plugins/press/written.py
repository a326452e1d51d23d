"""What is known of files once they are written."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from msgspec import Struct


class Written(Struct, frozen=True, array_like=True, gc=False):
    """A file as it was right after it was written."""

    sha256: bytes
    mtime: int
    size: int
    ctime: int
    inode: int


class MadePart(Struct, frozen=True, array_like=True, gc=False):
    """Files that were made together: the digest of all they followed from, one for all their bytes, and their names."""

    inputs: bytes
    sha256: bytes
    files: tuple[str, ...]


def whole(digests: Iterable[bytes]) -> bytes:
    """Return what stands for the bytes of several files, in their order."""
    return sha256(b"".join(digests)).digest()
