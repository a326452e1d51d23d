"""Build what goes out: the site as `masthead build` makes it, and the search in it, in every language.

Exit codes: 0 built, 2 the set-up itself is wrong, 3 the gate stopped the build; `output/` is then as it was.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ...press.search_index import SEARCH, require_pagefind
from ..site_folder import open_press


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead publish`."""
    parser.add_argument("--output", metavar="FOLDER", help="where to build instead of `output`")


def run(arguments: Namespace) -> int:
    """Build the site in this folder."""
    from pelican.log import init as init_logging

    require_pagefind()
    init_logging(name="pelican")
    overrides = {"OUTPUT_PATH": str(Path(arguments.output).resolve())} if arguments.output else {}
    open_press(Path.cwd(), overrides | {SEARCH: True}).run()
    return 0
