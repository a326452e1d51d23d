"""What a page looks at while it is rendered: names of its context, values of articles, and what is looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from jinja2.runtime import Context
from msgspec import Struct

Value = TypeVar("Value")


class Watch:
    """Notes what one page looks at; `lost` says that it went where nobody can follow, so that it is rendered always.

    `reads` maps the identity of an article to the article and the names of its values. `depth` is above zero while
    our own code answers for an article: what that reads of the site is known.
    """

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.reads: dict[int, tuple[Any, set[str]]] = {}
        self.lookups: set[tuple[str, str]] = set()
        self.depth = 0
        self.lost = False

    def read(self, article: Any, name: str) -> None:
        """Note that a value of an article was read."""
        known = self.reads.get(id(article))
        if known is None:
            known = self.reads[id(article)] = (article, set())
        known[1].add(name)

    def add(self, inner: Watch) -> None:
        """Take over what was noted of a page within this one, but for its names."""
        for article, names in inner.reads.values():
            for name in names:
                self.read(article, name)
        self.lookups |= inner.lookups
        self.lost = self.lost or inner.lost


NOW: list[Watch] = []
"""The watch of the page that is being rendered, if there is one: a list, as pages can be rendered within pages."""


WATCHED: dict[type[Any], Callable[[Any, str], Any]] = {}
"""Classes whose values are noted, each with what gets and notes a value: a way that takes long, and is in place only
while somebody watches."""


@contextmanager
def watching() -> Iterator[Watch]:
    """Watch what is looked at while the block runs."""
    watch = Watch()
    if not NOW:
        for kind, get in WATCHED.items():
            type.__setattr__(kind, "__getattribute__", get)
    NOW.append(watch)
    try:
        yield watch
    finally:
        NOW.pop()
        if not NOW:
            for kind in WATCHED:
                type.__delattr__(kind, "__getattribute__")


@contextmanager
def answering() -> Iterator[None]:
    """Let our own code look at more of an article than templates may without being lost."""
    if not NOW:
        yield
        return
    watch = NOW[-1]
    watch.depth += 1
    try:
        yield
    finally:
        watch.depth -= 1


class WatchedContext(Context):
    """Jinja's context, which notes each name that a template or one of its functions asks for."""

    def resolve_or_missing(self, key: str) -> Any:
        """Return the value, or Jinja's mark that there is none."""
        if NOW:
            NOW[-1].names.add(key)
        return super().resolve_or_missing(key)

    def __contains__(self, name: object) -> bool:
        if NOW:
            NOW[-1].names.add(str(name))
        return super().__contains__(str(name))


class Watched(dict[str, Value]):
    """A dictionary that notes which keys are asked for, also those that it does not have."""

    def __init__(self, kind: str, values: dict[str, Value] | None = None) -> None:
        super().__init__(values or {})
        self.kind = kind

    def _note(self, key: object) -> None:
        if NOW:
            NOW[-1].lookups.add((self.kind, str(key)))

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return super().__contains__(key)

    def __getitem__(self, key: str) -> Value:
        self._note(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value or the default."""
        self._note(key)
        return super().get(key, default)


class Seen(Struct, frozen=True, array_like=True):
    """What a page looked at: names, values of articles by path, and keys of what is looked up."""

    names: tuple[str, ...]
    reads: tuple[tuple[str, tuple[str, ...]], ...]
    lookups: tuple[tuple[str, str], ...]


def seen_by(watch: Watch) -> Seen | None:
    """Return what was looked at, in order; None where nobody can tell."""
    if watch.lost:
        return None
    reads = sorted((article.post.path, tuple(sorted(names))) for article, names in watch.reads.values())
    return Seen(tuple(sorted(watch.names)), tuple(reads), tuple(sorted(watch.lookups)))
