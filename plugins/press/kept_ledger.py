"""What a ledger holds when it is kept: some values in a database, packed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from .shelves import Shelf
from .standing import NO_STANDING, Standing
from .template_digest import TemplateFacts
from .written import Written

LEDGER_FILE = ".masthead/output.sqlite"
_VERSION = "ledger 4"


class KeptText(Struct, frozen=True, array_like=True, gc=False):
    """What the text of a post looked at."""

    reads: tuple[int, ...]
    lookups: tuple[tuple[str, str], ...]


class Kept(Struct, array_like=True):
    """What is known of an output but for what its `shelves` hold, each with the moment when it was packed.

    Most files of the output before are the same: only `others` are named, and those `lacking`, which are not there;
    where it is not `spared`, none is.
    """

    moment: int = 0
    shelves: dict[int, int] = {}
    spared: bool = False
    others: dict[str, Written] = {}
    lacking: list[str] = []
    values: list[tuple[str, ...]] = []
    templates: dict[str, TemplateFacts] = {}
    texts: dict[str, KeptText] = {}
    standing: Standing = NO_STANDING


_KEPT = msgspec.msgpack.Decoder(Kept)
_SHELF = msgspec.msgpack.Decoder(Shelf)


def ledger_key(root: Path, output: Path) -> str:
    """Return the name of an output's ledger: relative, so that a site that was moved as a whole keeps it."""
    return hashlib.sha256(f"{_VERSION}\0{os.path.relpath(output, root)}".encode()).hexdigest()


def shelf_key(key: str, number: int) -> str:
    """Return the name of one of a ledger's shelves."""
    return f"{key}-{number}"


def unpacked(packed: Mapping[str, bytes], key: str) -> tuple[Kept, dict[int, Shelf]]:
    """Return what was kept, with shelves that belong to it; an empty ledger for what is none."""
    try:
        kept = _KEPT.decode(packed[key]) if key in packed else Kept()
        found = {number: packed.get(shelf_key(key, number)) for number in kept.shelves}
        shelves = {number: _SHELF.decode(one) for number, one in found.items() if one is not None}
    except msgspec.DecodeError:
        return Kept(), {}
    # Of one that was lost, and found again in what an earlier build packed, nobody knows what its numbers mean.
    return kept, {number: shelf for number, shelf in shelves.items() if shelf.moment == kept.shelves[number]}
