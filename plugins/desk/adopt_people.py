"""People of an existing site, as files for `authors/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import yaml
from msgspec import Struct

from ..site_model import Post, Problem, SetupError, Spot
from ..site_model.slug import slugify

_ASKED = ("role", "photo", "photo_alt", "bio", "employed", "trained", "topics")


class KnownPerson(Struct, frozen=True, kw_only=True):
    """What an old site knows of one person; further keys of its list are passed over."""

    id: str
    name: str
    bio: str | None = None
    photo: str | None = None
    active: bool = True
    links: dict[str, str] = {}


def listed_people(file: Path) -> list[KnownPerson]:
    """Read a JSON list of people. Raises SetupError where it is none."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=list[KnownPerson])
    except (OSError, msgspec.DecodeError) as error:
        fix = 'Give a JSON list of people: [{"id": "kari", "name": "Kari Lund"}, ...].'
        problem = Problem(Spot(str(file)), "unreadable", f"the list cannot be read ({error})", fix)
        raise SetupError((problem,)) from error


def people_in_bylines(posts: Iterable[Post]) -> list[KnownPerson]:
    """Return a person for each byline, for sites that have no list of their people."""
    names = sorted({name for post in posts for name in post.authors})
    return [KnownPerson(id=slugify(name) or "author", name=name) for name in names]


def person_files(people: Iterable[KnownPerson], folder: str) -> dict[str, str]:
    """Return path to text. What the old site did not know is named in a comment, and left for its people to add."""
    files = {}
    for person in people:
        known: dict[str, Any] = {"name": person.name}
        if person.bio:
            known["bio"] = person.bio
        if links := _https(person.links):
            known["networks"] = links
        missing = [key for key in _ASKED if key not in known]
        head = f"# Taken over from the old site. It did not say: {', '.join(missing)}.\n"
        files[f"{folder}/{_safe(person.id)}.yaml"] = head + yaml.safe_dump(known, allow_unicode=True, sort_keys=False)
    return files


def _https(links: Mapping[str, str]) -> dict[str, str]:
    return {name: address for name, address in links.items() if address.startswith(("https://", "http://"))}


def _safe(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() and name.isascii() else slugify(name)
