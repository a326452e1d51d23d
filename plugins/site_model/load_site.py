"""The whole site from its folder: the house, and every post or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from .cache import Cache
from .load_files import FileDigests, portrait_problems
from .load_people import load_people
from .load_policy import load_policy
from .load_post_files import load_post_files
from .load_posts import Progress, load_posts
from .person import Person
from .post import Post
from .problem import SetupError
from .site import House, Site


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """Where things lie below the root, `pages` below the content; the defaults are the layout of a Masthead site."""

    content: str = "content"
    authors: str = "authors"
    policy: str = "policy.yaml"
    cache: str | None = ".masthead/cache.sqlite"
    pages: tuple[str, ...] = ("pages",)


USUAL_PLACES = Places()


def open_cache(root: Path, places: Places) -> Cache:
    """Return the cache of everything that is derived from posts, people and signatures."""
    return Cache(root / places.cache if places.cache else None, trims=True)


def load_house(
    root: Path, places: Places = USUAL_PLACES, *, now: datetime | None = None, cache: Cache | None = None
) -> House:
    """Read policy and people. Raises SetupError with every mistake in them."""
    policy = load_policy(root, places.policy)
    people, problems = load_people(root, places.authors, cache)
    if problems:
        raise SetupError(problems)
    zone = ZoneInfo(policy.company.timezone)
    if policy.as_of:
        now = datetime.combine(policy.as_of, time(12), zone)
    house = House(policy=policy, people=people, now=(now or datetime.now(zone)).astimezone(zone))
    return msgspec.structs.replace(house, addresses=policy.addresses) if policy.addresses else house


def load_site(
    root: Path,
    places: Places = USUAL_PLACES,
    *,
    house: House | None = None,
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> Site:
    """Read everything. Raises SetupError; what is wrong with posts is in the site's `problems`."""
    root = root.resolve()
    cache = cache or open_cache(root, places)
    house = house or load_house(root, places, cache=cache)
    files, problems = load_post_files(root, places.content, house.policy.company.languages, places.pages)
    loaded = load_posts(root, files, house.policy, places.content, cache, progress=progress)
    ids = _ids_by_name(house.people)
    posts = tuple(_with_ids(one.post, house.people, ids) for one in loaded if one.post)
    digests = FileDigests(root, places.content)
    used = {one.post.path: tuple(map(digests.look, one.uses)) for one in loaded if one.post}
    problems += [problem for one in loaded for problem in one.problems]
    problems += portrait_problems(root, places.authors, house.people.values())
    return Site(house=house, posts=posts, problems=tuple(problems), files=used)


def _ids_by_name(people: Mapping[str, Person]) -> dict[str, str]:
    """Map the names that only one person has: old sites sign posts with names."""
    found: dict[str, list[str]] = {}
    for person in people.values():
        found.setdefault(person.name, []).append(person.id)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


def _with_ids(post: Post, people: Mapping[str, Person], ids: Mapping[str, str]) -> Post:
    if all(author in people for author in post.authors):
        return post
    authors = tuple(author if author in people else ids.get(author, author) for author in post.authors)
    return msgspec.structs.replace(post, authors=authors)
