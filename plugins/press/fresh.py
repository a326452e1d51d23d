"""What one of the processes of a build wrote, for the one that keeps the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from .watch import Seen
from .written import MadePart, Written


@dataclass
class Fresh:
    """What one process wrote: files by name, those made together, and what texts looked at, by their post's path."""

    files: dict[str, Written] = field(default_factory=dict)
    parts: dict[str, MadePart] = field(default_factory=dict)
    texts: dict[str, Seen] = field(default_factory=dict)

    def __reduce__(self) -> tuple[Callable[[bytes], Fresh], tuple[bytes]]:
        """Go from one process to another as MessagePack: pickling thousands of files takes ten times as long."""
        return _unpacked, (msgspec.msgpack.encode(self),)


def _unpacked(packed: bytes) -> Fresh:
    fresh = msgspec.msgpack.decode(packed, type=Fresh)
    # A part names the files that it was made of: here these are the same objects again.
    own = {name: name for name in fresh.files}
    for key, part in fresh.parts.items():
        files = tuple(own.get(name, name) for name in part.files)
        fresh.parts[key] = msgspec.structs.replace(part, files=files)
    return fresh
