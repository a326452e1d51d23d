"""Why a build stopped, in words that help whoever has to mend it."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from ..site_model import Problem, SetupError, Spot

_SETTINGS = Spot("pelicanconf.py")
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_PYTHON = str(Path(os.__file__).parent)


class StoppedError(Exception):
    """Something other than what was judged would be published, or less of it; carries the facts."""

    def __init__(self, facts: list[str]) -> None:
        super().__init__(facts)
        self.facts = facts

    def __str__(self) -> str:
        return "; ".join(self.facts)


class KitStoppedError(StoppedError):
    """The pages have taken their place, and the kit could not be written or take its own."""

    said = "The pages were replaced, and the texts for the networks are as they were:"


def plugins_broken(reasons: list[str]) -> SetupError:
    """Return the error that plugins cannot be imported or registered."""
    fix = "Install or mend the plugin, or take it out of `PLUGINS`."
    return SetupError(
        tuple(Problem(_SETTINGS, "unreadable", f"a plugin does not run: {reason}", fix) for reason in reasons)
    )


def plugins_missing(names: list[str]) -> SetupError:
    """Return the error that the settings leave out plugins without which there is no gate."""
    shown = ", ".join(f"'{name}'" for name in names)
    fix = "Name them in `PLUGINS`, or leave `PLUGINS` out: Pelican then takes all that are installed."
    message = f"without these plugins the policy could not be enforced, and they do not run: {shown}"
    return SetupError((Problem(_SETTINGS, "bad-value", message, fix),))


def told(error: BaseException, root: Path) -> str:
    """Return what went wrong and where: in a template or plugin of the site, if the error came through one."""
    if isinstance(error, StoppedError):
        return str(error)
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return f"the disk is full, or your share of it: make room, and repeat this ({_place(error, root)})"
    said = error.msg if isinstance(error, SyntaxError) else next(iter(str(error).splitlines()), "")
    kind = type(error).__name__
    return f"{kind}: {said} ({_place(error, root)})" if said else f"{kind} ({_place(error, root)})"


def wants_traceback(settings: dict[str, Any]) -> bool:
    """Say whether a developer asked for everything, with `pelican -D` or Python's own development mode."""
    return bool(settings.get("DEBUG")) or sys.flags.dev_mode


def _place(error: BaseException, root: Path) -> str:
    if isinstance(error, SyntaxError) and error.filename:
        return f"{_short(error.filename, root)}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not _is_library(frame.filename)]
    # Jinja puts the template's line into the traceback, above the functions that the template calls.
    templates = [frame for frame in own if not frame.filename.endswith(".py")]
    frame = (templates or own or frames)[-1]
    return f"{_short(frame.filename, root)}:{frame.lineno}"


def _is_library(file: str) -> bool:
    return file.startswith(("<", _PYTHON)) or "site-packages" in file


def _short(file: str, root: Path) -> str:
    return Path(file).relative_to(root).as_posix() if Path(file).is_relative_to(root) else file
