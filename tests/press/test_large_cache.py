"""A site that needs more of the cache than its bound is judged from there all the same, and keeps nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from example_site import lay_out

from pelican.plugins.policy.rule import Example
from pelican.plugins.press import judge as module
from pelican.plugins.press.judge import Judgement, judge
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.load_site import Places


class SmallCache(Cache):
    """A cache with hardly any room, which notes what it is given to keep."""

    def __init__(self, root: Path, places: Places) -> None:
        super().__init__(root / (places.cache or ""), most_bytes=1, trims=True)
        self.given: set[str] = set()

    def put_many(self, values: Mapping[str, bytes]) -> None:
        self.given |= values.keys()
        super().put_many(values)


@pytest.fixture
def judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], tuple[Judgement, set[str]]]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    caches: list[SmallCache] = []

    def opened(root: Path, places: Places) -> SmallCache:
        caches.append(SmallCache(root, places))
        return caches[-1]

    monkeypatch.setattr(module, "open_cache", opened)
    root = lay_out(Example(), tmp_path / "site")

    def again() -> tuple[Judgement, set[str]]:
        judgement = judge(root, Places(), "publish")
        made = [judgement.snippets(post, judgement.site.house) for post in judgement.site.posts]
        assert all(post.html for post in judgement.site.posts)
        assert all(made)
        return judgement, caches[-1].given

    return again


def test_nothing_is_made_again(judged: Callable[[], tuple[Judgement, set[str]]]) -> None:
    first, _ = judged()
    for _ in range(2):
        again, given = judged()
        assert again.report == first.report
        assert not given


def test_what_an_edit_left_behind_is_forgotten(
    judged: Callable[[], tuple[Judgement, set[str]]], tmp_path: Path
) -> None:
    judged()
    kept = _keys(tmp_path)
    post = next((tmp_path / "site/content").rglob("*.md"))
    before = post.read_text("utf-8")
    post.write_text(f"{before}\nOne more line.\n", "utf-8")
    judged()
    post.write_text(before, "utf-8")
    judged()
    judged()
    assert _keys(tmp_path) == kept


def _keys(tmp_path: Path) -> set[str]:
    with sqlite3.connect(tmp_path / "site/.masthead/cache.sqlite") as database:
        return {key for (key,) in database.execute("SELECT key FROM kept")}
