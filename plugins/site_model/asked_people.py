"""Notes which people of a house somebody asks for: what was made of a few stays right when others change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import sha256

import msgspec

from .person import Person

EVERYONE = "*"


class AskedPeople(Mapping[str, Person]):
    """People by id; `asked` has the ids that were asked for, known or not, and EVERYONE after a look at all.

    It is no `dict`: whatever looks into one of those without its methods would not be noted.
    """

    def __init__(self, people: Mapping[str, Person]) -> None:
        self.people = people
        self.asked: set[str] = set()

    def __getitem__(self, id: str) -> Person:
        self.asked.add(id)
        return self.people[id]

    def __iter__(self) -> Iterator[str]:
        self.asked.add(EVERYONE)
        return iter(self.people)

    def __len__(self) -> int:
        self.asked.add(EVERYONE)
        return len(self.people)

    def ask_again(self, asked: Iterable[str]) -> None:
        """Note what somebody asked for whose result is taken from where it was kept."""
        self.asked.update(asked)


class PeopleDigests:
    """Digests some of the people of a house, as they are now."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self.people = people
        self._known: dict[str, bytes] = {}
        self._together: dict[tuple[str, ...], bytes] = {}

    def of(self, asked: Iterable[str]) -> bytes:
        """Return what stands for the people that were asked for, also for those who are not there."""
        asked = tuple(asked)
        if asked not in self._together:
            named = sorted(set(asked))
            told = self._everyone if EVERYONE in named else _digest([(id, self._one(id)) for id in named])
            self._together[asked] = told
        return self._together[asked]

    @cached_property
    def _everyone(self) -> bytes:
        return _digest([(id, self._one(id)) for id in self.people])

    def _one(self, id: str) -> bytes:
        if id not in self._known:
            person = self.people.get(id)
            self._known[id] = msgspec.json.encode(person, order="deterministic") if person else b""
        return self._known[id]


def _digest(people: list[tuple[str, bytes]]) -> bytes:
    return sha256(msgspec.msgpack.encode(people)).digest()
