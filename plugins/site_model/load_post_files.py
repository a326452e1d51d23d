"""The files that posts are read from, found below the content folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import splitext

from .load_post import PostFile
from .load_text import not_opened, read_plain, unseen_name
from .problem import Problem
from .spot import Spot

# ".md" too, for names like "POST.MD": nobody would read them, nor miss them.
_REFUSED = {".md", ".rst", ".html", ".htm", ".xhtml", ".mkd", ".mdown", ".markdown"}


def load_post_files(
    root: Path, content: str, languages: Sequence[str], pages: Sequence[str] = ()
) -> tuple[list[PostFile], list[Problem]]:
    """Return the posts' files in order of path, and what could not be read as one. Links are never followed.

    `pages` are the folders below `content` whose files are pages.
    """
    problems: list[Problem] = []
    found: dict[str, bytes] = {}
    linked = any(part.is_symlink() for part in _from(root, root / content))
    for path, is_linked_folder in sorted(_walk(str(root), content, problems), key=lambda one: one[0].split("/")):
        suffix = splitext(path)[1]
        if is_linked_folder:
            problems.append(_unreadable(path, "the folder is a symbolic link", "Put the folder itself there."))
        elif suffix.lower() in _REFUSED and suffix != ".md":
            fix = "Write posts in Markdown, in a file ending in `.md`."
            problems.append(_unreadable(path, f"a '{suffix}' file is not read as a post", fix))
        elif suffix == ".md" and not path.isprintable():
            fix = "Give the file and its folders names of letters, digits and hyphens."
            problems.append(unseen_name(path, fix))
        elif suffix == ".md":
            try:
                if linked:
                    raise OSError(errno.ELOOP, "")
                # The folders above are no links: none was entered.
                found[path] = read_plain(f"{root}/{path}")
            except OSError as error:
                problems.append(not_opened(path, error))
    folders = tuple(f"{content}/{page.strip('/')}/" for page in pages if page.strip("/"))
    return [_post_file(path, content, found, languages, folders) for path in found], problems


def _from(root: Path, place: Path) -> Iterator[Path]:
    return (part for part in (place, *place.parents) if part.is_relative_to(root) and part != root)


def _walk(root: str, folder: str, problems: list[Problem]) -> Iterator[tuple[str, bool]]:
    """Yield each path, and whether it is a link to a folder: Pelican would enter it."""
    try:
        entries = [*os.scandir(f"{root}/{folder}")]
    except OSError as error:
        message = f"the folder cannot be opened ({error.strerror})"
        problems.append(_unreadable(folder, message, "Mend the folder's rights."))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, path, problems)
        else:
            yield path, entry.is_symlink() and entry.is_dir()


def _unreadable(path: str, message: str, fix: str) -> Problem:
    return Problem(Spot(path), "unreadable", message, fix)


def _post_file(
    path: str, content: str, found: Mapping[str, bytes], languages: Sequence[str], pages: tuple[str, ...]
) -> PostFile:
    whole = path.removesuffix(".md")
    stem, _, suffix = whole.rpartition(".")
    translates = suffix in languages and bool(stem) and not stem.endswith("/")
    base_path = f"{stem}.md" if translates else None
    return PostFile(
        path=path,
        id=(stem if translates else whole).removeprefix(f"{content}/"),
        lang=suffix if translates else languages[0],
        content=found[path],
        base_path=base_path if base_path in found else None,
        base=found.get(base_path) if base_path else None,
        page=path.startswith(pages),
    )
