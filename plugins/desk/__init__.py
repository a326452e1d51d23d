"""WHAT PEOPLE TYPE: the `masthead` command; each of its commands is one file in `commands/`."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence

from ..site_model.collector import collect_seldom
from .command_line import run_command


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `masthead`. Returns 0 for done, 1 for findings that stop it, 2 for a wrong set-up, 3 for a stopped build."""
    collect_seldom()
    # A program that ends has no use for a last look through everything it made.
    atexit.register(gc.freeze)
    return run_command(list(sys.argv[1:] if arguments is None else arguments))


def register() -> None:
    """Connect nothing: people call the desk, Pelican does not."""
