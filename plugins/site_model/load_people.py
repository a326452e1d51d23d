"""The people of `authors/`, one YAML file each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec

from .cache import Cache
from .load_reading_digest import reading_digest
from .load_text import UnreadableError, decode, read_bytes, unseen_name
from .person import Person, Profile
from .problem import Problem
from .spot import Spot
from .typed import TypedReader
from .yaml_tree import YamlError, read_yaml

_PERSON = msgspec.json.Decoder(Person)


def load_people(
    root: Path, folder: str = "authors", cache: Cache | None = None
) -> tuple[dict[str, Person], tuple[Problem, ...]]:
    """Return the people by id, in order of id, and what was wrong with their files; the cache spares reading YAML."""
    cache = cache or Cache(None)
    people: dict[str, Person] = {}
    problems: list[Problem] = []
    contents = {file: _content(root, file) for file in _files(root, folder)}
    keys = {file: _key(file, content) for file, content in contents.items() if isinstance(content, bytes)}
    kept = cache.get_many(keys.values())
    fresh: dict[str, bytes] = {}
    for file, content in contents.items():
        key = keys.get(file, "")
        if isinstance(content, Problem):
            problems.append(content)
            continue
        try:
            person, mistakes = (_PERSON.decode(kept[key]), ()) if key in kept else read_person(content, file)
        except (YamlError, UnreadableError) as error:
            problems.append(error.problem)
            continue
        problems += mistakes
        if person:
            people[person.id] = person
            if key not in kept:
                fresh[key] = msgspec.json.encode(person)
    cache.put_many(fresh)
    return people, tuple(problems)


def _files(root: Path, folder: str) -> Iterator[str]:
    for place in sorted((root / folder).glob("*.*")):
        if place.suffix.lower() in (".yaml", ".yml"):
            yield f"{folder}/{place.name}"


def _content(root: Path, file: str) -> bytes | Problem:
    if not file.isprintable():
        fix = "Give the file a name of letters, digits and hyphens."
        return unseen_name(file, fix)
    stem, dot, suffix = file.rpartition(".")
    if suffix != "yaml":
        fix = f"Call it {PurePosixPath(stem).name}.yaml."
        return Problem(Spot(file), "unreadable", f"a '{dot}{suffix}' file is not read as a person", fix)
    try:
        return read_bytes(root, file)
    except UnreadableError as error:
        return error.problem


def _key(file: str, content: bytes) -> str:
    return hashlib.sha256(msgspec.msgpack.encode(("person", reading_digest(), file, content))).hexdigest()


def read_person(content: bytes, file: str) -> tuple[Person | None, tuple[Problem, ...]]:
    """Read one person's file. Raises YamlError or UnreadableError."""
    reader = TypedReader(file)
    values = reader.read(read_yaml(decode(content, file), file), Profile)
    if reader.problems:
        return None, tuple(reader.problems)
    return Person(id=Path(file).stem, path=file, marks=reader.marks, **values), ()
