"""What a ledger knows of files, in portions by folder: one in which nothing changed is not packed and written again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from posixpath import dirname
from typing import Any, NamedTuple
from zlib import crc32

from msgspec import Struct

from .written import MadePart, Written

SHELVES = 64


class KeptPage(Struct, frozen=True, array_like=True, gc=False):
    """A page as `Page` in `ledger.py`, with the numbers of what it looked at."""

    inputs: bytes
    around: bytes
    sha256: bytes
    names: int
    reads: tuple[int, ...]
    lookups: tuple[tuple[str, str], ...]


class KeptPart(Struct, frozen=True, array_like=True, gc=False):
    """Files that were made together, as `MadePart` in `written.py`, with the numbers of their names on the shelf."""

    inputs: bytes
    sha256: bytes
    files: tuple[int, ...]


class Shelf(Struct, array_like=True, dict=True):
    """Files of some folders, pages among them, and parts whose first file is here: `near` ones have all here.

    `moment` is when it was packed.
    """

    moment: int = 0
    names: list[str] = []
    files: list[Written] = []
    pages: dict[str, KeptPage] = {}
    near: dict[str, KeptPart] = {}
    far: dict[str, MadePart] = {}

    @cached_property
    def parts(self) -> dict[str, MadePart]:
        """Return all parts with the names of their files."""
        named = self.names.__getitem__
        near = {
            key: MadePart(part.inputs, part.sha256, tuple(map(named, part.files))) for key, part in self.near.items()
        }
        return near | self.far

    def holds(self, now: Known) -> bool:
        """Say whether all of this is known now as it was."""
        return (
            [*map(now.files.get, self.names)] == self.files
            and [*map(now.pages.get, self.pages)] == [*self.pages.values()]
            and [*map(now.parts.get, self.parts)] == [*self.parts.values()]
        )


class Known(NamedTuple):
    """What is known of all files: how they were written, of pages, and what was made together."""

    files: Mapping[str, Written]
    pages: Mapping[str, KeptPage]
    parts: Mapping[str, MadePart]


def renewed(before: Mapping[int, Shelf], now: Known) -> dict[int, Shelf]:
    """Return the shelves on which something is other than before, by their numbers; on no other shelf anything is."""
    held = {number: shelf for number, shelf in before.items() if shelf.holds(now)}
    stale = [shelf for number, shelf in before.items() if number not in held]
    files = _not_held(now.files, [shelf.names for shelf in held.values()], [shelf.names for shelf in stale])
    pages = _not_held(now.pages, [shelf.pages for shelf in held.values()], [shelf.pages for shelf in stale])
    parts = _not_held(now.parts, [shelf.parts for shelf in held.values()], [shelf.parts for shelf in stale])
    # What is new may belong beside what is as it was.
    places = {*map(_place, files), *map(_place, pages), *(_home(now.parts[key]) for key in parts)}
    for number in places & held.keys():
        files |= {*held[number].names}
        pages |= held[number].pages.keys()
        parts |= held[number].parts.keys()
    made = {number: Shelf() for number in places | (before.keys() - held.keys())}
    _fill(made, files, pages, parts, now)
    return made


def _not_held(now: Mapping[str, Any], held: Sequence[Collection[str]], stale: Iterable[Iterable[str]]) -> set[str]:
    """Return what is known now and on none of the shelves that hold."""
    left = now.keys() & set().union(*stale)
    # Nearly always: to tell all of a large site apart takes a while.
    if len(left) + sum(map(len, held)) == len(now):
        return left
    return now.keys() - set[str]().union(*held)


def _fill(
    made: Mapping[int, Shelf], files: Iterable[str], pages: Iterable[str], parts: Iterable[str], now: Known
) -> None:
    for name in files:
        shelf = made[_place(name)]
        shelf.names.append(name)
        shelf.files.append(now.files[name])
    for name in pages:
        made[_place(name)].pages[name] = now.pages[name]
    of_home: dict[int, list[str]] = {}
    for key in parts:
        of_home.setdefault(_home(now.parts[key]), []).append(key)
    for home, keys in of_home.items():
        shelf = made[home]
        numbers = {name: number for number, name in enumerate(shelf.names)}
        for key in keys:
            part = now.parts[key]
            if all(name in numbers for name in part.files):
                shelf.near[key] = KeptPart(part.inputs, part.sha256, tuple(map(numbers.__getitem__, part.files)))
            elif all(name in now.files for name in part.files):
                shelf.far[key] = part


def _home(part: MadePart) -> int:
    return _place(part.files[0]) if part.files else 0


def _place(name: str) -> int:
    """Return the number of a file's shelf, the same for all files of its folder."""
    return crc32(dirname(name).encode("utf-8", "surrogateescape")) % SHELVES
