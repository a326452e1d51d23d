"""The site that a command works on: the folder it is typed in."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from ..press.failure import told
from ..press.gate import Gate
from ..site_model import Problem, SetupError, Spot

SETTINGS_FILE = "pelicanconf.py"


def open_settings(folder: Path, overrides: dict[str, Any] | None = None) -> dict[str, Any]:
    """Read the site's Pelican settings. Raises SetupError outside a site."""
    from pelican.settings import read_settings

    place = folder / SETTINGS_FILE
    if not place.exists():
        fix = "Go to the folder of the site, the one with `policy.yaml` and `pelicanconf.py`."
        raise SetupError((Problem(Spot(SETTINGS_FILE), "unreadable", "there is no site in this folder", fix),))
    try:
        settings: dict[str, Any] = read_settings(str(place), override=overrides or {})
    except (Exception, SystemExit) as error:
        if isinstance(error, SystemExit) and error.code:
            raise
        message = f"the settings cannot be used: {told(error, folder)}"
        problem = Problem(Spot(SETTINGS_FILE), "unreadable", message, f"Mend {SETTINGS_FILE}.")
        raise SetupError((problem,)) from error
    return settings


def open_press(folder: Path, overrides: dict[str, Any] | None = None) -> Gate:
    """Load the site's plugins, as a build would. Raises SetupError outside a site."""
    from pelican import signals

    from pelican.plugins._utils import get_namespace_plugins

    from ..press.pelican_class import promote
    from ..press.settings import PLUGINS

    settings = open_settings(folder, overrides)
    if settings.get("PLUGINS") is None:
        # Where a site lists none, Pelican takes all there are, but does not see those of a development install.
        settings["PLUGINS"] = sorted({*get_namespace_plugins(), *PLUGINS})
    # A site that names no class of ours gets the gate from this signal, whether or not its plugins are listed.
    signals.initialized.connect(promote)
    kind = settings["PELICAN_CLASS"]
    if isinstance(kind, str):
        module, _, name = kind.rpartition(".")
        kind = getattr(import_module(module), name)
    press: Gate = kind(settings)
    return press
