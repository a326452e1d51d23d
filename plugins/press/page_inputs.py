"""What a page depends on, as one digest: its template, its frame, and every value that it looked at."""

from __future__ import annotations

import locale
from collections.abc import Mapping
from functools import cached_property
from operator import is_
from typing import Any, NamedTuple

from jinja2 import Template

from ..site_model import House
from .article_digest import MISSING, ArticleDigests, own_values
from .ledger import Ledger, Page
from .post_reader import JUDGEMENT
from .shelves import KeptPage
from .standing import Standing
from .template_digest import Closure, TemplateDigests
from .value_digest import Digests, UnknownValueError, framed
from .watch import Seen

_ALWAYS = frozenset(("JINJA_ENVIRONMENT",))
_OF_POSTS = frozenset(("generated_content", "static_content", "picture"))
"""The kinds of what is looked up that posts and their files decide upon."""

_Group = tuple[int, int, tuple[str, ...], int]
"""A template, a context, the names of a page's own, and the number of those that it looked at."""


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
        self._edited: frozenset[int] | None = None
        self._unchanged: dict[_Group, bool] = {}
        self._shared: dict[tuple[str, ...], tuple[list[Any], bytes]] = {}

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

    def compare(self, standing: Standing, ledger: Ledger) -> None:
        """Find out which texts are other than in the output; only where nobody but us has a say in pages."""
        edited = standing.edited(ledger.before)
        self._unchanged = {}
        self._edited = None if edited is None else ledger.numbers_of(edited)

    def holds(self, job: Job, ledger: Ledger, kept: KeptPage) -> bool:
        """Say whether what a page depends on is as it was when that was noted."""
        # Where nothing but texts was edited, all that a page reads of other posts follows from what is the same.
        untouched = self._edited is not None and self._edited.isdisjoint(kept.reads)
        if untouched and self._shares(job, ledger, kept):
            return True
        known = ledger.page(kept)
        around = self._around(job, known.seen)
        if around is None or around != kept.around:
            return False
        return untouched or self._whole(job, known.seen, around) == kept.inputs

    def _shares(self, job: Job, ledger: Ledger, kept: KeptPage) -> bool:
        """Say whether all that a page has beside posts is what another page has, for which it is as it was."""
        if not all(kind in _OF_POSTS for kind, _ in kept.lookups):
            return False
        group = id(job.template), id(job.context), tuple(job.own), kept.names
        if group not in self._unchanged:
            self._unchanged[group] = self._around(job, ledger.page(kept).seen) == kept.around
        return self._unchanged[group]

    def page(self, job: Job, seen: Seen, digest: bytes) -> Page | None:
        """Return what to note of a page that looked at this, with its bytes' digest; None where nobody can tell."""
        around = self._around(job, seen)
        inputs = self._whole(job, seen, around) if around else None
        return Page(inputs, around, seen, digest) if around and inputs else None

    def of_text(self, seen: Seen) -> bytes | None:
        """Return the digest of an article's text that looks at this; None where it cannot be told."""
        if self._frame is None:
            return None
        try:
            read = [self.articles.of(path, names) for path, names in seen.reads]
            return framed([self._frame, *read, *(self._found(self.context, *lookup) for lookup in seen.lookups)])
        except UnknownValueError:
            return None

    def _around(self, job: Job, seen: Seen) -> bytes | None:
        """Return the digest of what a page that looks at this has beside articles; None where it cannot be told.

        It stands for the code, the settings, the template, what the page shares with others, and what it looks up.
        """
        closure = self.templates.closure(job.template.environment, job.template.name or "")
        if closure.digest is None or self._frame is None:
            return None
        try:
            looked_up = [self._lookup(job, kind, key) for kind, key in seen.lookups]
            return framed([self._frame, closure.digest, self._day(closure), self._together(job, seen), *looked_up])
        except UnknownValueError:
            return None

    def _whole(self, job: Job, seen: Seen, around: bytes) -> bytes | None:
        """Return the digest of all that a page with this around it depends on; None where it cannot be told."""
        try:
            parts = [around, job.name.encode(), self.digests.of(job.own.get("localsiteurl"))]
            parts += [name.encode() + b"=" + self.digests.of(job.own[name]) for name in seen.names if name in job.own]
            parts += [self.articles.of(path, names) for path, names in seen.reads]
        except UnknownValueError:
            return None
        return framed(parts)

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

    def _together(self, job: Job, seen: Seen) -> bytes:
        """Return what stands for the names that are not the page's own: many pages ask for the same."""
        names = tuple(name for name in seen.names if name not in job.own)
        values = [_value(job, name) for name in names]
        kept = self._shared.get(names)
        if kept is None or not all(map(is_, kept[0], values)):
            told = [name.encode() + b"=" + self._told(value) for name, value in zip(names, values, strict=True)]
            kept = self._shared[names] = (values, framed(told))
        return kept[1]

    def _told(self, value: Any) -> bytes:
        return MISSING if value is MISSING else self.digests.of(value)

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


def _value(job: Job, name: str) -> Any:
    """Return what a name that is not the page's own means to its template."""
    if name in job.context:
        return job.context[name]
    return job.template.environment.globals.get(name, MISSING)
