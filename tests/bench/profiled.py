"""`make profile`: where the time of a check and of a build goes, cold and after one edit, on so many generated posts.

Each program runs once under Python's profiler, on one core, so that nothing happens out of its sight. The profiler
slows Python code more than C code: shares show where to look, and `make bench` shows what it gained.
"""

from __future__ import annotations

import os
import pstats
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from measure import Task
from peers import clear
from sites import edit_post, edit_title, lay_ours

STAGES = {
    "importing": ("<frozen importlib._bootstrap>", "_find_and_load"),
    "reading policy and people": ("load_site.py", "load_house"),
    "reading posts": ("load_site.py", "load_site"),
    "texts for the networks": ("snippet_shelf.py", "prepare"),
    "who signed": ("load_signoffs.py", "judge_site"),
    "checking": ("checker.py", "check"),
    "Pelican reading what was judged": ("generators.py", "generate_context"),
    "values for templates": ("outgoing.py", "receive"),
    "writing pages": ("generators.py", "generate_output"),
    "feeds to share, and cards": ("outgoing.py", "write"),
    "the kit": ("kit.py", "write_kit"),
    "comparing with the old output": ("output_folder.py", "_keep_times"),
    "exchanging the folders": ("output_folder.py", "_exchange"),
}
"""The function that stands for a part of the work. A stage may lie within another."""

_MOST = 20
_IMPORTS = 15


def main() -> None:
    """Print the tables."""
    parser = ArgumentParser("make profile", description=__doc__)
    parser.add_argument("--size", type=int, default=1000, help="number of posts")
    size = parser.parse_args().size
    with tempfile.TemporaryDirectory(prefix="masthead-profile-") as folder:
        environment = {**os.environ, "XDG_STATE_HOME": f"{folder}/state", "NO_COLOR": "1"}
        root = lay_ours(Path(folder) / "site", size)
        masthead = [sys.executable, str(Path(sys.executable).with_name("masthead"))]
        for task in (
            Task("a cold check", root, [*masthead, "check"], partial(clear, root)),
            Task("a cold build", root, [*masthead, "build"], partial(clear, root)),
            Task(
                "a build after one post was edited", root, [*masthead, "build"], _edit(edit_post, root, "ours", 7, size)
            ),
            Task("a build after one title changed", root, [*masthead, "build"], partial(edit_title, root, 7, 1)),
            Task(
                "a check after one post was edited", root, [*masthead, "check"], _edit(edit_post, root, "ours", 8, size)
            ),
        ):
            stats = profile(task, environment)
            print("\n".join(_report(f"{task.name}, {size:,} posts", stats)))
        print("\n".join(_imports([*masthead, "check"], root, environment)))


def profile(task: Task, environment: Mapping[str, str]) -> pstats.Stats:
    """Run the task's program under cProfile and return what it saw."""
    task.prepare()
    kept = task.folder / "profile.bin"
    command = [sys.executable, "-m", "cProfile", "-o", str(kept), *task.command[1:]]
    with (task.folder / "said.txt").open("wb") as said:
        one_core = partial(os.sched_setaffinity, 0, {min(os.sched_getaffinity(0))})
        subprocess.run(
            command, cwd=task.folder, env=environment, stdout=said, stderr=said, preexec_fn=one_core, check=True
        )
    return pstats.Stats(str(kept))


def by_place(stats: pstats.Stats, name_of: Callable[[str], str | None]) -> list[tuple[str, float]]:
    """Return the seconds of each place that `name_of` finds for a file, longest first; C code counts for its caller."""
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in _functions(stats).items():
        parts = [(file, own)] if file != "~" or not callers else [(one[0], cost[2]) for one, cost in callers.items()]
        for place, seconds in parts:
            if name := name_of(place):
                spent[name] += seconds
    return spent.most_common(_MOST)


def by_stage(stats: pstats.Stats) -> Iterator[tuple[str, float]]:
    """Yield the seconds of each of STAGES, everything called there included."""
    for stage, (place, function) in STAGES.items():
        totals = [
            total
            for (file, _, name), (_, _, _, total, _) in _functions(stats).items()
            if Path(file).name == place and name == function
        ]
        # Where a method of ours calls the one it overrides, the outer one holds the time of both.
        if seconds := max(totals, default=0.0):
            yield stage, seconds


def _edit(edit: Callable[..., None], root: Path, kind: str, number: int, size: int) -> Callable[[], None]:
    return partial(edit, root, kind, number, size, "This line came with an edit.")


def _report(title: str, stats: pstats.Stats) -> Iterator[str]:
    whole: float = vars(stats)["total_tt"]
    yield f"\n== {title}: {whole:.2f} s under the profiler"
    yield from _table("stage, with all it calls", by_stage(stats), whole)
    yield from _table("package, its own time", by_place(stats, _package), whole)
    yield from _table("module of ours, its own time", by_place(stats, _module), whole)


def _table(head: str, shares: Iterable[tuple[str, float]], whole: float) -> Iterator[str]:
    yield f"\n{head:<52}{'seconds':>9}{'%':>7}"
    for name, seconds in shares:
        if seconds > 0.002 * whole:
            yield f"{name:<52}{seconds:>9.2f}{100 * seconds / whole:>7.1f}"


def _imports(command: list[str], root: Path, environment: Mapping[str, str]) -> Iterator[str]:
    """Yield the modules that take longest to import, each with what it imports first, outermost ones only."""
    timed = [command[0], "-X", "importtime", *command[1:]]
    said = subprocess.run(timed, cwd=root, env=environment, capture_output=True, text=True, check=True).stderr
    found = []
    for line in said.splitlines():
        if line.startswith("import time:") and "|" in line and "[us]" not in line:
            own, total, name = line.removeprefix("import time:").split("|")
            found.append((name.strip(), int(own) / 1e6, int(total) / 1e6))
    yield f"\n== imports of `masthead check`: {len(found)} modules, {sum(own for _, own, _ in found):.2f} s"
    yield f"\n{'module':<52}{'with all':>9}{'own':>7}"
    for name, own, total in sorted(found, key=lambda one: -one[2])[:_IMPORTS]:
        yield f"{name:<52}{total:>9.3f}{own:>7.3f}"


def _functions(stats: pstats.Stats) -> dict[tuple[str, int, str], tuple[int, int, float, float, dict[Any, Any]]]:
    found: dict[tuple[str, int, str], tuple[int, int, float, float, dict[Any, Any]]] = vars(stats)["stats"]
    return found


def _package(file: str) -> str | None:
    parts = Path(file).parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1].removesuffix(".py")
    if "plugins" in parts:
        return f"ours: {parts[parts.index('plugins') + 1]}"
    return "Python itself"


def _module(file: str) -> str | None:
    parts = Path(file).parts
    return "/".join(parts[parts.index("plugins") + 1 :]) if "plugins" in parts else None


if __name__ == "__main__":
    main()
