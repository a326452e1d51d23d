"""Every picture of the site, made ready once per change of its bytes and written where its page looks for it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath
from urllib.parse import quote

import msgspec
from msgspec import Struct

from ..site_model.cache import Cache
from .aside import Aside
from .drawing_size import drawing_size
from .failure import StoppedError
from .picture_metadata import BrokenPictureError
from .watch import Watched

_MEDIA_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
PIXELS = _MEDIA_TYPES.keys() - {".svg"}
"""Endings of pictures made of pixels."""

WIDTHS = (480, 960, 1440)
"""Twice what the column of text has on a telephone, on a screen, and on a sharp screen."""

_MOST_BYTES = 8 * 1024**3
_AT_ONCE = 8


class Wanted(Struct, frozen=True):
    """A picture to publish: its file below the root, its address and path in the output, and widths of variants."""

    path: str
    url: str
    save_as: str
    widths: tuple[int, ...] = WIDTHS


class Source(Struct, frozen=True):
    """One further format of a picture: its media type, and the address of each width, relative to the site."""

    type: str
    candidates: tuple[tuple[str, int], ...]


class PagePicture(Struct, frozen=True):
    """Where a picture is, relative to the site, its size in pixels and in bytes, and the other formats it has."""

    url: str
    width: int
    height: int
    length: int
    sources: tuple[Source, ...] = ()

    @property
    def media_type(self) -> str:
        """Return the media type by the ending."""
        return _MEDIA_TYPES.get(_suffix(self.url), "application/octet-stream")


@dataclass
class Album:
    """Makes pictures and writes them into the output folder; `by_url` and `written` tell which."""

    root: Path
    aside: Aside
    by_url: dict[str, PagePicture] = field(default_factory=partial(Watched, "picture"))
    written: set[str] = field(default_factory=set)

    def add(self, pictures: Sequence[Wanted]) -> None:
        """Make and write the pictures, some at a time. Raises StoppedError for one that is broken."""
        pixels = [one for one in pictures if _suffix(one.path) in PIXELS]
        for one in pictures:
            if one not in pixels:
                content = (self.root / one.path).read_bytes()
                self._write(one.save_as, content)
                self.by_url[one.url] = PagePicture(one.url, *drawing_size(content), len(content))
        for one, encoded in self._made(pixels) if pixels else ():
            self._keep(one, encoded)

    def _keep(self, one: Wanted, encoded: bytes) -> None:
        from .picture_variants import MadePicture

        made = msgspec.msgpack.decode(encoded, type=MadePicture)
        digest = hashlib.sha256(encoded).hexdigest()[:8]
        self._write(one.save_as, made.content)
        sources: dict[str, list[tuple[str, int]]] = {}
        for variant in made.variants:
            # The digest in the name lets servers keep such a file for ever.
            name = f"{PurePosixPath(one.save_as).stem}.{digest}-{variant.width}.{variant.format}"
            self._write(PurePosixPath(one.save_as).with_name(name).as_posix(), variant.content)
            address = quote(PurePosixPath(one.url).with_name(name).as_posix())
            sources.setdefault(f"image/{variant.format}", []).append((address, variant.width))
        formats = tuple(Source(kind, tuple(candidates)) for kind, candidates in sources.items())
        self.by_url[one.url] = PagePicture(one.url, made.width, made.height, len(made.content), formats)

    def _made(self, pictures: Sequence[Wanted]) -> Iterator[tuple[Wanted, bytes]]:
        """Yield each picture as it was kept or is made now, in the order given, few at a time in memory."""
        from .picture_variants import picture_digest

        cache = Cache(self.root / ".masthead" / "pictures.sqlite", _MOST_BYTES)
        waiting = iter(pictures)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            while some := list(islice(waiting, _AT_ONCE)):
                contents = [(self.root / one.path).read_bytes() for one in some]
                keys = [_key(picture_digest(), one, content) for one, content in zip(some, contents, strict=True)]
                kept = cache.get_many(keys)
                missing = [at for at, key in enumerate(keys) if key not in kept]
                made = pool.map(_make, [some[at] for at in missing], [contents[at] for at in missing])
                fresh = {keys[at]: encoded for at, encoded in zip(missing, made, strict=True)}
                cache.put_many(fresh)
                yield from ((one, kept.get(key) or fresh[key]) for one, key in zip(some, keys, strict=True))

    def _write(self, save_as: str, content: bytes) -> None:
        self.aside.write(save_as, content)
        self.written.add(save_as)


def is_picture(path: str) -> bool:
    """Say whether a file is a picture that browsers show."""
    return _suffix(path) in _MEDIA_TYPES


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _key(code: str, one: Wanted, content: bytes) -> str:
    return hashlib.sha256(f"{code} {one.widths} ".encode() + content).hexdigest()


def _make(one: Wanted, content: bytes) -> bytes:
    from .picture_variants import make_picture

    try:
        return msgspec.msgpack.encode(make_picture(content, one.widths))
    except BrokenPictureError as error:
        raise StoppedError([f"{one.path}: cannot be read as a picture ({error})"]) from error
