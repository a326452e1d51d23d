"""The formats a report can be written in: one file each in `reporters/`, found by its name."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module

from ..site_model.did_you_mean import did_you_mean
from . import reporters
from .finding import Report
from .style import Style

Render = Callable[[Report, Style], str]


class UnknownFormatError(LookupError):
    """Nobody wrote a reporter of that name."""


def reporter_names() -> tuple[str, ...]:
    """Return the names of all formats, in order, without importing them."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(reporters.__path__)))


def find_reporter(name: str) -> Render:
    """Import one format. Raises UnknownFormatError with the nearest name."""
    names = reporter_names()
    if name not in names:
        raise UnknownFormatError(f"the format '{name}' is unknown. {did_you_mean(name, names)}")
    render: Render = import_module(f"{reporters.__name__}.{name}").render
    return render
