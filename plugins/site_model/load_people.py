"""The people of `authors/`, one YAML file each."""

from __future__ import annotations

from pathlib import Path

from .load_text import UnreadableError, decode, read_bytes
from .person import Person, Profile
from .problem import Problem
from .spot import Spot
from .typed import TypedReader
from .yaml_tree import YamlError, read_yaml


def load_people(root: Path, folder: str = "authors") -> tuple[dict[str, Person], tuple[Problem, ...]]:
    """Return the people by id, in order of id, and what was wrong with their files."""
    people: dict[str, Person] = {}
    problems: list[Problem] = []
    for place in sorted((root / folder).glob("*.*")):
        file = f"{folder}/{place.name}"
        if place.suffix.lower() not in (".yaml", ".yml"):
            continue
        if place.suffix != ".yaml":
            message = f"a '{place.suffix}' file is not read as a person"
            problems.append(Problem(Spot(file), "unreadable", message, f"Call it {place.stem}.yaml."))
            continue
        try:
            person, mistakes = read_person(read_bytes(root, file), file)
        except (YamlError, UnreadableError) as error:
            problems.append(error.problem)
            continue
        problems += mistakes
        if person:
            people[person.id] = person
    return people, tuple(problems)


def read_person(content: bytes, file: str) -> tuple[Person | None, tuple[Problem, ...]]:
    """Read one person's file. Raises YamlError or UnreadableError."""
    reader = TypedReader(file)
    values = reader.read(read_yaml(decode(content, file), file), Profile)
    if reader.problems:
        return None, tuple(reader.problems)
    return Person(id=Path(file).stem, path=file, marks=reader.marks, **values), ()
