"""What a page depends on, as one digest: its template, its frame, and every value that it looked at."""

from __future__ import annotations

import locale
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from jinja2 import Template

from ..site_model import House
from .article_digest import MISSING, ArticleDigests, own_values
from .post_reader import JUDGEMENT
from .template_digest import Closure, TemplateDigests
from .value_digest import Digests, UnknownValueError, framed
from .watch import Seen

_ALWAYS = frozenset(("JINJA_ENVIRONMENT",))


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
        self.articles = ArticleDigests(self.digests, {})
        self.house: House | None = None
        self.context: dict[str, Any] = {}
        self._shared: dict[str, tuple[Any, bytes]] = {}

    def begin(self, context: Mapping[str, Any]) -> None:
        """Look at the articles as they are now: plugins may change them until the pages are written."""
        if self.articles.articles and self.alone:
            return
        self.digests, self._shared = Digests(), {}
        self.house = context.get("house")
        pages = context.get("pages", ())
        every = [*context.get("every_article", ()), *pages, *(other for page in pages for other in page.translations)]
        articles = {one.post.path: one for one in every if hasattr(one, "post")}
        self.articles = ArticleDigests(self.digests, articles)
        # The one that articles know: archives by year or month have a copy.
        self.context = next((own_values(article)["_context"] for article in articles.values()), {})

    def of(self, job: Job, seen: Seen) -> bytes | None:
        """Return the digest of a page that looks at this; None where it cannot be told."""
        closure = self.templates.closure(job.template.environment, job.template.name or "")
        if closure.digest is None or self._frame is None:
            return None
        try:
            parts = [self._frame, closure.digest, job.name.encode(), self._day(closure)]
            parts += [self.digests.of(job.own.get("localsiteurl"))]
            parts += [name.encode() + b"=" + self._name(job, name) for name in seen.names]
            parts += [self.articles.of(path, names) for path, names in seen.reads]
            parts += [self._lookup(job, kind, key) for kind, key in seen.lookups]
        except UnknownValueError:
            return None
        return framed(parts)

    def of_text(self, seen: Seen) -> bytes | None:
        """Return the digest of an article's text that looks at this; None where it cannot be told."""
        if self._frame is None:
            return None
        try:
            read = [self.articles.of(path, names) for path, names in seen.reads]
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
            return MISSING
        kept = self._shared.get(name)
        if kept is None or kept[0] is not value:
            kept = self._shared[name] = (value, self.digests.of(value))
        return kept[1]

    def _lookup(self, job: Job, kind: str, key: str) -> bytes:
        if kind == "template":
            closure = self.templates.closure(job.template.environment, key)
            if closure.digest is None:
                raise UnknownValueError(key)
            return closure.digest + self._day(closure)
        return self._found(job.context, kind, key)

    def _found(self, context: Mapping[str, Any], kind: str, key: str) -> bytes:
        if kind == "context":
            return self.digests.of(context[key]) if key in context else MISSING
        table = context["album"].by_url if kind == "picture" else context[kind]
        return self.digests.of(dict.get(table, key)) if dict.__contains__(table, key) else MISSING
