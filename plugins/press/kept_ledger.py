"""What a ledger holds when it is kept: one value in a database, packed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec
from msgspec import Struct

from .standing import NO_STANDING, Standing
from .template_digest import TemplateFacts
from .written import Written

LEDGER_FILE = ".masthead/output.sqlite"
_VERSION = "ledger 3"


class KeptPage(Struct, frozen=True, array_like=True, gc=False):
    """A page as `Page` in `ledger.py`, with the numbers of what it looked at."""

    inputs: bytes
    around: bytes
    sha256: bytes
    names: int
    reads: tuple[int, ...]
    lookups: tuple[tuple[str, str], ...]


class KeptText(Struct, frozen=True, array_like=True, gc=False):
    """What the text of a post looked at."""

    reads: tuple[int, ...]
    lookups: tuple[tuple[str, str], ...]


class KeptPart(Struct, frozen=True, array_like=True, gc=False):
    """Files that were made together, as `MadePart` in `written.py`, with the numbers of their names."""

    inputs: bytes
    sha256: bytes
    files: tuple[int, ...]


class Kept(Struct, array_like=True):
    """What is known of each of these `names` of the output, by number where that is enough.

    Most files of the output before are the same: only `others` are named once more, and `lacking` are not there.
    """

    moment: int = 0
    names: list[str] = []
    files: list[Written] = []
    others: dict[str, Written] = {}
    lacking: list[int] = []
    pages: dict[str, KeptPage] = {}
    parts: dict[str, KeptPart] = {}
    values: list[tuple[str, ...]] = []
    templates: dict[str, TemplateFacts] = {}
    texts: dict[str, KeptText] = {}
    standing: Standing = NO_STANDING

    def live(self) -> dict[str, Written]:
        """Return the files of the output."""
        return dict(zip(self.names, self.files, strict=True))

    def spare(self) -> dict[str, Written]:
        """Return the files of the output before."""
        spare = self.live()
        for number in self.lacking:
            del spare[self.names[number]]
        return spare | self.others


_KEPT = msgspec.msgpack.Decoder(Kept)


def ledger_key(root: Path, output: Path) -> str:
    """Return the name of an output's ledger: relative, so that a site that was moved as a whole keeps it."""
    return hashlib.sha256(f"{_VERSION}\0{os.path.relpath(output, root)}".encode()).hexdigest()


def unpacked(packed: bytes | None) -> Kept:
    """Return what was kept; an empty ledger for what is none."""
    try:
        return _KEPT.decode(packed) if packed else Kept()
    except msgspec.DecodeError:
        return Kept()
