"""What a build imported is imported before the next one is forked, which then begins at once."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType


def worth_importing(root: Path, before: Iterable[str]) -> list[str]:
    """Return what was imported since, but for modules of the site itself: a build sees those as they are on disk."""
    imported = sys.modules.keys() - set(before)
    return sorted(name for name in imported if not _belongs_to_site(sys.modules[name], root))


def import_early(names: Iterable[str]) -> None:
    """Import them here; a name that means nothing to this process stays for whoever needs it."""
    for name in names:
        with suppress(ImportError):
            import_module(name)


def _belongs_to_site(module: ModuleType, root: Path) -> bool:
    place = Path(getattr(module, "__file__", None) or sys.prefix)
    installed = "site-packages" in place.parts or module.__name__.startswith("pelican.plugins.")
    return place.is_relative_to(root) and not installed
