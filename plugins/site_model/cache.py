"""A content-addressed store of what was derived from bytes: safe to delete, never executed, never trusted blindly.

SQLite keeps it whole when two builds write at once or one is killed. Each value carries a keyed digest whose key
lives outside the site, so an entry that somebody else wrote, or that a disk fault changed, is ignored.
"""

from __future__ import annotations

import atexit
import os
import secrets
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from .load_database import discard, ignored, is_damaged, open_database

_DIGEST_BYTES = 16
_MOST_BYTES = 512 * 1024 * 1024
_ASKED_AT_ONCE = 500
_LARGE = 1024 * 1024


class Cache:
    """Keys are hex digests of everything a value depends on; values are bytes.

    Past `most_bytes` it begins anew. Where it `trims`, its owner says with `trim` when all that is of use was named,
    and the rest is forgotten: what a large site needs may be more than the bound, and must not be lost at each start.
    """

    def __init__(self, file: Path | None, most_bytes: int = _MOST_BYTES, *, trims: bool = False) -> None:
        self.file = file
        self.secret = _own_secret() if file else None
        self.database = open_database(file, None if trims else most_bytes) if file and self.secret else None
        self.named: set[str] | None = set() if trims and self._used_bytes() > most_bytes else None
        self.process = os.getpid()
        self.inherited: list[sqlite3.Connection] = []
        atexit.register(self._end)

    @property
    def keeps(self) -> bool:
        """Say whether what was put here can be fetched again: there is a place for it, and no disk refused yet."""
        return self.database is not None

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the values there are, without those that fail their digest."""
        self._reopen_after_fork()
        if not self.database:
            return {}
        wanted = list(keys)
        self.name(wanted)
        found: dict[str, bytes] = {}
        try:
            for start in range(0, len(wanted), _ASKED_AT_ONCE):
                some = wanted[start : start + _ASKED_AT_ONCE]
                marks = ",".join("?" * len(some))
                for key, stored in self.database.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", some):
                    value = stored[_DIGEST_BYTES:] if isinstance(stored, bytes) else None
                    if value is not None and stored[:_DIGEST_BYTES] == self._digest(key, value):
                        found[key] = value
                    elif self.file:
                        ignored(self.file, "entries that are damaged, or that somebody else wrote, were ignored")
        except sqlite3.DatabaseError as error:
            self._give_up(error)
        return found

    def put_many(self, values: Mapping[str, bytes]) -> None:
        """Keep the values; a full or broken disk loses the cache, never the build."""
        self._reopen_after_fork()
        if not self.database or not values:
            return
        self.name(values)
        large = [key for key, value in values.items() if len(value) > _LARGE]
        small = ((key, self._digest(key, value) + value) for key, value in values.items() if len(value) <= _LARGE)
        try:
            with self.database:
                self.database.executemany("INSERT OR REPLACE INTO kept (key, value) VALUES (?, ?)", small)
                for key in large:
                    self._put_large(self.database, key, values[key])
        except sqlite3.DatabaseError as error:
            self._give_up(error)

    def _put_large(self, database: sqlite3.Connection, key: str, value: bytes) -> None:
        """Put a value into its place as it is: given as a parameter, it would lie in memory twice more."""
        told = (key, _DIGEST_BYTES + len(value))
        row = database.execute("INSERT OR REPLACE INTO kept (key, value) VALUES (?, zeroblob(?))", told).lastrowid
        assert row is not None, "an insert has a row"
        with database.blobopen("kept", "value", row) as blob:
            blob.write(self._digest(key, value))
            blob.write(value)

    def name(self, keys: Iterable[str]) -> None:
        """Note keys that are of use, beside those that are asked for or put here."""
        if self.named is not None:
            self.named.update(keys)

    def trim(self) -> None:
        """Forget what nobody named, if there is too much. The file keeps its size, and has room for what comes."""
        if not self.database or self.named is None:
            return
        try:
            with self.database:
                self.database.execute("CREATE TEMP TABLE named (key TEXT PRIMARY KEY) WITHOUT ROWID")
                self.database.executemany("INSERT INTO named VALUES (?)", ((key,) for key in sorted(self.named)))
                self.database.execute("DELETE FROM kept WHERE key NOT IN named")
        except sqlite3.DatabaseError as error:
            self._give_up(error)
        self.named = None

    def _used_bytes(self) -> int:
        if not self.database:
            return 0
        names = ("page_count", "freelist_count", "page_size")
        try:
            pages, free, size = (self.database.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
        except sqlite3.DatabaseError as error:
            self._give_up(error)
            return 0
        return int((pages - free) * size)

    def _end(self) -> None:
        """Let SQLite bring its files in order; what a parent opened is not ours to close."""
        if self.database and self.process == os.getpid():
            self.database.close()

    def _reopen_after_fork(self) -> None:
        """SQLite forbids to use, and even to close, a connection that a parent opened."""
        if self.database and self.file and self.process != os.getpid():
            self.process = os.getpid()
            self.inherited.append(self.database)
            self.database = open_database(self.file, None)

    def _digest(self, key: str, value: bytes) -> bytes:
        digest = blake2b(key.encode() + b"\0", key=self.secret or b"", digest_size=_DIGEST_BYTES)
        # Not joined: what a ledger keeps of a large site need not lie in memory once more.
        digest.update(value)
        return digest.digest()

    def _give_up(self, error: sqlite3.DatabaseError) -> None:
        if self.database:
            self.database.close()
        self.database = None
        if self.file and is_damaged(error):
            discard(self.file, "it is damaged")


def _own_secret() -> bytes | None:
    """Return this user's secret, made on first use; None where there is no place to keep one."""
    try:
        folder = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "masthead"
        file = folder / "cache-key"
        if not file.exists():
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=folder) as made:
                made.write(secrets.token_bytes(32))
                made.flush()
                # Never over one that another process made meanwhile: what it keeps would pass for somebody else's.
                with suppress(FileExistsError):
                    os.link(made.name, file)
        secret = file.read_bytes()
    except (OSError, RuntimeError):
        return None
    return secret if len(secret) == 32 else None
