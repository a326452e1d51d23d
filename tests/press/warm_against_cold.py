"""Edits a site at random, builds it warm after some edits, and compares that with a cold build, byte by byte.

`python tests/press/warm_against_cold.py FOLDER FIRST_SEED SEQUENCES [POSTS]` runs as many sequences as wanted; the
tests run a few of them. In every third the posts are signed, in a repository. Where nothing changed that the site is
made from, what the last cold build wrote is what another would write.
"""

from __future__ import annotations

import resource
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from edits import ChangingSite
from forked import Forks
from signed_site import SignedSite
from site_folder import SiteFolder

BUILDS = 4
EDITS_BEFORE_A_BUILD = (1, 1, 1, 2, 3)
MENDED = 0.8
"""How often people take back what stopped a build, before they do something else."""
POSTS = 10
Tree = dict[str, bytes | None]


class DifferenceError(AssertionError):
    """A warm build wrote something else than a cold one, or ended otherwise."""


class Cold(NamedTuple):
    """What a cold build makes of a source."""

    source: dict[str, bytes]
    code: int
    said: str
    tree: Tree


class Sequence:
    """A site that was built, is edited and built again, with a cold copy beside it; `done` tells what happened."""

    def __init__(self, folder: Path, seed: int, posts: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.forks = folder, Forks(folder)
        root, state = folder / "site", folder / "state"
        signed = seed % 3 == 0
        self.changing = (
            SignedSite(root, state, seed, posts, self.forks) if signed else ChangingSite(root, state, seed, posts)
        )
        self.done = ["signed" if signed else "as laid"]
        code, said = self._build(self.changing.site)
        assert code == 0, f"the site is built before anything is done to it: {said}"
        self.forks.import_what_was_used()
        self.last = Cold(self.changing.source(), code, said, _tree(root, self.changing.made))

    def run(self) -> None:
        """Edit and build. Raises DifferenceError."""
        good = self.last.source
        for number in range(BUILDS):
            for _ in range(self.changing.chance.choice(EDITS_BEFORE_A_BUILD)):
                self.done.append(self.changing.edit())
            if number == BUILDS - 1:
                self.done.append(self.changing.edit(last=True))
            self._compare()
            self.done.append("built" if self.last.code == 0 else f"stopped {self.last.code}")
            if self.last.code == 0:
                good = self.last.source
            elif self.changing.chance.random() < MENDED:
                self.done.append(self.changing.take_back(good))

    def _compare(self) -> None:
        changing = self.changing
        source = changing.source()
        if changing.plugins or self.last.source != source:
            site = changing.copy_for_cold(self.folder / "cold")
            code, said = self._build(site)
            self.last = Cold(source, code, said, _tree(site.root, changing.made))
        before, times = _tree(changing.root, changing.made), _times(changing.root, changing.made)
        code, said = self._build(changing.site)
        told = "\n".join(
            [*self.done, f"warm: {code} {said[-2000:]}", f"cold: {self.last.code} {self.last.said[-2000:]}"]
        )
        if code != self.last.code:
            raise DifferenceError(told)
        wanted, found = self.last.tree if code == 0 else before, _tree(changing.root, changing.made)
        if different := [name for name in wanted.keys() | found if wanted.get(name, 0) != found.get(name, 0)]:
            what = "different" if code == 0 else "changed by a build that stopped"
            raise DifferenceError(f"{told}\n{what}: {sorted(different)[:20]}")
        now = _times(changing.root, changing.made)
        if touched := [name for name in now.keys() & times if before[name] == found[name] and now[name] != times[name]]:
            raise DifferenceError(f"{told}\nnot changed, but with a new time: {sorted(touched)[:20]}")
        if left := [place.name for made in changing.made for place in changing.root.glob(f".{made}*")]:
            raise DifferenceError(f"{told}\nleft behind: {left}")

    def _build(self, site: SiteFolder) -> tuple[int, str]:
        if not self.changing.plugins:
            return self.forks.run(site, *self.changing.command)
        # Other plugins than those imported here need a process that begins from nothing.
        ended = site.run("masthead", *self.changing.command, PYTHONPATH=str(self.changing.plugins))
        return ended.code, ended.said


def run_sequence(folder: Path, seed: int, posts: int = POSTS) -> list[str]:
    """Edit and build; return what was done. Raises DifferenceError."""
    sequence = Sequence(folder, seed, posts)
    sequence.run()
    return sequence.done


def _tree(root: Path, made: tuple[str, ...]) -> Tree:
    """Return the bytes of every file of both outputs, and None for each folder."""
    found = (place for name in made for place in (root / name).rglob("*"))
    return {place.relative_to(root).as_posix(): place.read_bytes() if place.is_file() else None for place in found}


def _times(root: Path, made: tuple[str, ...]) -> dict[str, int]:
    found = (place for name in made for place in (root / name).rglob("*"))
    return {place.relative_to(root).as_posix(): place.stat().st_mtime_ns for place in found if place.is_file()}


def _processor_seconds() -> float:
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def run_sequences(folder: Path, first: int, number: int, posts: int = POSTS) -> None:
    """Run sequences one after the other; one with a difference is told, and its folder stays."""
    different = 0
    for seed in range(first, first + number):
        before = _processor_seconds()
        try:
            print(seed, "; ".join(run_sequence(folder / str(seed), seed, posts)), end="; ")
            shutil.rmtree(folder / str(seed))
        except DifferenceError as error:
            different += 1
            print(seed, f"DIFFERENT: {error}", end="; ")
        print(f"{_processor_seconds() - before:.1f} processor seconds", flush=True)
    sys.exit(f"{different} of {number} sequences are different" if different else 0)


if __name__ == "__main__":
    run_sequences(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *map(int, sys.argv[4:]))
