"""What the last build wrote, file by file, and what each page depended on.

It is kept like everything derived, with a keyed digest: one that somebody else wrote, or that a disk fault changed, is
ignored, and then every page is made anew.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from ..site_model.cache import Cache
from .kept_ledger import LEDGER_FILE, Kept, KeptText, ledger_key, shelf_key, unpacked
from .shelves import SHELVES, KeptPage, Known, renewed
from .standing import NO_STANDING
from .template_digest import TemplateFacts
from .watch import Seen
from .written import MadePart, Written, whole

Value = TypeVar("Value")

_MOST_STALE = 4
_FEW = 2000


class Page(Struct, frozen=True):
    """A page: digests of all it depended on and of that without articles, what it looked at, and one of its bytes."""

    inputs: bytes
    around: bytes
    seen: Seen
    sha256: bytes


class Ledger:
    """The ledger of one output folder of the site at `root`, of use once it is unpacked.

    `live` are the files of the output, `spare` those of the one before, which the next build starts from, and `parts`
    what was made together. `before` is what the site of the output had, `standing` what this build's site has.
    """

    def __init__(self, root: Path, output: Path) -> None:
        self._cache = Cache(root / LEDGER_FILE)
        self._beside = output.parent
        self.key = ledger_key(root, output)
        self._read = self._cache.get_many([self.key, *(shelf_key(self.key, number) for number in range(SHELVES))])

    def unpack(self) -> None:
        """Take in what was read, which takes a while for a large site."""
        self._kept, self._shelves = kept, shelves = unpacked(self._read, self.key)
        self._read = {}
        self.live: dict[str, Written] = {}
        self.parts: dict[str, MadePart] = {}
        self._pages: dict[str, KeptPage] = {}
        for shelf in shelves.values():
            self.live.update(zip(shelf.names, shelf.files, strict=True))
            self.parts.update(shelf.parts)
            self._pages.update(shelf.pages)
        self.spare = self.live | kept.others if kept.spared else {}
        for name in kept.lacking:
            self.spare.pop(name, None)
        self.before, self.standing = kept.standing, NO_STANDING
        self._confirmed: set[str] = set()
        self._shared: dict[Any, Any] = {}
        self._prepared: tuple[dict[str, Written], dict[str, Written], dict[str, bytes]] | None = None
        self._numbers = {value: number for number, value in enumerate(self._kept.values)}

    @property
    def moment(self) -> int:
        """Return when the ledger was kept, in nanoseconds by the clock that dates the files of the output."""
        return self._kept.moment

    @property
    def templates(self) -> dict[str, TemplateFacts]:
        """Return what is known of templates by the digests of their sources."""
        return self._kept.templates

    def made(self, key: str, inputs: bytes) -> tuple[str, ...] | None:
        """Return the files that were made together of this, if the output has them."""
        part = self.parts.get(key)
        if part is None or part.inputs != inputs:
            return None
        digests = [self.live[name].sha256 for name in part.files if name in self.live]
        return part.files if whole(digests) == part.sha256 else None

    def kept_page(self, name: str) -> KeptPage | None:
        """Return what is known of a page, with the numbers of what it looked at."""
        return self._pages.get(name)

    def numbers_of(self, paths: Iterable[str]) -> frozenset[int]:
        """Return the numbers by which pages that read these posts name them."""
        return frozenset(self._numbers[(path,)] for path in paths if (path,) in self._numbers)

    def page(self, kept: KeptPage) -> Page:
        """Return what is known of a page in full."""
        seen = Seen(self._kept.values[kept.names], self._reads(kept.reads), kept.lookups)
        return Page(kept.inputs, kept.around, seen, kept.sha256)

    def confirm(self, name: str) -> None:
        """Note that what is known of a page still holds; of others nothing is kept."""
        self._confirmed.add(name)

    def set_page(self, name: str, page: Page) -> None:
        """Note a page that was made."""
        seen = page.seen
        names, reads = self._number(seen.names), self._numbered(seen.reads)
        around, lookups = self._same(page.around), tuple(map(self._same, seen.lookups))
        self._pages[name] = KeptPage(page.inputs, around, page.sha256, names, reads, lookups)
        self.confirm(name)

    def text(self, path: str) -> Seen | None:
        """Return what the text of a post looks at, if a feed has taken it."""
        kept = self._kept.texts.get(path)
        return Seen((), self._reads(kept.reads), kept.lookups) if kept else None

    def set_text(self, path: str, seen: Seen) -> None:
        """Note what the text of a post looks at."""
        self._kept.texts[path] = KeptText(self._numbered(seen.reads), seen.lookups)

    def prepare(self, live: dict[str, Written], spare: dict[str, Written]) -> None:
        """Get ready to keep these, for whoever has time now and will be waited for then.

        `spare` is what `live` of this ledger was, or nothing.
        """
        self._prepared = (live, spare, self._packed(live, spare))

    def keep(self, live: dict[str, Written], spare: dict[str, Written]) -> None:
        """Keep the ledger, without pages that are no more."""
        prepared = self._prepared
        known = prepared is not None and prepared[0] is live and prepared[1] is spare
        self._cache.put_many(prepared[2] if prepared and known else self._packed(live, spare))

    def _packed(self, live: dict[str, Written], spare: dict[str, Written]) -> dict[str, bytes]:
        """Return what of the ledger is other than it was, as it goes into the cache."""
        old = self._kept
        if len(old.values) > _FEW + _MOST_STALE * len(live):
            # Nobody counts which values are still in use: now and then all pages are made anew.
            self._pages, old.texts, old.values, self._numbers = {}, {}, [], {}
        if len(old.templates) > _FEW:
            old.templates.clear()
        confirmed = self._confirmed & live.keys()
        pages = {name: page for name, page in self._pages.items() if name in confirmed}
        made = renewed(self._shelves, Known(live, pages, self.parts))
        moment = _moment_in(self._beside)
        moments = {number: shelf.moment for number, shelf in self._shelves.items()} | dict.fromkeys(made, moment)
        # On no other shelf has a file become another than in the output that is to be spared.
        looked = {name for number, shelf in self._shelves.items() if number in made for name in shelf.names}
        looked.update(*(shelf.names for shelf in made.values()))
        kept = Kept(
            moment=moment,
            shelves=moments,
            spared=bool(spare),
            others={name: spare[name] for name in looked & spare.keys() if live.get(name) != spare[name]},
            lacking=[name for name in looked if name in live and name not in spare] if spare else [],
            values=old.values,
            templates=old.templates,
            texts=old.texts,
            standing=self.standing,
        )
        rows = {self.key: msgspec.msgpack.encode(kept)}
        for number, shelf in made.items():
            shelf.moment = moment
            rows[shelf_key(self.key, number)] = msgspec.msgpack.encode(shelf)
        return rows

    def _same(self, value: Value) -> Value:
        """Return one object for all values that are equal: many pages look up the same."""
        known: Value = self._shared.setdefault(value, value)
        return known

    def _reads(self, numbers: tuple[int, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        values = self._kept.values
        return tuple((values[path][0], values[names]) for path, names in zip(numbers[::2], numbers[1::2], strict=True))

    def _numbered(self, reads: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[int, ...]:
        return tuple(number for path, names in reads for number in (self._number((path,)), self._number(names)))

    def _number(self, value: tuple[str, ...]) -> int:
        number = self._numbers.get(value)
        if number is None:
            number = self._numbers[value] = len(self._kept.values)
            self._kept.values.append(value)
        return number


def _moment_in(folder: Path) -> int:
    # Servers of files have their own clocks, and file systems count in steps of nanoseconds up to seconds.
    with tempfile.TemporaryFile(dir=folder) as new:
        return os.fstat(new.fileno()).st_ctime_ns
