"""Builds once more in the same process where nothing but texts has changed, for whoever edits and watches the page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .aside import Aside
from .both_folders import write_both_folders
from .failure import StoppedError
from .gate import Gate
from .judge import Judgement
from .settings import places_from

if TYPE_CHECKING:
    from .strict_log import KeptErrors

Found = tuple[str, int, int, int, int]
"""A file with its times, its size and its inode."""


class Again:
    """Stands beside a press and takes up what its last build left; to be made before that build begins."""

    def __init__(self, press: Gate) -> None:
        self.press = press
        self.around = self._around()

    def build(self) -> bool:
        """Build once more; return False, and change nothing, where more has changed than texts."""
        press = self.press
        with press.guarded() as errors:
            if not self._can_follow() or self._around() != self.around:
                return False
            before, judgement = press.outgoing, press.judge()
            edited = judgement.standing.edited(before.judgement.standing)
            if edited is None or _has_problems(before.judgement, judgement) or not self._knows_the_hour(judgement):
                return False
            press.let_pass(judgement)
            press.writer.inputs.articles.forget(edited)
            write_both_folders(press, judgement, errors, self._write)
        return True

    def _can_follow(self) -> bool:
        """Say whether all that was written is known: the pages, feeds and files, and who made them."""
        outgoing = self.press.outgoing
        return outgoing.aside.alone and not outgoing.aside.loose and not self.press.settings["TYPOGRIFY"]

    def _around(self) -> list[Found]:
        """Return what the site has beside its posts."""
        root, places = places_from(self.press.settings)
        theme = os.path.relpath(self.press.settings["THEME"], root)
        found = [found for folder in (places.content, places.authors, theme) for found in _files(root, folder)]
        files = (places.policy, "pelicanconf.py", "baseline.json")
        return sorted([*found, *(one for path in files for one in _at(root, path))])

    def _knows_the_hour(self, judgement: Judgement) -> bool:
        """Say whether it is the same day, and where a page asks for the hour, the same moment."""
        old, new = self.press.outgoing.judgement.site.house, judgement.site.house
        return old.now == new.now or (old.today == new.today and not self.press.writer.asks_for_the_hour())

    def _write(self, judgement: Judgement, aside: Aside, errors: KeptErrors) -> None:
        press, before = self.press, self.press.outgoing
        claimed = before.aside.claimed
        press.outgoing.follow(judgement, errors, aside)
        press.outgoing.write_public()
        press.writer.follow(aside, errors, press.outgoing.beside_pages(press.writer.inputs))
        # What is left are files that no text has a say in: pictures, and what belongs to the theme.
        for name in press.before_rest - aside.claimed.keys():
            if not aside.claim(name, claimed[name].sha256):
                raise StoppedError([f"{name}: changed by somebody else; save a file once more"])
        press.before_rest = frozenset(aside.claimed.keys() - press.outgoing.public)
        press.outgoing.write()


def _has_problems(*judgements: Judgement) -> bool:
    return any(one.site.problems for one in judgements)


def _files(root: Path, folder: str) -> Iterator[Found]:
    for entry in os.scandir(root / folder) if (root / folder).is_dir() else ():
        path = f"{folder}/{entry.name}"
        if entry.is_dir():
            yield from _files(root, path)
        elif not path.endswith(".md"):
            yield from _at(root, path)


def _at(root: Path, path: str) -> Iterator[Found]:
    if (root / path).exists():
        found = (root / path).stat()
        yield path, found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
