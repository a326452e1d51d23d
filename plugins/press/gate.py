"""The gate: nothing is written before the policy has had its say, and nothing that goes wrong is passed over."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

from pelican import signals
from pelican.generators import StaticGenerator

from ..site_model import Addresses, Phase, SetupError, Site
from .failure import KitStoppedError, StoppedError, plugins_missing, told, wants_traceback
from .judge import Judgement, judge
from .notices import cache_notices
from .output_place import require_output_place
from .progress import progress_on_terminal
from .settings import PHASE, PLUGINS, places_from
from .show import show_facts, show_report, show_setup, show_waiting
from .strict_log import KeptErrors, errors_kept

if TYPE_CHECKING:
    from .aside import Aside
    from .kit_process import KitProcess
    from .writer import PressWriter

STOPPED = 3
INTERRUPTED = 130
_STOPPED_BY = "The build was stopped, and the output is as it was:"


class Gate:
    """Mixed into Pelican's class: checks before it builds, builds aside, and replaces the output at the end."""

    settings: dict[str, Any]
    output_path: str
    plugins: list[Any]
    shown: Callable[[], None] | None = None
    """Called as soon as the new pages are in their place, for whoever waits to see them."""
    kit_process: KitProcess | None = None
    """Writes the kit while this process reads and writes pages."""
    late_kit: KitProcess | None = None
    """Writes the kit of pages that took their place, while somebody looks at them already."""

    def run(self) -> None:
        """Check and build. Ends the program with 2 where the set-up is wrong and with 3 where the gate stops it."""
        with self.guarded() as errors:
            self.require_plugins()
            output = Path(self.output_path)
            require_output_place(output, *places_from(self.settings), theme=self.settings["THEME"])
            judgement = self.judge()
            self.let_pass(judgement)
            # What only a build needs takes time to import, and a check shall not wait for it.
            from .both_folders import write_both_folders

            write_both_folders(self, judgement, errors, self._build)

    @contextmanager
    def guarded(self) -> Iterator[KeptErrors]:
        """Give what collects errors; whatever goes wrong in the block becomes words and an exit code."""
        with cache_notices(), errors_kept() as errors, self._ending(errors):
            yield errors

    def let_pass(self, judgement: Judgement) -> None:
        """Say what was found, and end the program where that must not go out."""
        show_report(judgement.report, sys.stderr)
        show_waiting(judgement.waiting, sys.stderr)
        if judgement.report.stops:
            raise SystemExit(STOPPED)
        if forbidden := _forbidden(judgement.site):
            self.stop("These files would be published, and never may be, whatever the policy says:", forbidden)

    def judge(self, *, with_baseline: bool = True) -> Judgement:
        """Read and check the site. Raises SetupError where policy, people or settings are wrong."""
        root, places = places_from(self.settings)
        with cache_notices(), progress_on_terminal() as progress:
            return judge(
                root,
                places,
                self.phase,
                # What Pelican will really use: a site may set its addresses without our policy.
                addresses=Addresses(
                    post=self.settings["ARTICLE_URL"],
                    translation=self.settings["ARTICLE_LANG_URL"],
                    page=self.settings["PAGE_URL"],
                    page_translation=self.settings["PAGE_LANG_URL"],
                ),
                progress=progress,
                with_baseline=with_baseline,
            )

    @property
    def phase(self) -> Phase:
        """Return the phase that was typed; publishing is the default.

        Neither a variable of the environment nor a line in the settings has a say: nobody would see it open the gate.
        """
        wanted = self.settings.get(PHASE) or "publish"
        if wanted not in get_args(Phase):
            allowed = [f"Use one of {', '.join(get_args(Phase))}."]
            self.stop(f"{PHASE} is '{wanted}'.", allowed, SetupError.exitcode)
        return cast(Phase, wanted)

    def require_plugins(self) -> None:
        """Raise SetupError unless each of our plugins is loaded and registered."""
        loaded = {plugin if isinstance(plugin, str) else getattr(plugin, "__name__", "") for plugin in self.plugins}
        if missing := [name for name in PLUGINS if name not in loaded]:
            raise plugins_missing(missing)

    def stop(self, reason: str, facts: list[str], code: int = STOPPED) -> None:
        """Say why and end the program; the output stays as it was."""
        show_facts(reason, facts, sys.stderr)
        raise SystemExit(code)

    @contextmanager
    def _ending(self, errors: KeptErrors) -> Iterator[None]:
        """Turn whatever goes wrong in the block into words and an exit code; nothing was replaced by then."""
        root = Path(self.settings["PATH"]).parent
        try:
            yield
        except SetupError as error:
            show_setup(error, sys.stderr)
            raise SystemExit(SetupError.exitcode) from error
        except KitStoppedError as error:
            self.stop(KitStoppedError.said, error.facts)
        except StoppedError as error:
            self.stop(_STOPPED_BY, error.facts)
        except KeyboardInterrupt as error:
            # Pelican would catch it and end well, and who calls it would take the old output for the new one.
            raise SystemExit(INTERRUPTED) from error
        except SystemExit as error:
            if not error.code:
                self.stop(_STOPPED_BY, [f"the program was ended in the middle of the build ({told(error, root)})"])
            raise
        except Exception as error:
            if wants_traceback(self.settings):
                raise
            self.stop(_STOPPED_BY, [*errors.messages, told(error, root)])

    def _build(self, judgement: Judgement, aside: Aside, errors: KeptErrors) -> None:
        from .outgoing import Outgoing
        from .post_reader import JUDGEMENT, take_over

        self.outgoing = outgoing = Outgoing(judgement, self.settings, errors, aside)
        self.settings[JUDGEMENT] = judgement
        self.output_path = self.settings["OUTPUT_PATH"] = str(aside.path)
        # The exchange of the folders replaces what Pelican would delete: the old output must outlive a failure.
        self.delete_outputdir = False
        # Pelican's own cache would bring back articles as they were before they were edited and judged anew.
        self.settings["CACHE_CONTENT"] = self.settings["LOAD_CONTENT_CACHE"] = False
        signals.readers_init.connect(take_over)
        signals.all_generators_finalized.connect(outgoing.receive)
        try:
            super().run()  # type: ignore[misc]
        finally:
            signals.readers_init.disconnect(take_over)
            signals.all_generators_finalized.disconnect(outgoing.receive)
            del self.settings[JUDGEMENT]
        self.before_rest = frozenset(aside.claimed.keys() - outgoing.public)
        outgoing.write()

    def _get_generator_classes(self) -> list[Any]:
        from .generators import ORDERED
        from .language_pages import LanguagePages
        from .static_files import JudgedStatics

        ours = {**ORDERED, StaticGenerator: JudgedStatics}
        kinds = [ours.get(kind, kind) for kind in super()._get_generator_classes()]  # type: ignore[misc]
        # Static files come last: only then is it known which of them the pages use.
        return [*kinds[:-1], LanguagePages, kinds[-1]]

    def _get_writer(self) -> PressWriter:
        from .page_inputs import PageInputs
        from .press_digest import press_digest
        from .template_digest import TemplateDigests
        from .writer import PressWriter

        # Last look before the first page: plugins may have changed the articles after we took them over.
        self.outgoing.confirm()
        self.outgoing.settle()
        self.outgoing.write_public()
        if self.kit_process:
            self.kit_process.cards_are_there()
        aside = self.outgoing.aside
        inputs = PageInputs(self.settings, TemplateDigests(aside.ledger.templates), press_digest(), alone=aside.alone)
        self.writer = writer = PressWriter(aside, self.settings, self.outgoing.errors, inputs)
        writer.beside += self.outgoing.beside_pages(inputs)
        return writer


def _forbidden(site: Site) -> list[str]:
    used = ((post, file) for post, files in site.files.items() for file in files)
    return [f"{post}: '{file.path}' {file.refusal}" for post, file in used if file.forbidden]
