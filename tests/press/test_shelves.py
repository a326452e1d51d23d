"""A ledger in portions: whatever changes, what is kept together is what is known; what does not is not written."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelican.plugins.press.kept_ledger import LEDGER_FILE
from pelican.plugins.press.ledger import Ledger, Page
from pelican.plugins.press.output_folder import replaced
from pelican.plugins.press.shelves import KeptPage, Known, Shelf, renewed
from pelican.plugins.press.watch import Seen
from pelican.plugins.press.written import MadePart, Written

NAMES = [f"{folder}{name}" for folder in ("", "a/", "a/b/", "c/") for name in ("x", "y", "z")]
FILES = {name: [Written(bytes([at]), at, at, at, at) for at in range(3)] for name in NAMES}
PAGES = [KeptPage(bytes([at]), b"", b"", at, (at,), ()) for at in range(3)]


@st.composite
def known(draw: st.DrawFn) -> Known:
    files = {name: draw(st.sampled_from(FILES[name])) for name in draw(st.sets(st.sampled_from(NAMES)))}
    pages = {name: draw(st.sampled_from(PAGES)) for name in files if draw(st.booleans())}
    parts = {}
    for key in draw(st.sets(st.sampled_from("klm"))):
        of_part = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4))
        parts[key] = MadePart(draw(st.sampled_from([b"1", b"2"])), b"", tuple(of_part))
    return Known(files, pages, parts)


def _whole(shelves: dict[int, Shelf]) -> Known:
    """Put together what several shelves hold, and make sure that nothing is on two of them."""
    files, pages, parts = {}, {}, {}
    for shelf in shelves.values():
        for all_of_them, own in (
            (files, dict(zip(shelf.names, shelf.files, strict=True))),
            (pages, shelf.pages),
            (parts, shelf.parts),
        ):
            assert not all_of_them.keys() & own.keys()
            all_of_them.update(own)
    return Known(files, pages, parts)


@given(st.lists(known(), min_size=1, max_size=6))
def test_what_is_kept_together_is_what_is_known(states: list[Known]) -> None:
    shelves: dict[int, Shelf] = {}
    for now in states:
        shelves |= renewed(shelves, now)
        kept = _whole(shelves)
        assert (kept.files, kept.pages) == (now.files, now.pages)
        # A part that lost a file is of no use, wherever it is kept.
        there = {key: part for key, part in now.parts.items() if now.files.keys() >= {*part.files}}
        assert {key: part for key, part in kept.parts.items() if now.files.keys() >= {*part.files}} == there
        assert not renewed(shelves, Known(kept.files, kept.pages, kept.parts))


def _page(word: bytes) -> Page:
    return Page(b"inputs", b"around", Seen(("title",), (("post.md", (word.decode(),)),), ()), sha256(word).digest())


def _clock(folder: Path) -> int:
    """Return the time that the file system would give a file now: it goes on by ticks."""
    with tempfile.TemporaryFile(dir=folder) as new:
        return os.fstat(new.fileno()).st_ctime_ns


def _build(root: Path, words: dict[str, bytes]) -> Ledger:
    with replaced(root / "output", root, alone=True) as aside:
        for name, word in words.items():
            aside.write(name, word)
            aside.ledger.set_page(name, _page(word))
        # A file of the very moment in which a ledger is kept is not trusted, and copied where others are linked.
        written = _clock(root)
        while _clock(root) == written:
            pass
    return aside.ledger


def _loaded(root: Path) -> Ledger:
    ledger = Ledger(root, root / "output")
    ledger.unpack()
    return ledger


def _rows(root: Path) -> dict[str, bytes]:
    with sqlite3.connect(root / LEDGER_FILE) as database:
        return dict(database.execute("SELECT key, value FROM kept"))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "site"


WORDS = {f"{folder}/index.html": folder.encode() for folder in ("one", "two", "three")}


def test_an_edit_writes_no_more_than_its_own_folder_anew(root: Path) -> None:
    root.mkdir()
    # At first files get further links, from a second folder that later builds begin with.
    for _ in range(3):
        _build(root, WORDS)
    before = _rows(root)
    ledger = _build(root, WORDS | {"two/index.html": b"edited"})
    after = _rows(root)
    changed = {key for key in before if before[key] != after[key]}
    assert ledger.key in changed
    assert len(changed) == 2
    assert len(before) == len(WORDS) + 1


def test_a_shelf_of_an_earlier_build_is_not_taken_for_one_of_the_last(root: Path) -> None:
    root.mkdir()
    _build(root, WORDS)
    old = _rows(root)
    ledger = _build(root, {name: word + b"!" for name, word in WORDS.items()})
    (key,) = (key for key, value in _rows(root).items() if b"two/" in value and key != ledger.key)
    with sqlite3.connect(root / LEDGER_FILE) as database:
        database.execute("UPDATE kept SET value = ? WHERE key = ?", (old[key], key))
    assert _loaded(root).live.keys() == WORDS.keys() - {"two/index.html"}
    _build(root, WORDS)
    assert {name: (root / "output" / name).read_bytes() for name in WORDS} == WORDS
    assert _loaded(root).live.keys() == WORDS.keys()


def test_without_what_explains_its_numbers_no_shelf_is_believed(root: Path) -> None:
    root.mkdir()
    ledger = _build(root, WORDS)
    with sqlite3.connect(root / LEDGER_FILE) as database:
        database.execute("DELETE FROM kept WHERE key = ?", (ledger.key,))
    found = _loaded(root)
    assert not found.live
    assert found.kept_page("one/index.html") is None
    _build(root, WORDS)
    kept = _loaded(root).kept_page("one/index.html")
    assert kept is not None
    assert _loaded(root).page(kept) == _page(b"one")
