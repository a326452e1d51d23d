"""Which local files a post uses, and whether they may be published."""

from __future__ import annotations

import hashlib
import html
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from .active_content import WITHOUT_PROGRAMS, active_content
from .person import Person
from .post import Post
from .problem import Problem
from .site import UsedFile

_MARKED = re.compile(r"^[{|](attach|static|filename)[}|](.*)$", re.DOTALL)
# Pelican copies whatever such an attribute of any tag names, also in HTML that a writer put into the text.
_IN_HTML = re.compile(
    r"""<[^>]+(?:href|src|poster|data|cite|formaction|action|content)\s*=\s*(["'])"""
    r"""(?P<url>[{|](?:attach|static)[}|].*?)\1"""
)
_ANYWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|[/#])", re.IGNORECASE)


class FileDigests:
    """Looks at each file once a load, however many posts use it."""

    def __init__(self, root: Path, content: str) -> None:
        self.root = root
        self.content = content
        self.known: dict[str, UsedFile] = {}

    def used_by(self, post: Post) -> tuple[UsedFile, ...]:
        """Return the files the post shows or attaches, in order of path."""
        return tuple(self.look(path) for path in sorted(set(self._targets(post))))

    def look(self, path: str) -> UsedFile:
        """Return the file with its digest, or with the reason why it may not go out."""
        if path not in self.known:
            self.known[path] = self._look(path)
        return self.known[path]

    def _targets(self, post: Post) -> Iterator[str]:
        folder = posixpath.dirname(post.path)
        pictures = [image.url for image in post.images] + ([post.picture.file] if post.picture else [])
        for url in pictures:
            if not _ANYWHERE.match(url):
                yield self._resolve(url, folder)
        for link in post.links:
            if (match := _MARKED.match(link.url)) and match[1] != "filename":
                yield self._resolve(link.url, folder)
        for tag in _IN_HTML.finditer(post.html):
            yield self._resolve(html.unescape(tag["url"]), folder)

    def _resolve(self, url: str, folder: str) -> str:
        match = _MARKED.match(url)
        target = unquote((match[2] if match else url).split("#")[0].split("?")[0])
        start = self.content if target.startswith("/") else folder
        return posixpath.normpath(posixpath.join(start, target.lstrip("/")))

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
