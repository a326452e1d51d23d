"""The whole site from its folder: the house, and every post or the reason why there is none."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time
from functools import cache, partial
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec

from .cache import Cache
from .load_files import FileDigests, portrait_problems
from .load_people import load_people
from .load_policy import load_policy
from .load_post import LoadedPost, PostFile, load_post
from .load_text import UnreadableError, read_bytes
from .parallel import spread
from .person import Person
from .policy import Policy
from .post import Post
from .problem import Problem, SetupError
from .site import House, Site
from .spot import Spot

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done and how many there are."""

# ".md" too, for names like "POST.MD": nobody would read them, nor miss them.
_REFUSED = {".md", ".rst", ".html", ".htm", ".xhtml", ".mkd", ".mdown", ".markdown"}


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """Where things lie below the root; the defaults are the layout of a Masthead site."""

    content: str = "content"
    authors: str = "authors"
    policy: str = "policy.yaml"
    cache: str | None = ".masthead/cache.sqlite"


USUAL_PLACES = Places()


def load_house(root: Path, places: Places = USUAL_PLACES, *, now: datetime | None = None) -> House:
    """Read policy and people. Raises SetupError with every mistake in them."""
    policy = load_policy(root, places.policy)
    people, problems = load_people(root, places.authors)
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
    house = house or load_house(root, places)
    cache = cache or Cache(root / places.cache if places.cache else None)
    files, problems = _find_posts(root, places.content, house.policy)
    loaded = _load_posts(files, house.policy, cache, progress)
    ids = _ids_by_name(house.people)
    posts = tuple(_with_ids(one.post, house.people, ids) for one in loaded if one.post)
    digests = FileDigests(root, places.content)
    used = {post.path: digests.used_by(post) for post in posts}
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


def _find_posts(root: Path, content: str, policy: Policy) -> tuple[list[PostFile], list[Problem]]:
    problems: list[Problem] = []

    def closed(error: OSError) -> None:
        path = Path(error.filename).relative_to(root).as_posix()
        message = f"the folder cannot be opened ({error.strerror})"
        problems.append(Problem(Spot(path), "unreadable", message, "Mend the folder's rights."))

    found: dict[str, bytes] = {}
    for place in sorted(_walk(root / content, closed)):
        path = place.relative_to(root).as_posix()
        if place.is_dir():
            message = "the folder is a symbolic link"
            problems.append(Problem(Spot(path), "unreadable", message, "Put the folder itself there."))
        elif place.suffix.lower() in _REFUSED and place.suffix != ".md":
            fix = "Write posts in Markdown, in a file ending in `.md`."
            problems.append(Problem(Spot(path), "unreadable", f"a '{place.suffix}' file is not read as a post", fix))
        elif place.suffix == ".md":
            try:
                found[path] = read_bytes(root, path)
            except UnreadableError as error:
                problems.append(error.problem)
    return [_post_file(path, content, found, policy.company.languages) for path in found], problems


def _walk(folder: Path, closed: Callable[[OSError], None]) -> list[Path]:
    places = []
    for where, folders, names in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # Linked folders are not entered, but reported: Pelican would enter them.
        linked = [name for name in folders if Path(where, name).is_symlink()]
        places += [Path(where, name) for name in [*names, *linked] if not name.startswith(".")]
    return places


def _post_file(path: str, content: str, found: dict[str, bytes], languages: Sequence[str]) -> PostFile:
    name = PurePosixPath(path)
    stem, _, suffix = name.stem.rpartition(".")
    base_path = str(name.with_name(f"{stem}.md")) if stem and suffix in languages else None
    whole = stem if base_path else name.stem
    return PostFile(
        path=path,
        id=str(PurePosixPath(name.relative_to(content)).with_name(whole)),
        lang=suffix if base_path else languages[0],
        content=found[path],
        base_path=base_path if base_path in found else None,
        base=found.get(base_path) if base_path else None,
    )


def _load_posts(files: list[PostFile], policy: Policy, cache: Cache, progress: Progress | None) -> list[LoadedPost]:
    host = urlsplit(policy.company.url).hostname or ""
    frame = msgspec.json.encode([host, policy.company.timezone, reading_digest()])
    keys = [hashlib.sha256(frame + msgspec.msgpack.encode(file)).hexdigest() for file in files]
    kept = cache.get_many(keys)
    missing = [(key, file) for key, file in zip(keys, files, strict=True) if key not in kept]
    read = partial(_read_one, host=host, zone=policy.company.timezone)
    steps = partial(progress, "reading posts") if progress else None
    encoded = spread(read, [file for _, file in missing], steps)
    fresh = {key: one for (key, _), one in zip(missing, encoded, strict=True)}
    cache.put_many(fresh)
    decoder = msgspec.json.Decoder(LoadedPost)
    return [_with_key(decoder.decode(kept.get(key) or fresh[key]), key) for key in keys]


def _with_key(loaded: LoadedPost, key: str) -> LoadedPost:
    return LoadedPost(msgspec.structs.replace(loaded.post, key=key), loaded.problems) if loaded.post else loaded


def _read_one(file: PostFile, host: str, zone: str) -> bytes:
    # JSON, as MessagePack would keep the moment of a post and lose the offset, and with it the day.
    return msgspec.json.encode(load_post(file, host, ZoneInfo(zone)))


@cache
def reading_digest() -> str:
    """Return a digest of this package's own code, and of the Python and the libraries that shape a post."""
    from importlib.metadata import version

    digest = hashlib.sha256(sys.version.encode())
    for place in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(place.read_bytes())
    for library in ("markdown", "pygments", "lxml", "nh3", "pyyaml", "msgspec"):
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()
