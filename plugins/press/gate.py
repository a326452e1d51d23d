"""The gate: nothing is written before the policy has had its say, and nothing that goes wrong is passed over."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, cast, get_args

from pelican import Pelican, signals

from ..site_model import Addresses, Phase, SetupError, Site
from .generators import ORDERED
from .judge import Judgement, judge
from .language_pages import LanguagePages
from .outgoing import Outgoing
from .output_folder import replaced
from .post_reader import JUDGEMENT, take_over
from .progress import progress_on_terminal
from .settings import PLUGINS, places_from
from .show import show_report, show_setup
from .strict_log import errors_kept
from .writer import PressWriter

STOPPED = 3


class Gate:
    """Mixed into Pelican's class: checks before it builds, builds aside, and replaces the output at the end."""

    settings: dict[str, Any]
    output_path: str
    plugins: list[Any]

    def run(self) -> None:
        """Check and build. Ends the program with 2 where the set-up is wrong and with 3 where the gate stops it."""
        self.require_plugins()
        try:
            judgement = self.judge()
        except SetupError as error:
            show_setup(error, sys.stderr)
            raise SystemExit(SetupError.exitcode) from error
        show_report(judgement.report, sys.stderr)
        if judgement.report.stops:
            raise SystemExit(STOPPED)
        if forbidden := _forbidden(judgement.site):
            self.stop("These files would be published, and never may be, whatever the policy says:", forbidden)
        output = Path(self.output_path)
        # What only staff see lies beside the site, never in it.
        kit = output.with_name(f"{output.name}-kit")
        with replaced(kit) as kit_aside, replaced(output) as aside, errors_kept() as errors:
            self._build(judgement, aside, kit_aside)
            if errors.messages:
                self.stop("Pelican met errors and would have published all the same:", errors.messages)
        self.output_path = self.settings["OUTPUT_PATH"] = str(output)

    def judge(self, *, with_baseline: bool = True) -> Judgement:
        """Read and check the site. Raises SetupError where policy, people or settings are wrong."""
        root, places = places_from(self.settings)
        with progress_on_terminal() as progress:
            return judge(
                root,
                places,
                self.phase,
                # What Pelican will really use: a site may set its addresses without our policy.
                addresses=Addresses(post=self.settings["ARTICLE_URL"], translation=self.settings["ARTICLE_LANG_URL"]),
                progress=progress,
                with_baseline=with_baseline,
            )

    @property
    def phase(self) -> Phase:
        """Return the phase from the setting or the environment's `MASTHEAD_PHASE`; publishing is the default."""
        wanted = os.environ.get("MASTHEAD_PHASE") or self.settings.get("MASTHEAD_PHASE") or "publish"
        if wanted not in get_args(Phase):
            allowed = [f"Use one of {', '.join(get_args(Phase))}."]
            self.stop(f"MASTHEAD_PHASE is '{wanted}'.", allowed, SetupError.exitcode)
        return cast(Phase, wanted)

    def require_plugins(self) -> None:
        """Stop unless every plugin that the settings ask for, and each of ours, is loaded and registered."""
        loaded = {plugin if isinstance(plugin, str) else getattr(plugin, "__name__", "") for plugin in self.plugins}
        missing = [name for name in PLUGINS if name not in loaded]
        if missing:
            self.stop("These plugins are not running, so the policy could not be enforced:", missing)

    def stop(self, reason: str, facts: list[str], code: int = STOPPED) -> None:
        """Say why and end the program; the output stays as it was."""
        print("\n".join([reason, *(f"  {fact}" for fact in facts)]), file=sys.stderr, flush=True)
        raise SystemExit(code)

    def _build(self, judgement: Judgement, aside: Path, kit: Path) -> None:
        outgoing = Outgoing(judgement, self.settings)
        self.settings[JUDGEMENT] = judgement
        self.output_path = self.settings["OUTPUT_PATH"] = str(aside)
        # The exchange of the folders replaces what Pelican would delete: the old output must outlive a failure.
        self.delete_outputdir = False
        signals.readers_init.connect(take_over)
        signals.all_generators_finalized.connect(outgoing.receive)
        try:
            super().run()  # type: ignore[misc]
        finally:
            signals.readers_init.disconnect(take_over)
            signals.all_generators_finalized.disconnect(outgoing.receive)
            del self.settings[JUDGEMENT]
        outgoing.write(aside)
        outgoing.write_kit(kit)

    def _get_generator_classes(self) -> list[Any]:
        kinds = [ORDERED.get(kind, kind) for kind in super()._get_generator_classes()]  # type: ignore[misc]
        # Static files come last: only then is it known which of them the pages use.
        return [*kinds[:-1], LanguagePages, kinds[-1]]

    def _get_writer(self) -> PressWriter:
        return PressWriter(self.output_path, settings=self.settings)


def _forbidden(site: Site) -> list[str]:
    used = ((post, file) for post, files in site.files.items() for file in files)
    return [f"{post}: '{file.path}' {file.refusal}" for post, file in used if file.forbidden]


class Press(Gate, Pelican):
    """What `PELICAN_CLASS` names: Pelican, with a gate that stands before its first written byte."""

    def __init__(self, settings: dict[str, Any]) -> None:
        with errors_kept() as errors:
            super().__init__(settings)
        if errors.messages:
            self.stop("A plugin could not be loaded, so nothing is built:", errors.messages)


def promote(pelican: Pelican) -> None:
    """Give a stock Pelican the gate, for sites that installed the plugins and set no `PELICAN_CLASS`."""
    if not isinstance(pelican, Gate):
        # Raising here would be caught by nobody, but a check alone could not build aside: so the object changes class.
        pelican.__class__ = type("Press", (Gate, type(pelican)), {})
