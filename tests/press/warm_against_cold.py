"""Edits a site at random, builds it warm after each edit, and compares that with a cold build, byte by byte.

`python tests/press/warm_against_cold.py FOLDER FIRST_SEED SEQUENCES` runs as many sequences as wanted; the tests run
a few of them. Each build is a process of its own, forked so that nothing is imported again.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from edits import ChangingSite
from site_folder import SiteFolder

from pelican.plugins.desk import main

EDITS = 4
POSTS = 10


class DifferenceError(AssertionError):
    """A warm build wrote something else than a cold one, or ended otherwise."""


def run_sequence(folder: Path, seed: int, posts: int = POSTS) -> list[str]:
    """Edit and build; return what was done. Raises DifferenceError."""
    state, changing = folder / "state", ChangingSite(folder / "site", folder / "state", seed, posts)
    done = ["as laid"]
    _compare(changing, folder / "cold", state, done)
    assert any(changing.site.output.iterdir()), "the site is built before anything is done to it"
    for number in range(EDITS):
        done.append(changing.edit(last=number == EDITS - 1))
        _compare(changing, folder / "cold", state, done)
    return done


def _compare(changing: ChangingSite, cold: Path, state: Path, done: list[str]) -> None:
    changing.copy_for_cold(cold)
    before, times = _tree(changing.root), _times(changing.root)
    code, said = _build(changing.root, state, changing.plugins)
    expected, said_cold = _build(cold, state, changing.plugins)
    told = "\n".join([*done, f"warm: {code} {said[-2000:]}", f"cold: {expected} {said_cold[-2000:]}"])
    if code != expected:
        raise DifferenceError(told)
    wanted, found = _tree(cold) if code == 0 else before, _tree(changing.root)
    if code == 0 and (different := [name for name in wanted.keys() | found if wanted.get(name) != found.get(name)]):
        raise DifferenceError(f"{told}\n{sorted(different)[:20]}")
    if code and before != found:
        raise DifferenceError(f"{told}\na stopped build changed the output")
    now = _times(changing.root)
    if touched := [name for name in now.keys() & times if before[name] == found[name] and now[name] != times[name]]:
        raise DifferenceError(f"{told}\nnot changed, but with a new time: {sorted(touched)[:20]}")
    if left := [place.name for place in changing.root.glob(".output*")]:
        raise DifferenceError(f"{told}\nleft behind: {left}")


def _build(root: Path, state: Path, plugins: Path | None) -> tuple[int, str]:
    said = root.parent / "said.txt"
    if plugins:
        ended = SiteFolder(root, state).run("masthead", "build", PYTHONPATH=str(plugins))
        return ended.code, ended.said
    child = os.fork()
    if child == 0:
        os.chdir(root)
        os.environ["XDG_STATE_HOME"] = str(state)
        sys.argv = ["masthead", "build"]
        handle = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        code = 99
        try:
            code = main() or 0
        except SystemExit as ended:
            code = int(ended.code or 0)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said.read_text("utf-8", "replace")


def _tree(root: Path) -> dict[str, bytes | None]:
    """Return the bytes of every file of both outputs, and None for each folder."""
    found = (place for name in ("output", "output-kit") for place in (root / name).rglob("*"))
    return {place.relative_to(root).as_posix(): place.read_bytes() if place.is_file() else None for place in found}


def _times(root: Path) -> dict[str, int]:
    found = (place for name in ("output", "output-kit") for place in (root / name).rglob("*"))
    return {place.relative_to(root).as_posix(): place.stat().st_mtime_ns for place in found if place.is_file()}


def run_sequences(folder: Path, first: int, number: int, posts: int = POSTS) -> None:
    """Run sequences one after the other."""
    for seed in range(first, first + number):
        done = run_sequence(folder / str(seed), seed, posts)
        print(seed, "; ".join(done), flush=True)
        subprocess.run(["rm", "-rf", folder / str(seed)], check=True)


if __name__ == "__main__":
    run_sequences(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *map(int, sys.argv[4:]))
