"""`make bench`: measure checking and building beside stock Pelican in one run, and write `docs/benchmarks.md`.

Everything is generated, so anybody can repeat it; `CORPUS=` adds a real blog: a folder with `content/`,
`pelicanconf.py` and, if there is one, `authors.json`.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from bench import Bench

PAGE = Path(__file__).parent.parent.parent / "docs" / "benchmarks.md"


def main() -> None:
    """Measure and write the page."""
    parser = ArgumentParser("make bench", description=__doc__)
    parser.add_argument("--sizes", default="1000", help="numbers of posts, with commas, such as 100,1000,10000")
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is run in turn")
    parser.add_argument("--corpus", type=Path, help="a real blog to measure too")
    parser.add_argument("--page", type=Path, default=PAGE, help="where to write the results")
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="masthead-bench-"))
    # The cache's secret stays in the benchmark's own folder, and no setting of the shell's reaches what is measured.
    outer = {name: value for name, value in os.environ.items() if not name.startswith(("MASTHEAD_", "PYTHON"))}
    environment = {**outer, "XDG_STATE_HOME": str(folder / "state"), "NO_COLOR": "1"}
    try:
        bench = Bench(folder, environment, arguments.rounds, lambda text: print(text, file=sys.stderr, flush=True))
        sizes = [int(size) for size in arguments.sizes.split(",")]
        arguments.page.write_text(bench.page(sizes, arguments.corpus), "utf-8")
    finally:
        shutil.rmtree(folder)
    print(f"written: {os.path.relpath(arguments.page)}", file=sys.stderr)


if __name__ == "__main__":
    main()
