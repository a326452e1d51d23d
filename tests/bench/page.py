"""The page `docs/benchmarks.md` from what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import rows
from aims import Aim, aims, exponent, governance, memory_a_post, telling, telling_themed
from ledger import Ledger, Spread, ratios, spread_of

_QUIET = 0.7


def page(ledger: Ledger) -> str:
    """Return the page."""
    about = ledger.facts(rows.MACHINE, 0)[rows.MACHINE]
    noise = _NOISE.format(**about) if about["busy"] > _QUIET else ""
    parts = [_INTRODUCTION.format(**about, noise=noise, aims=_aims(aims(ledger)))]
    parts += [_BUILDS.format(size=size, table=_builds(ledger, size)) for size in ledger.sizes(rows.BUILD)]
    parts += [_PAGES.format(size=size, table=_pages(ledger, size)) for size in ledger.sizes(rows.BUILD)[-1:]]
    parts += [_shares(ledger, size) for size in ledger.sizes(rows.SHARES)]
    parts += [_GROWTH.format(table=_growth(ledger), **_grown(ledger)) for _ in ledger.sizes(rows.GROWTH)[:1]]
    for part, words in ((rows.SERVE, _SERVE), (rows.START, _START), (rows.SIGNED, _SIGNED)):
        parts += [words.format(size=size, table=_seconds(ledger, part, size)) for size in ledger.sizes(part)]
    parts += [_real(ledger, size) for size in ledger.sizes(rows.REAL)]
    parts += [_photographs(ledger, size) for size in ledger.sizes(rows.PICTURES)]
    peers = [f"{name}: {version}" for name, version in about["peers"].items()]
    failed = [f"{row}, {size:,} posts: {' '.join(why.split())[:300]}" for _, size, row, why in ledger.failures()]
    parts.append(_LEFT_OUT.format(peers=_list(peers), failed=_list(failed or ["Nothing."])))
    return "\n".join(parts)


def table(head: Sequence[str], body: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table whose columns but the first are numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *body]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"


def number(found: Spread | None, factor: float = 1) -> str:
    """Return a median with its extremes, or a dash."""
    if found is None:
        return "–"
    middle, least, most = (
        f"{one * factor:.{_digits(found.middle * factor)}f}" for one in (found.middle, found.least, found.most)
    )
    return middle if least == most else f"{middle} ({least}–{most})"


def _digits(value: float) -> int:
    return 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 0.2 else 3


def _aims(found: Iterable[Aim]) -> str:
    lines = []
    for aim in found:
        unit = f" {aim.unit}" if aim.unit else ""
        lines.append(
            (
                aim.promise,
                f"at most {aim.limit:g}{unit}",
                f"{number(aim.found)}{unit if aim.found else ''}",
                aim.verdict,
            )
        )
    return table(("", "aim", "measured", ""), lines)


def _builds(ledger: Ledger, size: int) -> str:
    lines = []
    for row in ledger.rows(rows.BUILD, size):
        costs = ledger.costs(rows.BUILD, size, row)
        peak = spread_of(cost.peak / 1024 for cost in costs.values() if cost.peak)
        lines.append(
            (
                row,
                number(spread_of(cost.wall for cost in costs.values())),
                number(ratios(costs, ledger.costs(rows.BUILD, size, rows.STOCK))),
                number(ratios(costs, ledger.costs(rows.BUILD, size, "Hugo"))),
                number(spread_of(cost.processor for cost in costs.values())),
                f"{peak.middle:.0f}" if peak else "–",
                len(costs),
            )
        )
    head = ("", "seconds", "of stock Pelican's", "of Hugo's", "processor, s", "peak, MiB", "runs")
    return table(head, lines)


def _pages(ledger: Ledger, size: int) -> str:
    found = ledger.facts(rows.PAGES, size)
    kinds = [kind for kind in next(iter(found.values()), {}) if any(one[kind] for one in found.values())]
    return table(("", *kinds), [(row, *(counts[kind] for kind in kinds)) for row, counts in found.items()])


def _shares(ledger: Ledger, size: int) -> str:
    lines = []
    for row in ledger.rows(rows.SHARES, size):
        costs = ledger.costs(rows.SHARES, size, row)
        stock = ledger.costs(rows.SHARES, size, rows.STOCK)
        wall, processor = (spread_of(getattr(cost, kind) for cost in costs.values()) for kind in ("wall", "processor"))
        lines.append((row, number(wall), number(ratios(costs, stock)), number(processor), len(costs)))
    shares = {
        f"{name}_{kind}": number(share(ledger, size, kind), 100)
        for name, share in (("governance", governance), ("telling", telling), ("themed", telling_themed))
        for kind in ("wall", "processor")
    }
    head = ("", "seconds", "of stock Pelican's", "processor, s", "runs")
    return _SHARES.format(size=size, table=table(head, lines), **shares)


def _growth(ledger: Ledger) -> str:
    lines = []
    for size in ledger.sizes(rows.GROWTH):
        costs = ledger.costs(rows.GROWTH, size, rows.OURS)
        peak = spread_of(cost.peak / 1024 for cost in costs.values() if cost.peak)
        lines.append((f"{size:,} posts", number(spread_of(c.wall for c in costs.values())), number(peak), len(costs)))
    return table(("", "seconds", "peak, MiB", "runs"), lines)


def _grown(ledger: Ledger) -> dict[str, str]:
    found = {"time": exponent(ledger, "wall"), "memory": exponent(ledger, "peak"), "post": memory_a_post(ledger)}
    return {name: number(one) for name, one in found.items()}


def _seconds(ledger: Ledger, part: str, size: int) -> str:
    lines = []
    for row in ledger.rows(part, size):
        costs = ledger.costs(part, size, row)
        lines.append((row, number(spread_of(cost.wall for cost in costs.values())), len(costs)))
    return table(("", "seconds", "times"), lines)


def _real(ledger: Ledger, size: int) -> str:
    lines = []
    for row in ledger.rows(rows.REAL, size):
        costs, stock = ledger.costs(rows.REAL, size, row), ledger.costs(rows.REAL, size, rows.STOCK)
        peak = spread_of(cost.peak / 1024 for cost in costs.values() if cost.peak)
        processor = spread_of(cost.processor for cost in costs.values())
        wall = spread_of(cost.wall for cost in costs.values())
        lines.append((row, number(wall), number(ratios(costs, stock)), number(processor), number(peak), len(costs)))
    head = ("", "seconds", "of stock Pelican's", "processor, s", "peak, MiB", "runs")
    facts = ledger.facts(rows.REAL, size)
    findings = table(("rule", "findings"), facts.get(rows.FINDINGS, {}).items())
    read = facts.get(rows.READ, {"read": "?", "reported": "?"})
    return _REAL.format(size=size, table=table(head, lines), findings=findings, **read)


def _photographs(ledger: Ledger, size: int) -> str:
    count = ledger.facts(rows.PICTURES, size).get(rows.PHOTOGRAPHS, "?")
    return _PHOTOGRAPHS.format(size=size, count=count, table=_seconds(ledger, rows.PICTURES, size))


def _list(lines: Iterable[str]) -> str:
    return "\n".join(_listed(lines))


def _listed(lines: Iterable[str]) -> Iterator[str]:
    return (f"- {line}" for line in lines)


_INTRODUCTION = """# Benchmarks

Written by `{command}`; every single run is in `tests/bench/results.jsonl`.
Programs are measured whole, from start to exit, and run in turn, there and back, so that a slow minute hurts each of
them alike. A number is the median of its runs, with the least and the most in brackets; a ratio is the median of the
ratios of the rounds. Seconds differ from machine to machine and with whatever else it does: the ratios are what counts.
What a run leaves on a disk is put by and deleted at the end, as deleting slows ext4 down for whoever writes files
next; on a memory disk (tmpfs) programs are measured alone, without the state that others left the disk's tables in.

Measured on {words}.
{noise}
![Seconds of a full build and of a build after an edit, by generator and number of posts](benchmarks.svg)

The chart shows seconds of full builds and of ours after one edit. The tables below have its numbers.

## Aims
{aims}"""

_NOISE = """
**Provisional**: when this began, {busy} other processes wanted a core, and seconds say little.
"""

_BUILDS = """## {size:,} posts

{table}"""

_PAGES = """## What was built

Posts of about 600 words with headings, links, a list, code, a table, a picture and footnotes, over eight years, by 40
authors on 12 topics with 60 tags. Every generator has a plain theme in its own language with the same markup, colours
code, and makes pages of ten posts for the blog and for each topic, tag and author, a list of topics, tags and authors,
an archive, and the newest twenty posts as RSS and as Atom. "Cold" and plain names mean: no output, no cache. An edit
comes after two builds; the first after a cold one, told apart, also lays out the folder that later ones begin from.
Hugo, Eleventy and Jekyll are given the addresses of links between posts ready-made. Files at {size:,} posts:

{table}
We make more feeds (for each topic, author and audience, and JSON Feed), portraits and pictures with variants for every
screen, the record of what was checked and, beside the output, the texts for five networks. Cards are told apart below.
"""

_SHARES = """## What each part costs, {size:,} posts

{table}
Governance, the difference between all rules on and all off that may be off, takes {governance_wall} % of a cold build
by stock Pelican ({governance_processor} % of its processor time). Feeds and the texts for networks add
{telling_wall} % to a cold build of ours without them ({telling_processor} % of the processor time), and with the theme
that we ship, whose pages show more, {themed_wall} % ({themed_processor} %).
"""

_GROWTH = """## Growth

{table}
Time grows with the number of posts to the power of {time}, memory to the power of {memory}; a further post takes
{post} KiB (all processes together, shared pages counted once).
"""

_SERVE = """## From saving to the screen, {size:,} posts

Seconds from an edit of the newest post until the preview server gives its page out with the edit in it; ours has told
open pages by then that they should load anew.

{table}"""

_START = """## Start-up

{table}"""

_SIGNED = """## {size:,} signed posts

{table}"""

_REAL = """## A real blog: {size} posts

A real organisation's blog, moved in with `masthead adopt` and `masthead baseline`: {read} posts were read, {reported}
reported as unreadable. Both sites use Pelican's `simple` theme.

{table}
What the rules say before the baseline:

{findings}"""

_PHOTOGRAPHS = """## Photographs

{count} photographs of 1,600 by 1,066 pixels in {size} posts, each in three widths and up to two more formats.

{table}"""

_LEFT_OUT = """## Compared with

{peers}

## What could not be measured

{failed}
"""
