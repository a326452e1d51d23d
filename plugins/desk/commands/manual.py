"""Write the pages that are made from code: `docs/rules/` and `docs/schemas/`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead manual`."""
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a page is not fresh")


def run(arguments: Namespace) -> int:
    """Write what differs, remove pages of rules that are gone."""
    from ...policy.manual import manual_files
    from ..write_file import write_file

    files = {Path(path): text.encode() for path, text in manual_files().items()}
    folders = {place.parent for place in files}
    gone = sorted(place for folder in folders if folder.exists() for place in folder.iterdir() if place not in files)
    stale = sorted(place for place, text in files.items() if not place.exists() or place.read_bytes() != text)
    if arguments.check:
        for place in (*stale, *gone):
            print(f"{place}: not fresh; run `make manual`", file=sys.stderr)
        return 1 if stale or gone else 0
    for place in stale:
        write_file(place, files[place])
    for place in gone:
        place.unlink()
    return 0
