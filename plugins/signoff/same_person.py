"""Which entries of the roster are the same human being: four eyes are two people, not two accounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..site_model import Person
from .roster import known_keys


def same_people(rosters: Iterable[Mapping[str, Person]]) -> dict[str, str]:
    """Map every id to one id that stands for the human being.

    Entries are one person where they share a mail (upper case and `+tags` aside) or a signing key, also in a chain;
    an authority's key certifies many people, so it makes nobody the same.
    """
    leader: dict[str, str] = {}
    seen: dict[str | bytes, str] = {}
    for roster in rosters:
        for person in roster.values():
            leader.setdefault(person.id, person.id)
            traits: list[str | bytes] = [*map(_mailbox, person.mails), *_own_keys(person)]
            for trait in traits:
                first = seen.setdefault(trait, person.id)
                leader[_find(leader, person.id)] = _find(leader, first)
    return {entry: _find(leader, entry) for entry in leader}


def _find(leader: Mapping[str, str], entry: str) -> str:
    while leader[entry] != entry:
        entry = leader[entry]
    return entry


def _mailbox(mail: str) -> str:
    local, _, host = mail.strip().casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{host}"


def _own_keys(person: Person) -> list[bytes]:
    return [known.line.key.blob for known in known_keys(person) if not known.line.authority]
