"""The lines of files that findings point to, for reporters that show them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..site_model.load_text import read_plain
from .finding import Finding


def load_excerpts(root: Path, findings: Iterable[Finding]) -> dict[str, dict[int, str]]:
    """Return file to line number to text; a file that cannot be shown is left out."""
    wanted: dict[str, set[int]] = {}
    for finding in findings:
        for spot in (finding.spot, finding.edit.spot if finding.edit else finding.spot):
            wanted.setdefault(spot.file, set()).update((spot.line, spot.end_line or spot.line))
    excerpts = {}
    real = root.resolve()
    for file, numbers in sorted(wanted.items()):
        if (root / file).resolve() != real / file:
            continue  # A link may lead to a file that nobody should read in a report.
        try:
            lines = read_plain(root / file).decode("utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError):
            continue
        excerpts[file] = {n: lines[n - 1] for n in sorted(numbers) if 0 < n <= len(lines)}
    return excerpts
