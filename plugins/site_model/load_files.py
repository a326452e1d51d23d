"""Which local files a post uses, and whether they may be published."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable
from pathlib import Path

from .active_content import WITHOUT_PROGRAMS, active_content
from .person import Person
from .picture_kind import AS_USUAL, picture_fault
from .problem import Problem
from .site import UsedFile


class FileDigests:
    """Looks at each file once a load, however many posts use it."""

    def __init__(self, root: Path, content: str) -> None:
        self.root = root
        self.content = content
        self.known: dict[str, UsedFile] = {}

    def look(self, path: str) -> UsedFile:
        """Return the file with its digest, or with the reason why it may not go out."""
        if path not in self.known:
            self.known[path] = self._look(path)
        return self.known[path]

    def forbidden(self, path: str) -> str:
        """Say why a file may never be published, whatever the policy says; '' for one that may."""
        place = self.root / path
        if not path.startswith(f"{self.content}/"):
            return f"lies outside {self.content}/"
        through = (part for part in (place, *place.parents) if part.is_relative_to(self.root) and part != self.root)
        return "is reached through a symbolic link" if any(part.is_symlink() for part in through) else ""

    def _look(self, path: str) -> UsedFile:
        place = self.root / path
        if refusal := self.forbidden(path):
            return UsedFile(path, None, refusal, forbidden=True)
        if not place.is_file():
            return UsedFile(path, None, "does not exist")
        try:
            content = place.read_bytes()
        except OSError as error:
            return UsedFile(path, None, f"cannot be opened ({error.strerror})")
        if refusal := active_content(place.suffix, content):
            return UsedFile(path, None, refusal, forbidden=True, fix=WITHOUT_PROGRAMS)
        if fault := picture_fault(place.suffix, content):
            return UsedFile(path, None, fault, forbidden=True, fix=AS_USUAL)
        return UsedFile(path, hashlib.sha256(content).hexdigest())


def portrait_problems(root: Path, folder: str, people: Iterable[Person]) -> list[Problem]:
    """Return why portraits cannot be published: each is a file in the people's own folder."""
    digests = FileDigests(root, folder)
    problems = []
    for person in people:
        file = digests.look(posixpath.normpath(posixpath.join(posixpath.dirname(person.path), person.photo or "")))
        if person.photo and file.refusal:
            fix = f"Put the picture beside {person.path}, and write its name."
            problems.append(Problem(person.spot("photo"), "unreadable", f"'{file.path}' {file.refusal}", fix))
    return problems
