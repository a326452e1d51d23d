"""People come from their files, or from the cache as long as these stay as they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from example_site import lay_out

from pelican.plugins.policy.rule import Example
from pelican.plugins.site_model import load_people as module
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.load_people import load_people

FULL = """\
name: Kari Lund
role: {en: Editor, nb: Redaktør}
employed: {from: 2020-01-01}
trained: 2025-10-01
networks: {mastodon: https://social.example/@kari}
keys:
  - {key: ssh-ed25519 AAAA, from: 2020-01-01, revoked: null}
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cache:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    lay_out(Example(files={"authors/kari-lund.yaml": FULL}), tmp_path)
    return Cache(tmp_path / "cache.sqlite")


def test_people_from_the_cache_equal_those_just_read(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = load_people(tmp_path, cache=cache)
    monkeypatch.delattr(module, "read_person")
    assert load_people(tmp_path, cache=cache) == read
    assert read[0]["kari-lund"].keys[0].start.year == 2020


def test_a_changed_file_is_read_again(tmp_path: Path, cache: Cache) -> None:
    load_people(tmp_path, cache=cache)
    (tmp_path / "authors/kari-lund.yaml").write_text(FULL.replace("Kari Lund", "Kari Berg"), "utf-8")
    people, _ = load_people(tmp_path, cache=cache)
    assert people["kari-lund"].name == "Kari Berg"


def test_a_mistake_is_said_every_time(tmp_path: Path, cache: Cache) -> None:
    (tmp_path / "authors/kari-lund.yaml").write_text("nam: Kari Lund\n", "utf-8")
    first, second = (load_people(tmp_path, cache=cache)[1] for _ in range(2))
    assert first == second
    assert "the key 'nam' is unknown" in " ".join(problem.message for problem in first)


@pytest.mark.parametrize(("name", "shown"), [(b"kari\xff.yaml", "kari<dcff>.yaml"), (b"a\nb.yaml", "a<000a>b.yaml")])
def test_a_name_that_nobody_can_see_is_spelt_out(tmp_path: Path, cache: Cache, name: bytes, shown: str) -> None:
    (tmp_path / "authors" / os.fsdecode(name)).write_text(FULL, "utf-8")
    _, (problem,) = load_people(tmp_path, cache=cache)
    assert problem.spot.file == f"authors/{shown}"
    assert "characters that nobody can see" in problem.message
