"""Keys are made once a run, a blog for each test."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from blog import Blog
from real_keys import KeyPair, make_key
from repository import Repository, make_repository


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, KeyPair]:
    folder = tmp_path_factory.mktemp("keys")
    return {name: make_key(folder, name) for name in ("ewa-nowak", "mikko-salo", "kari-lund", "stranger", "second")}


@pytest.fixture
def blog(tmp_path: Path, keys: Mapping[str, KeyPair], monkeypatch: pytest.MonkeyPatch) -> Blog:
    monkeypatch.delenv("MASTHEAD_BASE", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Blog(tmp_path, keys)


@pytest.fixture
def repository(tmp_path: Path, keys: Mapping[str, KeyPair]) -> Repository:
    return make_repository(tmp_path, keys)
