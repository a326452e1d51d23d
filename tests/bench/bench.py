"""What is measured: each part lays its sites, runs everything in turn and writes into the ledger."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import rows
from adopted import lay_adopted, lay_old, what_was_read
from ledger import Ledger
from measure import Cost, ProgramFailedError, Ran, Task, interleaved, run
from pages import count_pages
from peers import Peer, clear, find_peers, forget, hugo_server
from served import edit_to_screen, serving, wait_for
from sites import (
    REPOSITORY,
    edit_author,
    edit_post,
    edit_title,
    large_pictures,
    lay_ours,
    lay_peer,
    lay_stock,
    switch_rules_off,
)

from pelican.plugins.policy.find_rules import find_rules

_PELICAN = (sys.executable, "-m", "pelican", "content", "-q", "-s")
_MASTHEAD = (sys.executable, str(Path(sys.executable).with_name("masthead")))
_SLOW = 5000
"""From so many posts on, what is in no aim runs twice, and Jekyll once."""

_ENOUGH = 3
"""So often runs what is in no aim."""


@dataclass
class Bench:
    """One run; `say` tells how far it is."""

    folder: Path
    environment: Mapping[str, str]
    ledger: Ledger
    say: Callable[[str], None]
    edits: int = 0

    def build(self, size: int, rounds: int, seconds: float) -> None:
        """Measure cold builds of all generators, and our builds and checks after edits."""
        root = self.folder / rows.BUILD / str(size)
        stock, ours = lay_stock(root / "stock", size), lay_ours(root / "ours", size)
        warm = lay_ours(root / "warm", size)
        edited = partial(self._edited, size)
        slow = size >= _SLOW
        enough = 2 if slow else _ENOUGH
        tasks = [
            self._cold(rows.STOCK, stock, [*_PELICAN, "pelicanconf.py"]),
            self._cold(rows.OURS, ours, [*_MASTHEAD, "build"]),
            *self._peers(root, size),
            Task(rows.POST, warm, [*_MASTHEAD, "build"], partial(edited, warm, "ours")),
            Task(rows.TITLE, warm, [*_MASTHEAD, "build"], partial(self._changed, edit_title, warm, size)),
            Task(rows.AUTHOR, warm, [*_MASTHEAD, "build"], partial(self._changed, edit_author, warm, size)),
            Task(rows.NOTHING, warm, [*_MASTHEAD, "build"], _nothing, enough),
            Task(rows.FIRST, ours, [*_MASTHEAD, "build"], partial(self._built_and_edited, size, ours), enough),
            Task(rows.CHECKED, ours, [*_MASTHEAD, "check"], partial(edited, ours, "ours")),
            Task(rows.CHECK, ours, [*_MASTHEAD, "check"], partial(forget, ours), enough),
        ]
        if not slow:
            tasks += self._again(root, size)
        tasks = self.begun(rows.BUILD, size, tasks)
        self.say(f"{size:,} posts: {rounds} rounds of {len(tasks)} programs")
        self._measure(rows.BUILD, size, tasks, rounds, seconds)
        for task in tasks:
            if (output := task.folder / "output").exists() and task.name in rows.COLD:
                self.ledger.fact(rows.PAGES, size, task.name, count_pages(output))

    def shares(self, size: int, rounds: int, seconds: float) -> None:
        """Measure what governance, feeds and texts for networks, and cards cost a cold build."""
        root = self.folder / rows.SHARES / str(size)
        stock = lay_stock(root / "stock", size)
        ours, silent = lay_ours(root / "ours", size), lay_ours(root / "silent", size, told=False)
        ungoverned, drawn = lay_ours(root / "ungoverned", size), lay_ours(root / "drawn", size, cards=True)
        themed, themed_silent = lay_ours(root / "themed", size), lay_ours(root / "themed-silent", size, told=False)
        switch_rules_off(ungoverned, [name for name, rule in find_rules().items() if rule.waivable])
        for site in (themed, themed_silent):
            (site / "theme").unlink()
            (site / "theme").symlink_to(REPOSITORY / "theme")
        build = [*_MASTHEAD, "build"]
        tasks = [
            self._cold(rows.STOCK, stock, [*_PELICAN, "pelicanconf.py"]),
            self._cold(rows.ALL_FEEDS, stock, [*_PELICAN, "allfeeds.py"], _ENOUGH),
            self._cold(rows.OURS, ours, build),
            self._cold(rows.UNGOVERNED, ungoverned, build),
            self._cold(rows.SILENT, silent, build),
            self._cold(rows.DRAWN, drawn, build, _ENOUGH),
            self._cold(rows.THEMED, themed, build),
            self._cold(rows.THEMED_SILENT, themed_silent, build),
        ]
        self.say(f"{size:,} posts: what each part costs, {rounds} rounds of {len(tasks)} programs")
        self._measure(rows.SHARES, size, tasks, rounds, seconds)
        if count_pages(silent / "output")["feeds"] or any((silent / "output-kit").rglob("*.txt")):
            self.ledger.fact(rows.SHARES, size, rows.SILENT, {"failed": "feeds or texts were made all the same"})
        if any(card.stat().st_size for card in (ours / "output" / "en").rglob("*.png")):
            self.ledger.fact(rows.SHARES, size, rows.OURS, {"failed": "cards were drawn all the same"})

    def pictures(self, size: int) -> None:
        """Measure what large photographs cost the first build, and the next."""
        self.say("photographs")
        root = self.folder / rows.PICTURES
        plain, photographed = lay_ours(root / "plain", size), lay_ours(root / "photographed", size)
        count = large_pictures(photographed)
        build = [*_MASTHEAD, "build"]
        tasks = [
            self._cold(rows.OURS, plain, build),
            self._cold(rows.PHOTOGRAPHED, photographed, build),
            Task(rows.PHOTOGRAPHED_AGAIN, photographed, build, partial(self._edited, size, photographed, "ours")),
        ]
        self._measure(rows.PICTURES, size, tasks, 1)
        self.ledger.fact(rows.PICTURES, size, rows.PHOTOGRAPHS, count)

    def growth(self, sizes: Sequence[int], rounds: int) -> None:
        """Measure time and memory of our cold build from few posts to many."""
        for size in sizes:
            self.say(f"{size:,} posts, for how time and memory grow")
            root = lay_ours(self.folder / rows.GROWTH / str(size), size)
            task = self._cold(rows.OURS, root, [*_MASTHEAD, "build"])
            self._measure(rows.GROWTH, size, [task], 1 if size >= _SLOW else rounds)

    def serve(self, size: int, times: int) -> None:
        """Measure the time from an edit to its page, through our preview server and Hugo's."""
        self.say(f"{size:,} posts: from an edit to the screen")
        ours, hugo = lay_ours(self.folder / "served" / "ours", size), self.folder / "served" / "hugo"
        lay_peer(hugo, "hugo", size)
        number = size - 1
        for row, root, kind, command in (
            (rows.SERVED, ours, "ours", lambda port: (*_MASTHEAD, "serve", "--port", str(port))),
            (rows.SERVED_BY_HUGO, hugo, "hugo", hugo_server),
        ):
            port = _free_port()
            address = f"http://127.0.0.1:{port}/en/2026/log-{number:05}/"
            news = f"http://127.0.0.1:{port}/.masthead/events" if kind == "ours" else ""
            edit = partial(edit_post, root, kind, number, size)
            with serving(command(port), root, self.environment) as lives:
                wait_for(address, "</html>", lives)
                # The first edit finds nothing in memory yet, and is not counted.
                for turn, seconds in enumerate(edit_to_screen(address, edit, times + 1, lives, news)):
                    if turn:
                        self._keep(rows.SERVE, size, row, turn, seconds)

    def start_up(self, rounds: int) -> None:
        """Measure how long the commands take that do next to nothing."""
        self.say("start-up")
        root = lay_ours(self.folder / "start", 10)
        tasks = [
            Task(rows.PYTHON, root, [sys.executable, "-c", "pass"], _nothing),
            Task(rows.HELP, root, [*_MASTHEAD, "--help"], _nothing),
            Task(rows.CHECK_HELP, root, [*_MASTHEAD, "check", "--help"], _nothing),
            Task(rows.CHECK_FEW, root, [*_MASTHEAD, "check"], _nothing),
            Task(rows.PELICAN_HELP, root, [sys.executable, "-m", "pelican", "--help"], _nothing),
        ]
        self._measure(rows.START, 10, tasks, rounds)

    def signed(self, posts: int, rounds: int) -> None:
        """Measure verifying so many signed posts."""
        self.say(f"{posts:,} signed posts")
        script = REPOSITORY / "tests" / "measure" / "signoff_speed.py"
        root = self.folder / "signed"
        root.mkdir()
        kept = root / "kept.jsonl"
        command = [sys.executable, str(script), "--posts", str(posts), "--rounds", str(rounds), "--kept", str(kept)]
        run(Task("signed posts", root, command, _nothing), self.environment)
        for line in kept.read_text("utf-8").splitlines():
            row, turn, seconds = line.split("\t")
            self._keep(rows.SIGNED, posts, row, int(turn), float(seconds))

    def real(self, corpus: Path, rounds: int) -> None:
        """Measure a real blog."""
        self.say("the real blog")
        root = self.folder / "real"
        masthead = Path(_MASTHEAD[-1])
        old = lay_old(root / "old", corpus)
        ours = lay_adopted(root / "ours", corpus, masthead, self.environment)
        read = what_was_read(ours, masthead, self.environment)
        tasks = [
            self._cold(rows.STOCK, old, [*_PELICAN, "pelicanconf.py"]),
            self._cold(rows.OURS, ours, [*_MASTHEAD, "build"]),
            self._cold(rows.CHECK, ours, [*_MASTHEAD, "check"]),
        ]
        self._measure(rows.REAL, read.files, tasks, rounds)
        self.ledger.fact(rows.REAL, read.files, rows.READ, {"read": read.read, "reported": read.reported})
        self.ledger.fact(rows.REAL, read.files, rows.FINDINGS, dict(read.findings))

    def machine(self, words: str, busy: float, command: str) -> None:
        """Write down where and by which command this is measured, and which peers there are."""
        peers = find_peers(self.environment)
        versions = {peer.name: peer.version or "cannot be had here" for peer in peers}
        about = {"words": words, "busy": busy, "command": command, "peers": versions}
        self.ledger.fact(rows.MACHINE, 0, rows.MACHINE, about)

    def hide(self, reason: str) -> str:
        """Leave out of a reason where on this machine it happened."""
        return reason.replace(str(self.folder), "...")

    def _peers(self, root: Path, size: int) -> list[Task]:
        limits = {"Jekyll": 1, "Eleventy": 2} if size >= _SLOW else {"Jekyll": _ENOUGH, "Eleventy": _ENOUGH}
        tasks = []
        for peer in self._found():
            place = lay_peer(root / peer.kind, peer.kind, size)
            task = self._cold(peer.name, place, peer.build, limits.get(peer.name))
            tasks.append(task)
        return tasks

    def _again(self, root: Path, size: int) -> list[Task]:
        """Return builds of the others after an edit, each with what it keeps from the build before."""
        stock = lay_stock(root / "stock-again", size)
        tasks = [
            Task(
                rows.STOCK_AGAIN, stock, [*_PELICAN, "cached.py"], partial(self._edited, size, stock, "stock"), _ENOUGH
            ),
        ]
        for peer in self._found():
            place = lay_peer(root / f"{peer.kind}-again", peer.kind, size)
            prepare = partial(self._edited, size, place, peer.kind)
            tasks.append(Task(rows.again(peer.name), place, peer.again, prepare, _ENOUGH))
        return tasks

    def begun(self, part: str, size: int, tasks: Sequence[Task]) -> list[Task]:
        """Build twice where a task builds again, as days of edits do; leave out what fails already there."""
        begun: dict[Path, str] = {}
        for task in tasks:
            if task.folder in begun or task.name in rows.FROM_NOTHING:
                continue
            try:
                for _ in range(2):
                    run(task, self.environment)
                begun[task.folder] = ""
            except (OSError, ProgramFailedError) as error:
                begun[task.folder] = str(error)
        for task in tasks:
            if reason := begun.get(task.folder):
                self.ledger.fact(part, size, task.name, {"failed": self.hide(reason)})
        return [task for task in tasks if not begun.get(task.folder)]

    def _found(self) -> list[Peer]:
        return [peer for peer in find_peers(self.environment) if peer.version]

    def _cold(self, name: str, root: Path, command: Sequence[str], rounds: int | None = None) -> Task:
        return Task(name, root, command, partial(clear, root), rounds)

    def _measure(self, part: str, size: int, tasks: Sequence[Task], rounds: int, seconds: float = float("inf")) -> None:
        for ran in interleaved(tasks, rounds, self.environment, seconds):
            self.ledger.ran(part, size, replace(ran, reason=self.hide(ran.reason)))
            self.say(f"  {ran.task}: {f'{ran.cost.wall:.2f} s' if ran.cost else 'failed: ' + ran.reason}")

    def _keep(self, part: str, size: int, row: str, turn: int, seconds: float) -> None:
        self.ledger.ran(part, size, Ran(row, turn, Cost(seconds, 0.0)))

    def _edited(self, size: int, root: Path, kind: str) -> None:
        self.edits += 1
        edit_post(root, kind, (self.edits * 37) % size, size, f"This line came with edit {self.edits}.")

    def _built_and_edited(self, size: int, root: Path) -> None:
        clear(root)
        run(Task(rows.OURS, root, [*_MASTHEAD, "build"], _nothing), self.environment)
        self._edited(size, root, "ours")

    def _changed(self, edit: Callable[[Path, int, int], None], root: Path, size: int) -> None:
        self.edits += 1
        edit(root, (self.edits * 37) % size, self.edits)


def _nothing() -> None:
    """Leave the site as it is."""


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
