"""A packed post answers every question as the post it was packed from."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from pelican.plugins.site_model import Post
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.load_post import load_post
from pelican.plugins.site_model.load_post_files import load_post_files
from pelican.plugins.site_model.load_posts import load_posts
from pelican.plugins.site_model.load_site import load_house
from pelican.plugins.site_model.load_text import UnreadableError
from pelican.plugins.site_model.parallel import spread
from pelican.plugins.site_model.stored_post import StoredPost, Text, _unpacked

ROOT = Path(__file__).parent.parent.parent
HOUSE = load_house(ROOT)
FILES, _ = load_post_files(ROOT, "content", HOUSE.policy.company.languages)


@pytest.fixture(autouse=True)
def nothing_at_hand() -> None:
    _unpacked.cache_clear()


@pytest.fixture(scope="module", params=["unkept", "kept"])
def stored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Post]:
    cache = Cache(tmp_path_factory.mktemp("cache") / "cache.sqlite" if request.param == "kept" else None)
    for _ in range(2):
        read = load_posts(ROOT, FILES, HOUSE.policy, "content", cache)
    return [one.post for one in read if one.post]


def test_every_value_of_a_post_survives_packing(stored: list[Post]) -> None:
    zone = ZoneInfo(HOUSE.policy.company.timezone)
    fresh = [load_post(file, "blog.havlinje.example", zone).post for file in FILES]
    assert len(stored) == len(FILES) > 20
    for before, after in zip(fresh, stored, strict=True):
        assert before
        for name in Post.__struct_fields__:
            if name != "key":
                assert getattr(after, name) == getattr(before, name), (after.path, name)
        assert after.date.utcoffset() == before.date.utcoffset()
        assert after.date.date() == before.date.date()


def test_a_packed_post_stays_packed_when_a_value_is_replaced(stored: list[Post]) -> None:
    renamed = msgspec.structs.replace(stored[0], title="Another")
    assert isinstance(renamed, StoredPost)
    assert (renamed.title, renamed.html) == ("Another", stored[0].html)
    assert stored[0].title != "Another"


def test_a_value_finds_its_place_in_a_packed_post(stored: list[Post]) -> None:
    assert stored[0].spot("title").line == stored[0].marks["title"][0]


def test_nothing_packed_has_a_moment_in_time() -> None:
    assert "DateTimeType" not in repr(msgspec.inspect.type_info(Text))
    assert "DateTimeType" in repr(msgspec.inspect.type_info(Post))


def test_a_text_that_the_cache_has_lost_is_read_anew(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.sqlite")
    load_posts(ROOT, FILES, HOUSE.policy, "content", cache)
    kept = [one.post for one in load_posts(ROOT, FILES, HOUSE.policy, "content", cache) if one.post]
    assert cache.database
    cache.database.execute("DELETE FROM kept")
    assert all(post.html and post.body for post in kept)


def test_a_text_that_is_lost_is_not_taken_from_a_file_that_has_changed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_bytes(FILES[0].content)
    files, _ = load_post_files(tmp_path, "content", HOUSE.policy.company.languages)
    cache = Cache(tmp_path / "cache.sqlite")
    load_posts(tmp_path, files, HOUSE.policy, "content", cache)
    (kept,) = load_posts(tmp_path, files, HOUSE.policy, "content", cache)
    assert cache.database and kept.post
    cache.database.execute("DELETE FROM kept")
    (tmp_path / "content/a.md").write_bytes(FILES[0].content + b"More.")
    with pytest.raises(UnreadableError, match="was changed"):
        assert kept.post.html


def test_a_child_reads_texts_that_its_parent_has_not_read(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.sqlite")
    load_posts(ROOT, FILES, HOUSE.policy, "content", cache)
    kept = [one.post for one in load_posts(ROOT, FILES, HOUSE.policy, "content", cache) if one.post]
    many = kept * (100 // len(kept) + 1)
    assert spread(lambda post: len(post.html), many) == [len(post.html) for post in many]
