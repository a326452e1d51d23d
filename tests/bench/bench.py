"""What is measured, and in which words it is reported."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from adopted import lay_adopted, lay_old, what_was_read
from measure import Task, interleaved, peak_memory, ratio
from page import cost_table, machine, share_table, table
from profiled import by_package, by_stage, profile
from sites import REPOSITORY, edit_author, edit_post, edit_title, lay_ours, lay_stock, switch_rules_off

from pelican.plugins.policy.find_rules import find_rules

STOCK = "stock Pelican"
OURS = "Masthead"
BARE = "Masthead, almost no rule on"
CHECK = "check"
SMALL = 100


class Bench:
    """One run: lays the sites, measures them in turn, writes the page."""

    def __init__(self, folder: Path, environment: Mapping[str, str], rounds: int, say: Callable[[str], None]) -> None:
        self.folder = folder
        self.environment = environment
        self.rounds = rounds
        self.say = say
        self.masthead = Path(sys.executable).with_name("masthead")
        self.edits = 0

    def page(self, sizes: Sequence[int], corpus: Path | None) -> str:
        """Measure everything and return the page."""
        command = _command(sizes, corpus, self.rounds)
        parts = [_INTRODUCTION.format(rounds=self.rounds, machine=machine(), command=command)]
        parts += [self.generated(size) for size in sizes]
        parts.append(self.memory(sorted({SMALL, *sizes})))
        if corpus:
            parts.append(self.real(corpus))
        parts.append(self.profiles(min(sizes, key=lambda size: abs(size - 1000))))
        return "\n".join(parts)

    def generated(self, size: int) -> str:
        """Measure cold and warm builds and checks of so many generated posts."""
        self.say(f"{size:,} posts: laying the sites")
        root = self.folder / str(size)
        stock, few = (lay_stock(root / name, size) for name in ("stock", "few"))
        cold, checked, bare, themed, warm = (
            lay_ours(root / name, size) for name in ("ours", "checked", "bare", "themed", "warm")
        )
        switch_rules_off(bare, [name for name, rule in find_rules().items() if rule.waivable])
        (themed / "theme").unlink()
        (themed / "theme").symlink_to(REPOSITORY / "theme")
        edit = partial(self._edited, warm, edit_post, size)
        tasks = [
            self.stock(STOCK, stock),
            self.stock("stock Pelican, two feeds", few, "fewfeeds.py"),
            self.build(OURS, cold),
            self.build(BARE, bare),
            self.build("Masthead, its own theme", themed),
            self.build("Masthead again, nothing edited", warm, lambda: None),
            self.build("Masthead again, one post edited", warm, edit),
            self.build("Masthead again, one title edited", warm, partial(self._edited, warm, edit_title, size)),
            self.build("Masthead again, one author edited", warm, partial(self._edited, warm, edit_author, size)),
            self.check("check, cold", checked),
            self.check("check again, nothing edited", warm, lambda: None),
            self.check("check again, one post edited", warm, edit),
        ]
        self._settle(warm)
        self.say(f"{size:,} posts: {self.rounds} rounds of {len(tasks)} runs")
        costs = interleaved(tasks, self.rounds, self.environment)
        governance = {
            kind: 100 * (ratio(costs[OURS], costs[STOCK], kind) - ratio(costs[BARE], costs[STOCK], kind))
            for kind in ("wall", "processor")
        }
        pages = {name: _kinds(place / "output") for name, place in ((STOCK, stock), (OURS, cold))}
        return _GENERATED.format(
            size=size,
            costs=cost_table(costs, STOCK),
            **governance,
            pages=table(("files", "HTML", "XML", "JSON"), [(name, *kinds) for name, kinds in pages.items()]),
        )

    def memory(self, sizes: Sequence[int]) -> str:
        """Measure the peak of each program at each size, and how much a post adds."""
        self.say("memory")
        rows = []
        peaks: dict[str, list[int]] = {}
        for size in sizes:
            root = self.folder / "memory" / str(size)
            stock, ours = lay_stock(root / "stock", size), lay_ours(root / "ours", size)
            tasks = (self.stock(STOCK, stock), self.build(OURS, ours), self.check(CHECK, ours))
            for task in tasks:
                peaks.setdefault(task.name, []).append(peak_memory(task, self.environment))
        for name, found in peaks.items():
            added = [
                f"{(more - less) / (size - before):.0f}"
                for (before, less), (size, more) in zip(
                    zip(sizes, found, strict=True), list(zip(sizes, found, strict=True))[1:], strict=False
                )
            ]
            rows.append((name, *(f"{peak / 1024:.0f}" for peak in found), *added))
        head = ("", *(f"{size:,} posts, MiB" for size in sizes), *(f"KiB a post, up to {size:,}" for size in sizes[1:]))
        return _MEMORY.format(table=table(head, rows))

    def real(self, corpus: Path) -> str:
        """Measure a real blog."""
        self.say("the real blog")
        root = self.folder / "real"
        old = lay_old(root / "old", corpus)
        few_old = lay_old(root / "few-old", corpus, every=10)
        ours = lay_adopted(root / "ours", corpus, self.masthead, self.environment)
        few = lay_adopted(root / "few", corpus, self.masthead, self.environment, every=10)
        read = what_was_read(ours, self.masthead, self.environment)
        tasks = [self.stock(STOCK, old), self.build(OURS, ours), self.check(CHECK, ours)]
        costs = interleaved(tasks, self.rounds, self.environment)
        fewer = [self.stock(STOCK, few_old), self.build(OURS, few), self.check(CHECK, few)]
        posts = read.files - len([*(few / "content").rglob("*.md")])
        rows = []
        peaks = [(task.name, peak_memory(task, self.environment)) for task in tasks]
        for (name, peak), small in zip(peaks, fewer, strict=True):
            a_post = (peak - peak_memory(small, self.environment)) / posts
            rows.append((name, f"{peak / 1024:.0f}", f"{peak / peaks[0][1]:.2f}", f"{a_post:.0f}"))
        return _REAL.format(
            files=read.files,
            read=read.read,
            reported=read.reported,
            costs=cost_table(costs, STOCK),
            memory=table(("", "peak, MiB", f"ratio to {STOCK}", "KiB a post"), rows),
            findings=table(("rule", "findings"), read.findings.items()),
        )

    def profiles(self, size: int) -> str:
        """Profile a cold build of each, and a check after an edit."""
        self.say("profiles")
        root = self.folder / "profile"
        stock, ours = lay_stock(root / "stock", size), lay_ours(root / "ours", size)
        parts = []
        edit = partial(self._edited, ours, edit_post, size)
        for task in (
            self.stock("stock Pelican, cold build", stock),
            self.build("Masthead, cold build", ours),
            self.build("Masthead, build after one edit", ours, edit),
            self.check("Masthead, check after one edit", ours, edit),
        ):
            stats = profile(task, self.environment)
            parts += [
                f"### {task.name}\n",
                share_table("stage", by_stage(stats)),
                share_table("package", by_package(stats)),
            ]
        return _PROFILES.format(size=size, parts="\n".join(parts))

    def stock(self, name: str, root: Path, settings: str = "pelicanconf.py") -> Task:
        """Return a cold build by stock Pelican."""
        command = [sys.executable, "-m", "pelican", "content", "-s", settings, "-q"]
        return Task(name, root, command, partial(_clear, root))

    def build(self, name: str, root: Path, prepare: Callable[[], None] | None = None) -> Task:
        """Return a build by us, cold unless `prepare` says otherwise."""
        return Task(name, root, [sys.executable, str(self.masthead), "build"], prepare or partial(_clear, root))

    def check(self, name: str, root: Path, prepare: Callable[[], None] | None = None) -> Task:
        """Return a check, cold unless `prepare` says otherwise."""
        return Task(name, root, [sys.executable, str(self.masthead), "check"], prepare or partial(_clear, root))

    def _settle(self, root: Path) -> None:
        interleaved([self.build("first", root, lambda: None)], 1, self.environment)

    def _edited(self, root: Path, edit: Callable[[Path, int, int], None], size: int) -> None:
        self.edits += 1
        edit(root, (self.edits * 37) % size, self.edits)


def _clear(root: Path) -> None:
    for name in ("output", "output-kit", ".masthead"):
        shutil.rmtree(root / name, ignore_errors=True)


def _kinds(output: Path) -> tuple[int, ...]:
    files = [place.suffix for place in output.rglob("*") if place.is_file()]
    return tuple(files.count(suffix) for suffix in (".html", ".xml", ".json"))


def _command(sizes: Sequence[int], corpus: Path | None, rounds: int) -> str:
    options = {"SIZES": ",".join(map(str, sizes)), "ROUNDS": str(rounds), "CORPUS": "..." if corpus else ""}
    return " ".join(["make bench", *(f"{name}={value}" for name, value in options.items() if value)])


_INTRODUCTION = """# Benchmarks

Made by `{command}`. Every number is the median of {rounds} rounds, in which all programs ran
in turn, there and back; a ratio is the median of the rounds' own ratios. Programs are measured whole, from start to
exit. Seconds differ from machine to machine and with whatever else it does: the ratios are what counts.

Measured on {machine}
"""

_GENERATED = """## {size:,} generated posts

Posts of about 600 words with headings, links, a list, code, a table, a picture and footnotes, by 40 authors on
12 topics with 60 tags. Both sites have the same pages with the same plain theme; stock Pelican reads the posts in its
own dialect and makes the same Atom and RSS feeds. We also write JSON feeds, texts for five networks, and the record
of what was checked. "Cold" and plain names mean: no output, no cache.

{costs}
Governance, the difference between all rules on and all off that may be off, takes {wall:.1f} % of the wall time of
a cold build by stock Pelican, and {processor:.1f} % of its processor time.

{pages}"""

_MEMORY = """## Memory

The most that a program and its children held at once, shared pages counted once.

{table}"""

_REAL = """## A real blog

{files} posts of a real organisation that moved in with `masthead adopt` and `masthead baseline`: {read} were read,
{reported} reported as unreadable. Both sites use Pelican's `simple` theme.

{costs}
{memory}
What the rules say before the baseline:

{findings}"""

_PROFILES = """## Where the time goes

One run of each under Python's profiler, on one core, {size:,} posts. A stage counts everything that happens in it;
what is not listed, such as starting Python, makes up the rest. The profiler itself slows Python code more than C code.

{parts}"""
