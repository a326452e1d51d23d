"""Pelican's class with the gate, for sites that name it and for those that only installed the plugins."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pelican import Pelican

from ..site_model import SetupError
from .failure import plugins_broken, told, wants_traceback
from .gate import Gate
from .show import show_setup
from .strict_log import KeptErrors, errors_kept


@contextmanager
def _plugins_loading(settings: dict[str, Any], errors: KeptErrors) -> Iterator[None]:
    """End the program with 2 for a plugin that Pelican would do without, or that breaks it."""
    failed: list[str] = []
    try:
        yield
    except (Exception, SystemExit) as error:
        if wants_traceback(settings):
            raise
        failed = [told(error, Path(settings["PATH"]).parent)]
    if reasons := errors.messages or failed:
        show_setup(plugins_broken(reasons), sys.stderr)
        raise SystemExit(SetupError.exitcode)


class Press(Gate, Pelican):
    """What `PELICAN_CLASS` names: Pelican, with a gate that stands before its first written byte."""

    def __init__(self, settings: dict[str, Any]) -> None:
        with errors_kept() as errors, _plugins_loading(settings, errors):
            super().__init__(settings)


def promote(pelican: Pelican) -> None:
    """Give a stock Pelican the gate, for sites that installed the plugins and set no `PELICAN_CLASS`."""
    if not isinstance(pelican, Gate):
        # Raising here would be caught by nobody, but a check alone could not build aside: so the object changes class.
        pelican.__class__ = type("Press", (Gate, type(pelican)), {})
