"""Every post from its bytes: read once per change, over all cores, and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct, structs

from .cache import Cache
from .held import MEBIBYTE, Held, Portions
from .load_post import PostFile
from .load_post_text import Frame, KeptText, Origin, read, text_key
from .parallel import each
from .policy import Policy
from .problem import Problem
from .stored_post import StoredPost

_MOST_HELD_BYTES = 24 * MEBIBYTE
_OFTEN_ALIKE = ("authors", "topic", "audience", "goal", "lang", "given")

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done and how many there are."""


class ReadPost(Struct, frozen=True):
    """The post, unless too little of it could be read, what was wrong, and the paths of the files it uses."""

    post: StoredPost | None
    problems: tuple[Problem, ...] = ()
    uses: tuple[str, ...] = ()


class _Same:
    """Gives one object for all values that are equal: thousands of posts have the same topic."""

    def __init__(self) -> None:
        self.known: dict[Any, Any] = {}

    def __call__(self, value: Any) -> Any:
        return self.known.setdefault(value, value)


_FRONT = msgspec.json.Decoder(ReadPost)


def load_posts(
    root: Path,
    files: Sequence[PostFile],
    policy: Policy,
    content: str,
    cache: Cache,
    *,
    progress: Progress | None = None,
) -> list[ReadPost]:
    """Return what became of each file below `root`, in their order."""
    frame = Frame(urlsplit(policy.company.url).hostname or "", policy.company.timezone, content)
    keys = [frame.key(file) for file in files]
    fronts = {key: _FRONT.decode(front) for key, front in cache.get_many(keys).items()}
    cache.name(map(text_key, keys))
    missing = {key: file for key, file in zip(keys, files, strict=True) if key not in fronts}
    numbered = [*missing]
    # What was just read is soon asked for; the others are fetched from the cache when somebody does.
    held = Held(cache, _MOST_HELD_BYTES)
    # Each start asks for all of the first: they shall lie side by side in the file.
    first, texts = Portions(cache), Portions(cache)
    steps = partial(progress, "reading posts") if progress else None
    # Markdown leaves much behind, and every process that is forked later would carry it on.
    for number, made in each(partial(read, frame=frame), [*missing.values()], steps, elsewhere=True):
        key = numbered[number]
        fronts[key] = _FRONT.decode(made.front)
        first.put(key, made.front)
        texts.put(text_key(key), made.text)
        held.offer(key, made.text)
    first.finish()
    texts.finish()
    origin, same = Origin(root, frame, cache), _Same()
    return [
        _stored(fronts[key], KeptText(key, file, origin, held.get(key)), same)
        for key, file in zip(keys, files, strict=True)
    ]


def _stored(loaded: ReadPost, text: KeptText, same: _Same) -> ReadPost:
    if loaded.post is None:
        return loaded
    alike = {name: same(getattr(loaded.post, name)) for name in _OFTEN_ALIKE}
    tags = tuple(map(same, loaded.post.tags))
    post = structs.replace(loaded.post, **alike, tags=tags, path=text.file.path, key=text.key, source=text)
    return structs.replace(loaded, post=post)
