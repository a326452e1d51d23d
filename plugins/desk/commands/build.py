"""Check the site and build it into `output/`; a stopped build leaves the old output as it was.

Exit codes: 0 built, 2 the set-up itself is wrong, 3 the gate stopped the build.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import get_args

from ...press.settings import PHASE
from ...site_model import Phase, SetupError
from ..site_folder import open_press


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead build`."""
    parser.add_argument("--output", metavar="FOLDER", help="where to build instead of `output`")
    parser.add_argument("--phase", choices=get_args(Phase), help="how strict; `publish` if left out")


def run(arguments: Namespace) -> int:
    """Build the site in this folder."""
    from pelican.log import init as init_logging

    if arguments.phase not in (None, "publish") and not arguments.output:
        print("masthead build: only what passes `publish` goes into output/; add --output FOLDER", file=sys.stderr)
        return SetupError.exitcode
    init_logging(name="pelican")
    overrides = {
        "OUTPUT_PATH": str(Path(arguments.output).resolve()) if arguments.output else None,
        PHASE: arguments.phase,
    }
    open_press(Path.cwd(), {name: value for name, value in overrides.items() if value is not None}).run()
    return 0
