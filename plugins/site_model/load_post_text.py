"""A post's text: put away in the cache once it was read, and read anew where the cache has lost it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec
from msgspec import structs

from .cache import Cache
from .load_post import PostFile, load_post
from .load_reading_digest import reading_digest
from .load_text import UnreadableError, read_bytes
from .problem import Problem
from .spot import Spot
from .stored_post import split
from .used_paths import used_paths


class Read(NamedTuple):
    """A post as it is kept: what every list needs, and its text."""

    # JSON, as MessagePack would keep the moment of a post and lose the offset, and with it the day.
    front: bytes
    text: bytes


class Frame(NamedTuple):
    """What shapes a post beside its bytes."""

    host: str
    zone: str
    content: str

    def key(self, file: PostFile) -> str:
        """Return what stands for the post that this file becomes."""
        start = msgspec.json.encode([*self, reading_digest()])
        return hashlib.sha256(start + msgspec.msgpack.encode(file)).hexdigest()


class Origin(NamedTuple):
    """Where the texts of a site come from."""

    root: Path
    frame: Frame
    cache: Cache


class KeptText:
    """A post's text: as it was just read, or in the cache, or read anew where the cache has lost it."""

    __slots__ = ("file", "key", "origin", "text")

    def __init__(self, key: str, file: PostFile, origin: Origin, text: bytes | None) -> None:
        self.key = key
        self.file = structs.replace(file, content=b"", base=None)
        self.origin = origin
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KeptText) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def packed(self) -> bytes:
        """Return the text as it was packed. Raises UnreadableError."""
        if self.text is not None:
            return self.text
        name = text_key(self.key)
        return self.origin.cache.get_many([name]).get(name) or self._anew()

    def _anew(self) -> bytes:
        root, frame, _ = self.origin
        base = read_bytes(root, self.file.base_path) if self.file.base_path else None
        file = structs.replace(self.file, content=read_bytes(root, self.file.path), base=base)
        if frame.key(file) != self.key:
            problem = Problem(Spot(file.path), "unreadable", "the file was changed while it was in use", "Begin anew.")
            raise UnreadableError(problem)
        return read(file, frame).text


def read(file: PostFile, frame: Frame) -> Read:
    """Read a post from its bytes."""
    loaded = load_post(file, frame.host, ZoneInfo(frame.zone))
    if loaded.post is None:
        return Read(msgspec.json.encode(loaded), b"")
    bare, text = split(loaded.post)
    front = {"post": bare, "problems": loaded.problems, "uses": used_paths(loaded.post, frame.content)}
    return Read(msgspec.json.encode(front), text)


def text_key(key: str) -> str:
    """Return where the cache keeps the text of the post with this key."""
    return f"text-{key}"
