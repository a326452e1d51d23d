"""A name for each finding that stays the same while lines above it come and go."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from .finding import Finding


def fingerprints(findings: Iterable[Finding], excerpts: dict[str, dict[int, str]]) -> Iterator[str]:
    """Yield one per finding, in order, from rule, file, message and the line's own text; repeated ones are numbered."""
    seen: Counter[str] = Counter()
    for finding in findings:
        line = excerpts.get(finding.spot.file, {}).get(finding.spot.line, "")
        parts = (finding.rule, finding.spot.file, finding.message, " ".join(line.split()))
        stem = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[stem] += 1
        yield stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"
