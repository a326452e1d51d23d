"""Files that are made together, such as a post's folder in the kit: made again when something they follow from did."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec

from ..policy.check_posts import house_digest
from ..site_model import OutputFile, Published
from ..site_model.asked_people import PeopleDigests
from ..site_model.parallel import each
from .aside import Aside
from .fresh import Fresh
from .judge import Judgement
from .press_digest import press_digest


class Part(NamedTuple):
    """Some files: their name among the parts, the digest of all they follow from, and their maker."""

    key: str
    inputs: bytes
    make: Callable[[], Iterable[OutputFile]]
    folder: str = ""

    def below(self, folder: str) -> Part:
        """Return the part with its files in a folder."""
        return self._replace(folder=folder)


class PartInputs:
    """Digests what files are made of: posts, their texts and addresses, the house and the code.

    Of the people only those count whom a part can show: who answers for the accounts, who wrote the post, and who is
    named by the caller.
    """

    def __init__(self, judgement: Judgement) -> None:
        house = judgement.site.house
        self.texts = judgement.snippets
        self._people = PeopleDigests(house.people)
        owners = [owner for account in house.policy.networks.values() for owner in account.owners]
        self.frame = press_digest() + house_digest(house) + self._people.of(owners).hex()

    def of(self, page: Published, *more: Any, people: Iterable[str] = ()) -> bytes:
        """Return the digest for the page's post, and for what else its files follow from."""
        shown = self.people((*page.post.authors, *people))
        follows = [self.frame, *known_of(page), self.texts.digest(page.post), shown, *more]
        return sha256(msgspec.json.encode(follows)).digest()

    def people(self, ids: Iterable[str]) -> bytes:
        """Return what stands for these people."""
        return self._people.of(ids)


def known_of(page: Published) -> tuple[Any, ...]:
    """Return what stands for all of a post but what its text leads to."""
    return page.post.key, page.post.path, page.post.authors, page.url


def stale(aside: Aside, parts: Iterable[Part]) -> list[Part]:
    """Take the parts over that are there as they would be, and return the others."""
    return [part for part in parts if not aside.claim_part(part.key, part.inputs)]


def write_here(aside: Aside, parts: Iterable[Part]) -> None:
    """Write the parts one after the other, in this process."""
    for part in parts:
        names = []
        for file in part.make():
            aside.write(part.folder + file.path, file.body)
            names.append(part.folder + file.path)
        aside.keep_part(part.key, part.inputs, names)


def write_parts(aside: Aside, parts: Iterable[Part]) -> None:
    """Write the parts, beside whoever writes pages, but for those that are there as they would be."""

    here = os.getpid()

    def write(part: Part) -> Fresh | None:
        aside.fresh = Fresh()
        write_here(aside, [part])
        return None if os.getpid() == here else aside.hand_over()

    for _, fresh in each(write, stale(aside, parts), beside=True):
        if fresh:
            aside.take_over(fresh)
