"""The folder that a build writes into, aside of the output: what did not change is taken from earlier builds."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from ..site_model import OutputFile
from .file_proof import as_written, is_same, is_trusted, proven, take_away, write_bytes
from .fresh import Fresh
from .ledger import Ledger
from .watch import Seen
from .written import MadePart, Written, whole

_MOST_FOLDERS = 1000


class Aside:
    """Takes files in, each with its bytes or with the digest that an earlier build's file must have.

    `alone` says that nobody but us writes here: only then can a build start from the output before the last, where
    most files are in place already, and share files with the output. `loose` are files that Pelican wrote itself.
    """

    def __init__(self, path: Path, output: Path, ledger: Ledger, *, alone: bool) -> None:
        self.path = path
        self.output = output
        self.ledger = ledger
        self.alone = alone
        self.claimed: dict[str, Written] = {}
        self.fresh = Fresh()
        self.loose: set[str] = set()
        self._folders = {""}
        self._there = proven(path, ledger.spare, ledger.moment) if alone else {}
        self._replaces = output.is_dir()

    def write(self, name: str, body: bytes) -> None:
        """Put a file there; where it is as it was, its time stays too."""
        digest = sha256(body).digest()
        if not self.claim(name, digest):
            self._take(name, as_written(digest, write_bytes(self._place(name), body, self._time_of(name, body))))

    def _time_of(self, name: str, body: bytes) -> int | None:
        """Return the time of its like in the output, where nothing was kept of it but the file itself."""
        if not self._replaces:
            return None
        try:
            found = os.lstat(f"{self.output}/{name}")
            alike = stat.S_ISREG(found.st_mode) and found.st_size == len(body)
            return found.st_mtime_ns if alike and (self.output / name).read_bytes() == body else None
        except OSError:
            return None

    def claim(self, name: str, digest: bytes) -> bool:
        """Take the file with this digest from an earlier build; return whether there is one."""
        if name in self.claimed:
            return self.claimed[name].sha256 == digest
        live = self.ledger.live.get(name)
        there = self._there.get(name)
        if there is not None and there.sha256 == digest:
            self._take(name, self._timed(name, there, live))
            return True
        return live is not None and live.sha256 == digest and self._copy(name, live)

    def write_all(self, files: Iterable[OutputFile]) -> None:
        """Put files there."""
        for file in files:
            self.write(file.path, file.body)

    def claim_part(self, key: str, inputs: bytes) -> bool:
        """Take files that were made together from an earlier build, if they followed from the same."""
        files = self.ledger.made(key, inputs)
        if files is None:
            return False
        there, live, claimed = self._there, self.ledger.live, self.claimed
        if all(there.get(name) is live[name] and name not in claimed for name in files):
            # As nearly always: both folders have the very same, and none of them is any other process's business.
            for name in files:
                claimed[name] = live[name]
                there.pop(name, None)
            return True
        return all(self.claim(name, live[name].sha256) for name in files)

    def keep_part(self, key: str, inputs: bytes, names: Sequence[str]) -> None:
        """Note files that were made together."""
        made = MadePart(inputs, whole(self.claimed[name].sha256 for name in names), tuple(names))
        self.ledger.parts[key] = self.fresh.parts[key] = made

    def keep_text(self, path: str, seen: Seen | None) -> None:
        """Note what the text of a post looks at, where that can be told."""
        if seen:
            self.fresh.texts[path] = seen
            self.ledger.set_text(path, seen)

    def hand_over(self) -> Fresh:
        """Return what was just written, and forget it: the process that keeps the ledger knows it from now on."""
        for name in self.fresh.files:
            del self.claimed[name]
        for key in self.fresh.parts:
            del self.ledger.parts[key]
        return self.fresh

    def take_over(self, fresh: Fresh) -> None:
        """Note what another process wrote here."""
        for name, one in fresh.files.items():
            self._take(name, one)
        self.ledger.parts.update(fresh.parts)
        for path, seen in fresh.texts.items():
            self.ledger.set_text(path, seen)

    def let_write(self, place: str) -> None:
        """Make way for a file that somebody else writes now."""
        name = os.path.relpath(place, self.path)
        self.loose.add(name)
        if name in self._there or name in self.claimed:
            self._place(name)
        self._there.pop(name, None)
        self.claimed.pop(name, None)

    def prepare(self) -> None:
        """Get ready to take the place of the output: nothing more is written here."""
        self.purge()
        self.ledger.prepare(self.claimed, self.ledger.live)

    def purge(self) -> None:
        """Take away what an earlier build left here and this one did not ask for."""
        for name, there in self._there.items():
            place = self.path / name
            if is_same(place, there):
                take_away(place, self.path)
        self._there = {}

    def _timed(self, name: str, there: Written, live: Written | None) -> Written:
        """Give the file the time of its like in the output, or of now where that was another."""
        if live is not None and live.sha256 == there.sha256 and live.mtime == there.mtime:
            return there
        place = self.path / name
        if live is not None and live.sha256 == there.sha256:
            os.utime(place, ns=(live.mtime, live.mtime))
        else:
            os.utime(place)
        return as_written(there.sha256, place.stat())

    def _copy(self, name: str, live: Written) -> bool:
        source = self.output / name
        try:
            found = source.lstat()
            if not stat.S_ISREG(found.st_mode):
                return False
            if self.alone and is_trusted(live, found, self.ledger.moment):
                place = self._place(name)
                os.link(source, place)
                # A further link changes the file's own time, in both folders.
                self.ledger.live[name] = linked = as_written(live.sha256, os.lstat(place))
                self._take(name, linked)
                return True
            body = source.read_bytes()
        except OSError:
            return False
        if sha256(body).digest() != live.sha256:
            return False
        self._take(name, as_written(live.sha256, write_bytes(self._place(name), body, found.st_mtime_ns)))
        return True

    def _take(self, name: str, one: Written) -> None:
        self.claimed[name] = self.fresh.files[name] = one
        self._there.pop(name, None)

    def _place(self, name: str) -> str:
        """Return where a new file of this name goes; nothing is there, as an old one can be shared with the output."""
        place = f"{self.path}/{name}"
        if name in self._there or name in self.claimed:
            Path(place).unlink()
        if self._there and Path(place).is_dir():
            for old in [old for old in self._there if old.startswith(f"{name}/")]:
                self._drop(old)
        self._make_folder(name.rpartition("/")[0])
        return place

    def _make_folder(self, name: str) -> None:
        """Have a folder there. A page of its name goes first, and with it the folders that are empty then."""
        if name not in self._folders:
            if len(self._folders) > _MOST_FOLDERS:
                # Those of other posts are not asked for again.
                self._folders = {""}
            self._drop(name)
            self._folders.add(name)
            self._make_folder(name.rpartition("/")[0])
            (self.path / name).mkdir(exist_ok=True)

    def _drop(self, name: str) -> None:
        if self._there.pop(name, None) is not None:
            take_away(self.path / name, self.path)
