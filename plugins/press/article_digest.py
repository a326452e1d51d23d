"""Digests of what pages read of articles, each value once however many pages read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from inspect import getattr_static
from types import FunctionType
from typing import Any

from .shown_article import DOORS, Article, Page
from .value_digest import Digests, UnknownValueError, framed

Shown = Article | Page
MISSING = b"missing"
"""What stands for a value that is not there."""

_SPECIAL: dict[str, Callable[[Shown], Any]] = {
    "url": lambda article: article.url,
    "save_as": lambda article: article.save_as,
    "summary": lambda article: own_values(article)["metadata"].get("summary"),
    "_content": lambda article: (own_values(article).get("_replaced_content"), own_values(article).get("_content")),
    "card": lambda article: article.judgement.site.house,
    "snippets": lambda article: article.judgement.snippets.digest(article.post),
}
"""What stands for values that are worked out, or that lead further than to the article."""


class ArticleDigests:
    """Holds articles by path, and what is known of them until `forget`."""

    def __init__(self, digests: Digests, articles: Mapping[str, Shown]) -> None:
        self.digests = digests
        self.articles = articles
        self._kinds: dict[tuple[type[Shown], str], Any] = {}
        self._own: dict[tuple[type[Shown], tuple[str, ...]], tuple[str, ...]] = {}
        self._values: dict[str, dict[str, bytes]] = {}
        self._read: dict[tuple[str, tuple[str, ...]], bytes] = {}

    def forget(self, paths: Iterable[str]) -> None:
        """Look at these articles anew."""
        changed = frozenset(paths)
        for path in changed:
            self._values.pop(path, None)
        self._read = {key: digest for key, digest in self._read.items() if key[0] not in changed}

    def of(self, path: str, names: tuple[str, ...]) -> bytes:
        """Return what stands for the values of these names. Raises UnknownValueError."""
        kept = self._read.get((path, names))
        if kept is None:
            article = self.articles.get(path)
            if article is None:
                raise UnknownValueError(path)
            known = self._values.setdefault(path, {})
            own = [
                known.get(name) or self._value(article, name, known) for name in self._own_names(type(article), names)
            ]
            kept = self._read[path, names] = framed([path.encode(), self.digests.of(names), *own])
        return kept

    def _own_names(self, kind: type[Shown], names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names but for those that mean the same for every article.

        Only our own code gets through DOORS, and what it finds behind them is noted, or follows from the settings;
        and what a property reads of the article is noted as well.
        """
        if (kind, names) not in self._own:
            own = (one for one in names if one in _SPECIAL or not isinstance(getattr_static(kind, one, None), property))
            self._own[kind, names] = tuple(name for name in own if name not in DOORS)
        return self._own[kind, names]

    def _value(self, article: Shown, name: str, known: dict[str, bytes]) -> bytes:
        digest = known[name] = self._digest(article, name)
        return digest

    def _digest(self, article: Shown, name: str) -> bytes:
        special = _SPECIAL.get(name)
        if special is not None:
            return self.digests.of(special(article))
        key, values = (type(article), name), own_values(article)
        if key not in self._kinds:
            self._kinds[key] = getattr_static(*key, None)
        kind = self._kinds[key]
        if isinstance(kind, FunctionType) and name not in values:
            return b"code"
        return self.digests.of(values.get(name, kind)) if name in values or kind is not None else MISSING


def own_values(article: Shown) -> dict[str, Any]:
    """Return the values of an article itself: to ask for them the usual way would note each, and take longer."""
    values: dict[str, Any] = object.__getattribute__(article, "__dict__")
    return values
