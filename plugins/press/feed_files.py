"""The feeds, each made again only where a post in it has changed, or what the links of its text lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Any

import msgspec

from ..feeds import MainPicture, Scope, Tombstone
from ..site_model import OutputFile, Published
from .aside import Aside
from .page_inputs import PageInputs
from .parts import PartInputs, known_of

Made = tuple[Scope, Callable[[], Iterable[OutputFile]]]
"""A feed, and what makes its files."""


class FeedFiles:
    """Writes feeds. What a text looks at is noted while a feed takes it, as it is for pages; see `watch.py`."""

    def __init__(self, aside: Aside, pages: PageInputs, own: PartInputs, pictures: Mapping[str, MainPicture]) -> None:
        self.aside = aside
        self.pages = pages
        self.own = own
        self.pictures = pictures
        self._told: dict[str, msgspec.Raw | None] = {}
        # A text that nobody has looked at yet is in no feed that was made.
        self._unseen: bytes | None = b""

    def stale(self, feeds: Iterable[Made]) -> list[Made]:
        """Take the feeds over that are there as they would be, and return the others."""
        return [(scope, make) for scope, make in feeds if not self._claim(scope)]

    def write(self, feeds: Iterable[Made]) -> None:
        """Make and write the feeds."""
        self._told.clear()
        # In one that is made now, all texts were looked at, or nobody can tell what they follow from.
        self._unseen = None
        for scope, make in feeds:
            files = [*make()]
            self.aside.write_all(files)
            inputs = self._inputs(scope)
            if inputs is not None:
                self.aside.keep_part(_key(scope), inputs, [file.path for file in files])

    def _claim(self, scope: Scope) -> bool:
        inputs = self._inputs(scope)
        return inputs is not None and self.aside.claim_part(_key(scope), inputs)

    def _inputs(self, scope: Scope) -> bytes | None:
        """Return the digest for what the feed says of itself, and of each post; None where it cannot be told."""
        own = [getattr(scope, name) for name in scope.__struct_fields__ if name != "members"]
        told: list[Any] = []
        for member in scope.members:
            if isinstance(member, Tombstone):
                told.append((member, self.own.people(member.authors)))
                continue
            path = member.post.path
            if path not in self._told:
                self._told[path] = self._entry(member)
            told.append(self._told[path])
        return None if None in told else sha256(msgspec.json.encode([self.own.frame, own, told])).digest()

    def _entry(self, member: Published) -> msgspec.Raw | None:
        """Return what stands for a post in each feed that has it; None where that cannot be told."""
        path = member.post.path
        seen = self.aside.ledger.text(path)
        text = self.pages.of_text(seen) if seen else self._unseen
        if text is None:
            return None
        told = (known_of(member), self.own.people(member.post.authors), text, self.pictures.get(path))
        return msgspec.Raw(msgspec.json.encode(told))


def _key(scope: Scope) -> str:
    return f"feed {scope.stem}"
