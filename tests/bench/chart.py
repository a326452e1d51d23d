"""The chart beside the page: bars for each number of posts, readable on light and on dark ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

import rows
from ledger import Ledger, spread_of

_WIDTH, _LEFT, _LONGEST, _LINE, _BAR = 760, 260, 400, 24, 15
_SHOWN = (*rows.COLD, rows.POST)


@dataclass(frozen=True)
class Bar:
    """One row of one size."""

    name: str
    seconds: float


def chart(ledger: Ledger) -> str:
    """Return the SVG: in each group the longest bar is as long as can be."""
    parts = []
    top = 0
    for size in ledger.sizes(rows.BUILD):
        parts.append(_text(0, top + 20, f"{size:,} posts", "head"))
        bars = list(_bars(ledger, size))
        longest = max((bar.seconds for bar in bars), default=1)
        for at, bar in enumerate(bars):
            y = top + 34 + at * _LINE
            length = max(1, round(_LONGEST * bar.seconds / longest))
            kind = "ours" if bar.name.startswith(rows.OURS) else "theirs"
            parts.append(_text(_LEFT - 8, y + 12, bar.name, "name"))
            parts.append(f'<rect class="{kind}" x="{_LEFT}" y="{y}" width="{length}" height="{_BAR}"/>')
            parts.append(_text(_LEFT + length + 6, y + 12, f"{bar.seconds:.2f} s", "value"))
        top += 48 + len(bars) * _LINE
    return _SVG.format(width=_WIDTH, height=max(top, 1), parts="\n".join(parts))


def _bars(ledger: Ledger, size: int) -> Iterator[Bar]:
    for row in _SHOWN:
        costs = ledger.costs(rows.BUILD, size, row)
        if found := spread_of(cost.wall for cost in costs.values()):
            yield Bar(row, found.middle)


def _text(x: int, y: int, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x}" y="{y}">{escape(words)}</text>'


_SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"
 role="img">
<title>Seconds of a full build, and of ours after one edit</title>
<style>
text {{ font: 13px system-ui, sans-serif; fill: #1f2328 }}
.head {{ font-weight: 600; font-size: 15px }}
.name {{ text-anchor: end }}
.ours {{ fill: #0b6e99 }}
.theirs {{ fill: #8c959f }}
@media (prefers-color-scheme: dark) {{
  text {{ fill: #e6edf3 }}
  .ours {{ fill: #58b4dc }}
  .theirs {{ fill: #6e7681 }}
}}
</style>
{parts}
</svg>
"""
