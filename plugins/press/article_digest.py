"""Digests of what pages read of articles, each value once however many pages read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from inspect import getattr_static
from types import FunctionType
from typing import Any, NamedTuple

from .shown_article import DOORS, Article, Page
from .value_digest import Digests, UnknownValueError, framed

Shown = Article | Page
MISSING = b"missing"
"""What stands for a value that is not there."""

_SPECIAL: dict[str, Callable[[Shown], Any]] = {
    "url": lambda article: article.url,
    "save_as": lambda article: article.save_as,
    "summary": lambda article: own_values(article)["metadata"].get("summary"),
    "_content": lambda article: own_values(article).get("_replaced_content", own_values(article).get("_content")),
    "card": lambda article: article.judgement.site.house,
    "snippets": lambda article: article.judgement.snippets.digest(article.post),
}
"""What stands for values that are worked out, or that lead further than to the article."""


class _Plan(NamedTuple):
    """What to look at for some names: what answers for them, values with what the class has, and methods."""

    special: tuple[Callable[[Shown], Any], ...]
    plain: tuple[tuple[str, Any], ...]
    methods: frozenset[str]


class ArticleDigests:
    """Holds articles by path, and what is known of them until `forget`."""

    def __init__(self, digests: Digests, articles: Mapping[str, Shown]) -> None:
        self.digests = digests
        self.articles = articles
        self._plans: dict[tuple[type[Shown], tuple[str, ...]], _Plan] = {}
        self._read: dict[tuple[str, tuple[str, ...]], bytes] = {}

    def forget(self, paths: Iterable[str]) -> None:
        """Look at these articles anew."""
        changed = frozenset(paths)
        self._read = {key: digest for key, digest in self._read.items() if key[0] not in changed}

    def of(self, path: str, names: tuple[str, ...]) -> bytes:
        """Return what stands for the values of these names. Raises UnknownValueError."""
        kept = self._read.get((path, names))
        if kept is None:
            article = self.articles.get(path)
            if article is None:
                raise UnknownValueError(path)
            kept = self._read[path, names] = self._digest(path, article, names)
        return kept

    def _digest(self, path: str, article: Shown, names: tuple[str, ...]) -> bytes:
        kind, values, of = type(article), own_values(article), self.digests.of
        plan = self._plans.get((kind, names)) or self._plan(kind, names)
        looked: list[Any] = [look(article) for look in plan.special]
        looked += [values.get(name, default) for name, default in plan.plain]
        if not plan.methods.isdisjoint(values):
            # Somebody put them into this one article.
            looked += [(name, values[name]) for name in sorted(plan.methods) if name in values]
        # Words need no digest of their own: no bytes can be taken for them.
        told = [one if (type(one) is str and one.isascii()) or one is MISSING else of(one) for one in looked]
        return framed([path, of(names), *told])

    def _plan(self, kind: type[Shown], names: tuple[str, ...]) -> _Plan:
        """Look away from what means the same for every article.

        Only our own code gets through DOORS, and what it finds behind them is noted, or follows from the settings;
        and what a property reads of the article is noted as well.
        """
        own = {name: getattr_static(kind, name, MISSING) for name in names if name not in DOORS}
        special = tuple(_SPECIAL[name] for name in own if name in _SPECIAL)
        rest = {name: value for name, value in own.items() if name not in _SPECIAL and not isinstance(value, property)}
        methods = frozenset(name for name, value in rest.items() if isinstance(value, FunctionType))
        plain = tuple((name, value) for name, value in rest.items() if name not in methods)
        made = self._plans[kind, names] = _Plan(special, plain, methods)
        return made


def own_values(article: Shown) -> dict[str, Any]:
    """Return the values of an article itself: to ask for them the usual way would note each, and take longer."""
    values: dict[str, Any] = object.__getattribute__(article, "__dict__")
    return values
