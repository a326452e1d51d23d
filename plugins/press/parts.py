"""Files that are made together, such as a post's folder in the kit: made again when something they follow from did."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec

from ..policy.checker import house_digest
from ..site_model import OutputFile, Published
from ..site_model.parallel import spread
from .aside import Aside
from .judge import Judgement
from .ledger import Written
from .press_digest import press_digest


class Part(NamedTuple):
    """Some files: their name among the parts, the digest of all they follow from, if it is known, and their maker."""

    key: str
    inputs: bytes | None
    make: Callable[[], Iterable[OutputFile]]
    folder: str = ""

    def below(self, folder: str) -> Part:
        """Return the part with its files in a folder."""
        return self._replace(folder=folder)


class _Made(NamedTuple):
    process: int
    names: tuple[str, ...]
    written: dict[str, Written]


class PartInputs:
    """Digests what is made of one post alone: the post, its texts, its address, the house and the code."""

    def __init__(self, judgement: Judgement) -> None:
        self.texts = judgement.snippets
        self.frame = press_digest() + house_digest(judgement.site.house)

    def of(self, page: Published, *more: Any) -> bytes:
        """Return the digest for the page's post, and for what else its files follow from."""
        post = page.post
        follows = [self.frame, post.key, post.path, post.authors, page.url, self.texts.digest(post), more]
        return sha256(msgspec.json.encode(follows)).digest()


def write_parts(aside: Aside, parts: Sequence[Part]) -> None:
    """Write the parts, over all cores, but for those that are there as they would be."""
    stale = [part for part in parts if part.inputs is None or not aside.claim_part(part.key, part.inputs)]

    def write(part: Part) -> _Made:
        aside.fresh, names = {}, []
        for file in part.make():
            aside.write(part.folder + file.path, file.body)
            names.append(part.folder + file.path)
        return _Made(os.getpid(), tuple(names), aside.fresh)

    for part, made in zip(stale, spread(write, stale), strict=True):
        if made.process != os.getpid():
            aside.take_over(made.written)
        if part.inputs is not None:
            aside.keep_part(part.key, part.inputs, made.names)
