"""Policy and people as the trusted base has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from ..site_model import Person, Policy, Problem, SetupError, Site, Spot
from ..site_model.cache import Cache
from ..site_model.load_people import read_person
from ..site_model.load_policy import read_policy
from ..site_model.load_site import USUAL_PLACES, Places
from ..site_model.load_text import UnreadableError
from ..site_model.yaml_tree import YamlError
from .filed import is_statement
from .load_base import Base
from .load_code_digest import code_digest
from .load_git import Git, GitError, blob_name

BASELINE_FILE = "baseline.json"
# What is read of them is Python, so they are no data to believe; but they say where the policy is.
SETTINGS_FILES = ("pelicanconf.py", "publishconf.py")


class Side(Struct, frozen=True, kw_only=True):
    """What the base says, which of its files the tree has otherwise, and the statements it holds."""

    policy: Policy
    people: Mapping[str, Person]
    changed: tuple[str, ...]
    statements: Mapping[str, str]


def load_side(git: Git, base: Base, root: Path, places: Places, site: Site, *, cache: Cache) -> Side:
    """Read the trusted side in two calls of git. Raises GitError where it cannot be read, and SetupError where the
    tree wants to be judged by another policy than the base has.
    """
    listed = _listed(git, base.commit, places, cache)
    ours = {path: blob for path, blob in listed.items() if is_ours(path, places)}
    if places.policy not in ours:
        if USUAL_PLACES.policy in listed or any(map(is_statement, listed)):
            raise _another_policy(places.policy, base)
        raise GitError(f"{base.label} has no {places.policy}")
    changed = {path for path, blob in ours.items() if not _is_same(root / path, blob)}
    read = sorted(path for path in changed if path == places.policy or _is_person(path, places))
    contents = dict(zip(read, git.blobs([ours[path] for path in read]), strict=True))
    people = {
        person.id: person for path in ours if _is_person(path, places) for person in _person(path, contents, site, base)
    }
    there = {file.relative_to(root).as_posix() for file in (root / places.authors).glob("*.yaml")}
    added = {path for path in (*there, *trusted_paths(places)) if path not in ours and (root / path).is_file()}
    return Side(
        policy=_policy(places.policy, contents, site, base),
        people=people,
        changed=tuple(sorted(changed | added)),
        statements={path: blob for path, blob in listed.items() if is_statement(path)},
    )


def _listed(git: Git, commit: str, places: Places, cache: Cache) -> dict[str, str]:
    """Return the files of the trusted side and the statements, each with its blob. A commit stays what it is."""
    paths = (places.content, *trusted_paths(places), USUAL_PLACES.policy)
    key = f"listed {commit} {paths} {code_digest()}"
    if kept := cache.get_many([key]):
        lines = kept[key].decode(errors="surrogateescape").split("\0")
        return {path: blob for blob, _, path in (line.partition(" ") for line in lines) if path}
    listed = git.entries(
        commit, paths, lambda path: is_statement(path) or is_ours(path, places) or path == USUAL_PLACES.policy
    )
    told = "\0".join(f"{blob} {path}" for path, blob in listed.items())
    cache.put_many({key: told.encode(errors="surrogateescape")})
    return listed


def is_ours(path: str, places: Places) -> bool:
    """Say whether the file belongs to the trusted side."""
    return _is_person(path, places) or path in (places.policy, BASELINE_FILE, *SETTINGS_FILES)


def trusted_paths(places: Places) -> tuple[str, ...]:
    """Return the files and the folder of the trusted side."""
    return places.authors, places.policy, BASELINE_FILE, *SETTINGS_FILES


def _is_person(path: str, places: Places) -> bool:
    folder, _, name = path.rpartition("/")
    return folder == places.authors and name.endswith(".yaml")


def _another_policy(policy: str, base: Base) -> SetupError:
    """A tree that names a policy of its own would judge itself."""
    message = f"the settings name {policy} as the policy, and {base.label} has another"
    fix = (
        "Name the same policy in pelicanconf.py; to move it, merge the move by itself, looked at by the owners of the "
        "settings, and check it with MASTHEAD_BASE=HEAD."
    )
    return SetupError((Problem(Spot(policy), "bad-value", message, fix),))


def _is_same(place: Path, blob: str) -> bool:
    try:
        return not place.is_symlink() and blob_name(place.read_bytes(), blob) == blob
    except OSError:
        return False


def _policy(path: str, contents: Mapping[str, bytes], site: Site, base: Base) -> Policy:
    if path not in contents:
        return site.house.policy
    try:
        return read_policy(contents[path], path)
    except (SetupError, YamlError, UnreadableError) as error:
        raise GitError(f"{path} of {base.label} cannot be read: {error}") from error


def _person(path: str, contents: Mapping[str, bytes], site: Site, base: Base) -> Iterator[Person]:
    name = PurePosixPath(path).stem
    if path not in contents and name in site.house.people:
        yield site.house.people[name]
        return
    try:
        person, problems = read_person(contents[path], path)
    except (YamlError, UnreadableError) as error:
        raise GitError(f"{path} of {base.label} cannot be read: {error}") from error
    if person is None:
        raise GitError(f"{path} of {base.label} cannot be read: {problems[0].message}")
    yield person
