"""Apply the corrections that need no judgement, and say which."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ...policy.counts import count
from ...policy.edits import apply_edits
from ...policy.finding import Finding
from ..find_post import find_post
from ..site_folder import open_press
from ..write_file import write_file


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead fix`."""
    parser.add_argument("--post", metavar="PATH", help="mend only this post")


def run(arguments: Namespace) -> int:
    """Mend the files of the site in this folder."""
    root = Path.cwd()
    judgement = open_press(root).judge()
    only = find_post(arguments.post, judgement.site, root) if arguments.post else None
    by_file: dict[str, list[Finding]] = {}
    mended = 0
    for finding in judgement.report.findings:
        if finding.edit and only in (None, finding.edit.spot.file):
            by_file.setdefault(finding.edit.spot.file, []).append(finding)
    for file, findings in by_file.items():
        place = root / file
        text, refused = apply_edits(place.read_bytes().decode(), [f.edit for f in findings if f.edit])
        write_file(place, text.encode())
        for finding in findings:
            if finding.edit not in refused:
                mended += 1
                print(f"{finding.spot}: mended [{finding.rule}] {finding.message}")
    left = sum(1 for finding in judgement.report.findings if not finding.edit and only in (None, finding.spot.file))
    if not mended:
        print("nothing to mend without a person's judgement", file=sys.stderr)
    if left:
        needs = "needs" if left == 1 else "need"
        print(f"{count(left, 'finding')} {needs} a person: run `make check`", file=sys.stderr)
    return 0
