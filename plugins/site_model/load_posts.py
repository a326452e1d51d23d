"""Every post from its bytes: read once per change, over all cores, and kept."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

from .cache import Cache
from .held import MEBIBYTE, Held, Portions
from .load_post import PostFile, load_post
from .parallel import each
from .policy import Policy
from .problem import Problem
from .stored_post import StoredPost, split
from .used_paths import used_paths

_MOST_HELD_BYTES = 24 * MEBIBYTE

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done and how many there are."""


class ReadPost(Struct, frozen=True):
    """The post, unless too little of it could be read, what was wrong, and the paths of the files it uses."""

    post: StoredPost | None
    problems: tuple[Problem, ...] = ()
    uses: tuple[str, ...] = ()


class _Read(NamedTuple):
    # JSON, as MessagePack would keep the moment of a post and lose the offset, and with it the day.
    front: bytes
    text: bytes


class _Frame(NamedTuple):
    """What shapes a post beside its bytes."""

    host: str
    zone: str
    content: str


class _Text:
    """A post's text: as it was just read, or in the cache, or read anew where the cache has lost it."""

    def __init__(self, key: str, cache: Cache, anew: Callable[[], _Read], text: bytes | None) -> None:
        self.key = key
        self.cache = cache
        self.anew = anew
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Text) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def packed(self) -> bytes:
        """Return the text as it was packed."""
        if self.text is not None:
            return self.text
        return self.cache.get_many([_text_key(self.key)]).get(_text_key(self.key)) or self.anew().text


_FRONT = msgspec.json.Decoder(ReadPost)


def load_posts(
    files: Sequence[PostFile], policy: Policy, content: str, cache: Cache, progress: Progress | None
) -> list[ReadPost]:
    """Return what became of each file, in their order."""
    frame = _Frame(urlsplit(policy.company.url).hostname or "", policy.company.timezone, content)
    start = msgspec.json.encode([*frame, reading_digest()])
    keys = [hashlib.sha256(start + msgspec.msgpack.encode(file)).hexdigest() for file in files]
    fronts = {key: _FRONT.decode(front) for key, front in cache.get_many(keys).items()}
    missing = {key: file for key, file in zip(keys, files, strict=True) if key not in fronts}
    numbered = [*missing]
    # What was just read is soon asked for; the others are fetched from the cache when somebody does.
    held, portions = Held(cache, _MOST_HELD_BYTES), Portions(cache)
    steps = partial(progress, "reading posts") if progress else None
    # Markdown leaves much behind, and every process that is forked later would carry it on.
    for number, read in each(partial(_read, frame=frame), [*missing.values()], steps, elsewhere=True):
        key = numbered[number]
        fronts[key] = _FRONT.decode(read.front)
        portions.put(key, read.front)
        portions.put(_text_key(key), read.text)
        held.offer(key, read.text)
    portions.finish()
    return [
        _stored(fronts[key], _Text(key, cache, partial(_read, file, frame), held.get(key)))
        for key, file in zip(keys, files, strict=True)
    ]


def _read(file: PostFile, frame: _Frame) -> _Read:
    loaded = load_post(file, frame.host, ZoneInfo(frame.zone))
    if loaded.post is None:
        return _Read(msgspec.json.encode(loaded), b"")
    bare, text = split(loaded.post)
    front = {"post": bare, "problems": loaded.problems, "uses": used_paths(loaded.post, frame.content)}
    return _Read(msgspec.json.encode(front), text)


def _stored(read: ReadPost, text: _Text) -> ReadPost:
    if read.post is None:
        return read
    return msgspec.structs.replace(read, post=msgspec.structs.replace(read.post, key=text.key, source=text))


def _text_key(key: str) -> str:
    return f"text-{key}"


@cache
def reading_digest() -> str:
    """Return a digest of this package's own code, and of the Python and the libraries that shape a post."""
    from importlib.metadata import version

    digest = hashlib.sha256(sys.version.encode())
    for place in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(place.read_bytes())
    for library in ("markdown", "pygments", "lxml", "nh3", "pyyaml", "msgspec"):
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()
