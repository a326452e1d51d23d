"""`make bench`: measure Masthead beside other generators in one run, and write `docs/benchmarks.md` with its chart.

Everything is generated, so anybody can repeat it; `CORPUS=` adds a real blog: a folder with `content/`,
`pelicanconf.py` and, if there is one, `authors.json`. Each run is written down when it ends, and the page after each
part: what is cut short leaves a page of what there is. `--render` writes the page again and measures nothing.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench import Bench
from chart import chart
from ledger import Ledger, read_ledger
from machine import busy, machine
from page import page

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "benchmarks.md"
RESULTS = HERE / "results.jsonl"
_SHARE_OF_BUILDS = 0.75
_MORE_FOR_MORE_POSTS = 0.65
_USUAL = 1000
_SIGNED = 10_000
_FEW = 3


def main() -> None:
    """Measure and write the page."""
    arguments = _arguments()
    if arguments.render:
        write_page(read_ledger(arguments.results), arguments.page)
        return
    folder = Path(tempfile.mkdtemp(prefix="masthead-bench-", dir=arguments.folder))
    # The cache's secret stays in the benchmark's own folder, and no setting of the shell's reaches what is measured.
    outer = {name: value for name, value in os.environ.items() if not name.startswith(("MASTHEAD_", "PYTHON"))}
    environment = {**outer, "XDG_STATE_HOME": str(folder / "state"), "NO_COLOR": "1"}
    arguments.results.write_text("", "utf-8")
    ledger = Ledger(arguments.results)
    bench = Bench(folder, environment, ledger, _say)
    bench.machine(machine(folder), busy(), _command(arguments))
    try:
        for part in _parts(bench, arguments):
            try:
                part()
            # A part that fails is reported on the page, and the others are measured all the same.
            except Exception as error:
                _say(f"failed: {error}")
                name = getattr(part, "func", part).__name__
                ledger.fact(name, 0, name, {"failed": bench.hide(f"{type(error).__name__}: {error}")})
            write_page(ledger, arguments.page)
    finally:
        shutil.rmtree(folder)
    _say(f"written: {os.path.relpath(arguments.page)}")


def write_page(ledger: Ledger, place: Path) -> None:
    """Write the page and the chart beside it."""
    place.write_text(page(ledger), "utf-8")
    place.with_suffix(".svg").write_text(chart(ledger), "utf-8")


def rounds_of(words: str, sizes: list[int]) -> dict[int, int]:
    """Return the rounds for each size: one number for all, or one for each, as `5,5,3`."""
    numbers = [int(word) for word in words.split(",")]
    if len(numbers) not in (1, len(sizes)):
        raise SystemExit(f"make bench: ROUNDS has {len(numbers)} numbers, SIZES has {len(sizes)}")
    return dict(zip(sizes, numbers * len(sizes), strict=False))


def _parts(bench: Bench, arguments: Namespace) -> Iterator[Callable[[], None]]:
    sizes = sorted(int(size) for size in arguments.sizes.split(","))
    rounds = rounds_of(arguments.rounds, sizes)
    usual = min(sizes, key=lambda size: abs(size - _USUAL))
    parts = {size: size**_MORE_FOR_MORE_POSTS for size in sizes}
    seconds = arguments.minutes * 60
    for size in sizes:
        yield partial(bench.build, size, rounds[size], _SHARE_OF_BUILDS * seconds * parts[size] / sum(parts.values()))
    yield partial(bench.shares, usual, rounds[usual], (1 - _SHARE_OF_BUILDS) / 2 * seconds)
    yield partial(bench.serve, usual, rounds[usual])
    yield partial(bench.start_up, rounds[usual])
    if arguments.corpus:
        yield partial(bench.real, arguments.corpus, min(_FEW, rounds[usual]))
    yield partial(bench.signed, _SIGNED, min(_FEW, *rounds.values()))
    yield partial(bench.pictures, min(sizes))
    yield partial(bench.growth, [usual, 2 * max(sizes)], rounds[usual])


def _arguments() -> Namespace:
    parser = ArgumentParser("make bench", description=__doc__)
    parser.add_argument("--sizes", default="100,1000,10000", help="numbers of posts, with commas")
    parser.add_argument("--rounds", default="5", help="how often everything is run in turn: for all sizes, or for each")
    parser.add_argument("--minutes", type=float, default=20, help="begin no further round when its share is used up")
    parser.add_argument("--corpus", type=Path, help="a real blog to measure too")
    parser.add_argument("--folder", type=Path, help="where to lay the sites, such as a memory disk")
    parser.add_argument("--page", type=Path, default=PAGE, help="where to write the page")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where to write every run")
    parser.add_argument("--render", action="store_true", help="write the page from the results there are")
    return parser.parse_args()


def _command(arguments: Namespace) -> str:
    options = {
        "SIZES": arguments.sizes,
        "ROUNDS": arguments.rounds,
        "MINUTES": f"{arguments.minutes:g}",
        "CORPUS": "..." if arguments.corpus else "",
        "FOLDER": "..." if arguments.folder else "",
    }
    return " ".join(["make bench", *(f"{name}={value}" for name, value in options.items() if value)])


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
