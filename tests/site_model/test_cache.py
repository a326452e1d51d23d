"""The cache may be deleted, damaged or planted: it costs time, never a wrong page."""

from __future__ import annotations

import secrets
import sqlite3
from pathlib import Path

import pytest

from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.load_database import CacheWarning


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def filled(file: Path) -> None:
    Cache(file).put_many({"k1": b"one", "k2": b"two"})


def test_what_was_put_is_got_by_another_run(tmp_path: Path) -> None:
    filled(tmp_path / "c.sqlite")
    assert Cache(tmp_path / "c.sqlite").get_many(["k1", "k2", "k3"]) == {"k1": b"one", "k2": b"two"}


def test_a_large_value_takes_the_place_of_another_and_is_proven_as_a_small_one_is(tmp_path: Path) -> None:
    file, large = tmp_path / "c.sqlite", {key: secrets.token_bytes(3_000_000) for key in ("k1", "k2")}
    filled(file)
    Cache(file).put_many(large | {"k3": b"three"})
    assert Cache(file).get_many(["k1", "k2", "k3"]) == large | {"k3": b"three"}
    with sqlite3.connect(file) as database:
        (row,) = database.execute("SELECT rowid FROM kept WHERE key = 'k2'").fetchone()
        with database.blobopen("kept", "value", row) as blob:
            blob.seek(2_000_000)
            blob.write(b"not what was there")
    with pytest.warns(CacheWarning, match="entries that are damaged"):
        assert Cache(file).get_many(["k1", "k2"]) == {"k1": large["k1"]}


def test_an_entry_that_was_changed_is_ignored(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    filled(file)
    with sqlite3.connect(file) as database:
        (value,) = database.execute("SELECT value FROM kept WHERE key = 'k1'").fetchone()
        database.execute("UPDATE kept SET value = ? WHERE key = 'k1'", (value[:-1] + b"X",))
        database.execute("INSERT INTO kept VALUES ('k3', ?)", (value,))
    with pytest.warns(CacheWarning, match="entries that are damaged, or that somebody else wrote, were ignored"):
        assert Cache(file).get_many(["k1", "k2", "k3"]) == {"k2": b"two"}


def test_a_cache_made_with_another_secret_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path / "c.sqlite")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "somebody-else"))
    with pytest.warns(CacheWarning, match="somebody else wrote"):
        assert Cache(tmp_path / "c.sqlite").get_many(["k1"]) == {}


def test_two_first_runs_at_once_agree_on_a_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = secrets.token_bytes

    def while_another_run_is_quicker(size: int) -> bytes:
        monkeypatch.setattr(secrets, "token_bytes", made)
        filled(tmp_path / "c.sqlite")
        return made(size)

    monkeypatch.setattr(secrets, "token_bytes", while_another_run_is_quicker)
    assert Cache(tmp_path / "c.sqlite").get_many(["k1"]) == {"k1": b"one"}
    assert [file.name for file in (tmp_path / "state" / "masthead").iterdir()] == ["cache-key"]


def test_a_file_that_broke_is_begun_anew_and_serves_the_next_build(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    file.write_bytes(b"no database at all" * 1000)
    with pytest.warns(CacheWarning, match="begun anew, as it is damaged"):
        filled(file)
    assert Cache(file).get_many(["k1"]) == {"k1": b"one"}


def test_a_file_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE kept (key TEXT, value TEXT)")
    with pytest.warns(CacheWarning, match="begun anew, as another version of Masthead made it"):
        filled(file)
    assert Cache(file).get_many(["k2"]) == {"k2": b"two"}


@pytest.mark.filterwarnings("ignore::pelican.plugins.site_model.load_database.CacheWarning")
@pytest.mark.parametrize("keep", [0, 10, 100, 5000])
def test_a_truncated_file_is_made_anew(tmp_path: Path, keep: int) -> None:
    file = tmp_path / "c.sqlite"
    filled(file)
    file.write_bytes(file.read_bytes()[:keep])
    cache = Cache(file)
    cache.get_many(["k1"])
    Cache(file).put_many({"k4": b"four"})
    assert Cache(file).get_many(["k4"]) in ({"k4": b"four"}, {})


@pytest.mark.filterwarnings("ignore::pelican.plugins.site_model.load_database.CacheWarning")
def test_flipped_bits_never_give_a_wrong_value(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    filled(file)
    whole = file.read_bytes()
    for at in range(0, len(whole), 97):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        for sidecar in tmp_path.glob("c.sqlite-*"):
            sidecar.unlink(missing_ok=True)
        found = Cache(file).get_many(["k1", "k2"])
        assert found.items() <= {"k1": b"one", "k2": b"two"}.items()


def test_no_place_to_keep_anything_only_costs_time(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    cache = Cache(blocked / "c.sqlite")
    cache.put_many({"k": b"v"})
    assert cache.get_many(["k"]) == {}


def test_what_a_large_site_needs_is_not_lost_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    filled(file)
    large = Cache(file, most_bytes=1, trims=True)
    assert large.get_many(["k1"]) == {"k1": b"one"}
    large.put_many({"k3": b"three"})
    large.name(["k4"])
    large.trim()
    assert Cache(file, most_bytes=1, trims=True).get_many(["k1", "k2", "k3"]) == {"k1": b"one", "k3": b"three"}


def test_what_was_forgotten_leaves_room_for_what_comes(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    Cache(file).put_many({f"old{number}": bytes(100_000) for number in range(50)})
    for turn in range(4):
        cache = Cache(file, most_bytes=1_000_000, trims=True)
        cache.put_many({f"{turn} {number}": bytes(100_000) for number in range(50)})
        cache.trim()
        cache._end()
        assert file.stat().st_size < 12_000_000


def test_a_site_within_its_bound_forgets_nothing(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    filled(file)
    cache = Cache(file, trims=True)
    cache.get_many(["k1"])
    cache.trim()
    assert Cache(file).get_many(["k2"]) == {"k2": b"two"}


def test_what_cannot_be_trimmed_is_begun_anew(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    filled(file)
    with pytest.warns(CacheWarning, match="begun anew, as it has more than 1 bytes"):
        assert Cache(file, most_bytes=1).get_many(["k1"]) == {}
