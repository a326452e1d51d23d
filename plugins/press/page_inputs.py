"""What a page depends on, as one digest: its template, its frame, and every value that it looked at."""

from __future__ import annotations

import locale
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from inspect import getattr_static
from types import FunctionType
from typing import Any, NamedTuple

from jinja2 import Template

from ..site_model import House
from .post_reader import JUDGEMENT
from .shown_article import DOORS, Article, Page
from .template_digest import Closure, TemplateDigests
from .value_digest import Digests, UnknownValueError, framed
from .watch import Seen

_ALWAYS = frozenset(("JINJA_ENVIRONMENT",))
Shown = Article | Page
_MISSING = b"missing"
_SPECIAL: dict[str, Callable[[Shown], Any]] = {
    "url": lambda article: article.url,
    "save_as": lambda article: article.save_as,
    "summary": lambda article: _own(article)["metadata"].get("summary"),
    "_content": lambda article: (_own(article).get("_replaced_content"), _own(article).get("_content")),
    "card": lambda article: article.judgement.site.house,
    "snippets": lambda article: article.judgement.snippets.digest(article.post),
}
"""What stands for values that are worked out, or that lead further than to the article."""


class Job(NamedTuple):
    """One page to write: the file's name, its template, the names it shares with other pages and those of its own."""

    name: str
    template: Template
    context: dict[str, Any]
    own: dict[str, Any]


class PageInputs:
    """Digests what pages depend on; `code` is the digest of all code that could write them.

    `alone` says that nobody but us changes articles once all are read.
    """

    def __init__(self, settings: Mapping[str, Any], templates: TemplateDigests, code: str, *, alone: bool) -> None:
        self.settings = settings
        self.alone = alone
        self.templates = templates
        self.code = code
        self.digests = Digests()
        self.articles: dict[str, Shown] = {}
        self.house: House | None = None
        self.context: dict[str, Any] = {}
        self._kinds: dict[tuple[type[Shown], str], Any] = {}
        self._own: dict[tuple[type[Shown], tuple[str, ...]], tuple[str, ...]] = {}
        self._values: dict[str, dict[str, bytes]] = {}
        self._read: dict[tuple[str, tuple[str, ...]], bytes] = {}
        self._shared: dict[str, tuple[Any, bytes]] = {}

    def begin(self, context: Mapping[str, Any]) -> None:
        """Look at the articles as they are now: plugins may change them until the pages are written."""
        if self.articles and self.alone:
            return
        self.digests = Digests()
        self._values, self._read, self._shared = {}, {}, {}
        self.house = context.get("house")
        pages = context.get("pages", ())
        every = [*context.get("every_article", ()), *pages, *(other for page in pages for other in page.translations)]
        self.articles = {one.post.path: one for one in every if hasattr(one, "post")}
        # The one that articles know: archives by year or month have a copy.
        self.context = next((_own(article)["_context"] for article in self.articles.values()), {})

    def forget(self, paths: Iterable[str]) -> None:
        """Look at these articles anew."""
        changed = frozenset(paths)
        for path in changed:
            self._values.pop(path, None)
        self._read = {key: digest for key, digest in self._read.items() if key[0] not in changed}

    def of(self, job: Job, seen: Seen) -> bytes | None:
        """Return the digest of a page that looks at this; None where it cannot be told."""
        closure = self.templates.closure(job.template.environment, job.template.name or "")
        if closure.digest is None or self._frame is None:
            return None
        try:
            parts = [self._frame, closure.digest, job.name.encode(), self._day(closure)]
            parts += [self.digests.of(job.own.get("localsiteurl"))]
            parts += [name.encode() + b"=" + self._name(job, name) for name in seen.names]
            parts += [self._article(path, names) for path, names in seen.reads]
            parts += [self._lookup(job, kind, key) for kind, key in seen.lookups]
        except UnknownValueError:
            return None
        return framed(parts)

    def of_text(self, seen: Seen) -> bytes | None:
        """Return the digest of an article's text that looks at this; None where it cannot be told."""
        if self._frame is None:
            return None
        try:
            read = [self._article(path, names) for path, names in seen.reads]
            return framed([self._frame, *read, *(self._found(self.context, *lookup) for lookup in seen.lookups)])
        except UnknownValueError:
            return None

    @cached_property
    def _frame(self) -> bytes | None:
        """Return what every page depends on: code, settings and the locale; None where that cannot be told."""
        known = {}
        for name, value in sorted(self.settings.items()):
            if name == JUDGEMENT:
                continue
            try:
                known[name] = self.digests.of(value)
            except UnknownValueError:
                if name in _ALWAYS:
                    return None
        return self.digests.join("frame", (self.code, locale.setlocale(locale.LC_ALL), known))

    def _day(self, closure: Closure) -> bytes:
        """Return the moment or the day where a template asks for one by its word."""
        if self.house and "now" in closure.words:
            return self.house.now.isoformat().encode()
        return self.house.today.isoformat().encode() if self.house and "today" in closure.words else b""

    def _name(self, job: Job, name: str) -> bytes:
        if name in job.own:
            return self.digests.of(job.own[name])
        if name in job.context:
            value = job.context[name]
        elif name in job.template.environment.globals:
            value = job.template.environment.globals[name]
        else:
            return _MISSING
        kept = self._shared.get(name)
        if kept is None or kept[0] is not value:
            kept = self._shared[name] = (value, self.digests.of(value))
        return kept[1]

    def _article(self, path: str, names: tuple[str, ...]) -> bytes:
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
        key, values = (type(article), name), _own(article)
        if key not in self._kinds:
            self._kinds[key] = getattr_static(*key, None)
        kind = self._kinds[key]
        if isinstance(kind, FunctionType) and name not in values:
            return b"code"
        return self.digests.of(values.get(name, kind)) if name in values or kind is not None else _MISSING

    def _lookup(self, job: Job, kind: str, key: str) -> bytes:
        if kind == "template":
            closure = self.templates.closure(job.template.environment, key)
            if closure.digest is None:
                raise UnknownValueError(key)
            return closure.digest + self._day(closure)
        return self._found(job.context, kind, key)

    def _found(self, context: Mapping[str, Any], kind: str, key: str) -> bytes:
        if kind == "context":
            return self.digests.of(context[key]) if key in context else _MISSING
        table = context["album"].by_url if kind == "picture" else context[kind]
        return self.digests.of(dict.get(table, key)) if dict.__contains__(table, key) else _MISSING


def _own(article: Shown) -> dict[str, Any]:
    """Return the values of an article itself: to ask for them the usual way would note each, and take longer."""
    values: dict[str, Any] = object.__getattribute__(article, "__dict__")
    return values
