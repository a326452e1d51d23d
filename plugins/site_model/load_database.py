"""The SQLite file of a cache: laid out, and begun anew, with one line said, where it cannot be used."""

from __future__ import annotations

import sqlite3
import warnings
from pathlib import Path

_FORMAT = 1
_PAGE_BYTES = 16384
"""Of a new file: with SQLite's own 4,096 a text lies in a chain of pages, and takes thrice as long to put there."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class CacheWarning(UserWarning):
    """A cache, or entries of it, were ignored. Nothing is wrong with what was made: it only took longer."""


def open_database(file: Path, most_bytes: int | None) -> sqlite3.Connection | None:
    """Return the database with its table, begun anew where the file is damaged, too large, or laid out otherwise.

    None where there is no place for it.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if most_bytes and file.exists() and file.stat().st_size > most_bytes:
            discard(file, f"it has more than {most_bytes:,} bytes")
        return _connect(file)
    except sqlite3.DatabaseError as error:
        if not is_damaged(error):
            return None
        discard(file, "it is damaged")
        try:
            return _connect(file)
        except sqlite3.DatabaseError:
            return None
    except OSError:
        return None


def _connect(file: Path) -> sqlite3.Connection:
    database = _connected(file)
    if not _is_ready(database):
        database.close()
        discard(file, "another version of Masthead made it")
        database = _connected(file)
        _is_ready(database)
    return database


def _connected(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=10)
    database.execute(f"PRAGMA page_size={_PAGE_BYTES}")
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=NORMAL")
    return database


def _is_ready(database: sqlite3.Connection) -> bool:
    """Lay the table in a new file; say no to a file that is laid out otherwise."""
    if _format(database) == _FORMAT:
        return True
    with database:
        # Two builds may begin at once.
        database.execute("BEGIN IMMEDIATE")
        if _format(database) != _FORMAT and not database.execute("SELECT 1 FROM sqlite_master").fetchone():
            database.execute("CREATE TABLE kept (key TEXT PRIMARY KEY, value BLOB NOT NULL)")
            database.execute(f"PRAGMA user_version={_FORMAT}")
    return _format(database) == _FORMAT


def _format(database: sqlite3.Connection) -> int:
    (found,) = database.execute("PRAGMA user_version").fetchone()
    return int(found)


def is_damaged(error: sqlite3.DatabaseError) -> bool:
    """Say whether the file is broken, rather than locked or the disk full."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED


def discard(file: Path, why: str) -> None:
    """Remove the file and say why."""
    ignored(file, f"begun anew, as {why}")
    # What SQLite keeps beside it would be taken for a part of the next one.
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        file.with_name(name).unlink(missing_ok=True)


def ignored(file: Path, how: str) -> None:
    """Say that a cache, or a part of it, does not count."""
    warnings.warn(f"{file.parent.name}/{file.name}: {how}", CacheWarning, stacklevel=3)
