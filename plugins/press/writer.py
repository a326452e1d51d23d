"""Pelican's writer, which makes a page anew only if something it depends on changed, and many pages at once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from posixpath import normpath
from typing import Any, NamedTuple, TextIO

from pelican import signals
from pelican.writers import Writer

from ..site_model.parallel import each
from .aside import Aside
from .failure import StoppedError, told, wants_traceback
from .fresh import Fresh
from .ledger import Page
from .page_inputs import Job, PageInputs
from .page_place import forbid_twice, way_up
from .page_series import page_series
from .strict_log import KeptErrors
from .watch import WatchedContext, seen_by, watching


class _Done(NamedTuple):
    """What one job did, and where: what another process wrote or logged is not known here."""

    process: int
    names: list[str]
    fresh: Fresh
    page: tuple[str, Page] | None
    messages: list[str]


class PressWriter(Writer):
    """Adds `alternates`, language to address, to what a template sees."""

    def __init__(self, aside: Aside, settings: dict[str, Any], errors: KeptErrors, inputs: PageInputs) -> None:
        super().__init__(str(aside.path), settings=settings)
        self.aside = aside
        self.errors = errors
        self.inputs = inputs
        self.beside: list[Callable[[], None]] = []
        self.jobs: list[Job] = []
        self._waiting: list[Job] = []
        self._together = False
        self._names: list[str] = []

    def write_file(
        self,
        name: str,
        template: Any,
        context: dict[str, Any],
        relative_urls: bool = False,
        *more: Any,
        override_output: bool = False,
        template_name: str | None = None,
        url: str | None = None,
        **values: Any,
    ) -> None:
        """Render the template and write the file, at once or with all others of the block."""
        values.setdefault("alternates", context.get("alternates_by_file", {}).get(name, {}))
        # A plugin that waits for pages, and a page that may replace another, must see them in their order.
        at_once = not self._together or override_output or bool(signals.content_written.receivers)
        # Pelican and our own pages name what they give; who does not is served by Pelican alone.
        if at_once or more or "paginated" in values or not name or normpath(name) != name:
            named = {"template_name": template_name, "override_output": override_output, "url": url}
            given = {key: value for key, value in named.items() if value}
            super().write_file(name, template, context, relative_urls, *more, **given, **values)
            return
        lists = {key: value for key, value in values.items() if key in ("articles", "dates")}
        if not lists or template_name not in self.settings["PAGINATED_TEMPLATES"]:
            self._waiting.append(self._job(name, template, context, values, relative_urls))
            return
        size = self.settings["PAGINATED_TEMPLATES"][template_name] or self.settings["DEFAULT_PAGINATION"]
        for save_as, own in page_series(name, url, lists, self.settings, size):
            self._waiting.append(self._job(save_as, template, context, values | own, relative_urls))

    def _job(
        self, name: str, template: Any, context: dict[str, Any], values: dict[str, Any], relative_urls: bool
    ) -> Job:
        """Return the page with its own names, among them the address that links of its articles start from."""
        own = {"localsiteurl": self.settings["SITEURL"], "output_file": name}
        if relative_urls:
            own["SITEURL"] = own["localsiteurl"] = way_up(name)
        return Job(name, template, context, own | values)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Have the pages of the block wait: until it ends where plugins listen, else until `write_waiting`."""
        self._together = True
        try:
            yield
        finally:
            self._together = False
        if not self.aside.alone:
            self.write_waiting()

    def write_waiting(self) -> None:
        """Write the pages that wait, over all cores, with what `beside` has to write."""
        waiting, self._waiting = self._waiting, []
        self.jobs += waiting
        beside, self.beside = self.beside, []
        forbid_twice(self._written_files, (job.name for job in waiting), self.output_path)
        if waiting:
            self.inputs.begin(waiting[0].context)
        pages = [job for job in waiting if not self._claim(job)]
        uses = Counter(id(job.template) for job in pages)
        first = {id(job.template): job for job in reversed(pages) if uses[id(job.template)] > 1}
        rest = [job for job in pages if job is not first.get(id(job.template))]
        # What has a template of its own lists the whole site: long work comes first.
        rest.sort(key=lambda job: uses[id(job.template)] > 1)
        others: list[Job | Callable[[], None]] = [*beside, *rest]
        if wants_traceback(self.settings):
            for job in (*first.values(), *others):
                self._do(job)
            return
        # Here a template is compiled at its first page, and all processes have it.
        for job in first.values():
            self._take_over(self._run(job))
        messages: dict[int, list[str]] = {}
        for number, done in each(self._run, others):
            messages[number] = self._take_over(done)
        self.errors.messages += (message for number in sorted(messages) for message in messages[number])

    def follow(self, aside: Aside, errors: KeptErrors, beside: Iterable[Callable[[], None]]) -> None:
        """Write the same pages once more, into another folder, after the texts of some articles have changed."""
        self.aside, self.errors, self.output_path = aside, errors, str(aside.path)
        self._written_files.clear()
        self.beside += beside
        self._waiting, self.jobs = self.jobs, []
        self.write_waiting()

    def asks_for_the_hour(self) -> bool:
        """Say whether a template of a page has the word for it."""
        used = {(job.template.environment, job.template.name or "") for job in self.jobs}
        return any("now" in self.inputs.templates.closure(*one).words for one in used)

    def _claim(self, job: Job) -> bool:
        """Take the page from an earlier build, if all that it depended on then is the same now."""
        ledger = self.aside.ledger
        kept = ledger.kept_page(job.name)
        if kept is None or not self.inputs.holds(job, ledger, kept) or not self.aside.claim(job.name, kept.sha256):
            return False
        ledger.confirm(job.name)
        return True

    def _run(self, job: Job | Callable[[], None]) -> _Done:
        logged, self._names, self.aside.fresh = len(self.errors.messages), [], Fresh()
        try:
            page = self._do(job)
        except StoppedError:
            raise
        except Exception as error:
            raise StoppedError([told(error, Path(self.settings["PATH"]).parent)]) from error
        return _Done(os.getpid(), self._names, self.aside.fresh, page, self.errors.messages[logged:])

    def _do(self, job: Job | Callable[[], None]) -> tuple[str, Page] | None:
        if not isinstance(job, Job):
            job()
            return None
        environment = job.template.environment
        environment.context_class = WatchedContext
        # A template that somebody edits meanwhile is not looked for at each page, and is not in some of them only.
        environment.auto_reload = False
        for context in (job.context, self.inputs.context):
            context["localsiteurl"] = job.own["localsiteurl"]
        logged = len(self.errors.messages)
        with watching() as watch:
            body = job.template.render(job.context, **job.own).encode()
        self.aside.write(job.name, body)
        seen = seen_by(watch)
        if seen is None or logged < len(self.errors.messages):
            return None
        page = self.inputs.page(job, seen, sha256(body).digest())
        return (job.name, page) if page else None

    def _take_over(self, done: _Done) -> list[str]:
        """Note what was done, and return the messages that are not known here."""
        if done.page:
            self.aside.ledger.set_page(*done.page)
        if done.process == os.getpid():
            return []
        self._written_files.update(done.names)
        self.aside.loose.update(done.names)
        self.aside.take_over(done.fresh)
        return done.messages

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> TextIO:
        self._names.append(filename)
        self.aside.let_write(filename)
        opened: TextIO = super()._open_w(filename, encoding, override)
        return opened
