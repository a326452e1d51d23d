"""The statements filed beside the posts, as they lie there, against the trusted base."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ..site_model.cache import Cache
from .filed import Filed, Folder, folder_of
from .load_git import blob_name
from .load_verified import Pair, Verified, load_verified
from .statement import MOST_BYTES, decode_statement
from .trust import Trusted

_USUAL_BYTES = 16_384
_NAME = re.compile(r"(\d{4})\.json(?:\.sig)?")
_ODD = "Remove it: beside a post lie 0001.json, 0001.json.sig, 0002.json and so on, as `make sign` writes them."
_GONE = "Merge the trusted branch, or bring it back with `git checkout {base} -- {path}`: statements are only added."

Wrong = tuple[str, str]
"""A fact and its fix."""


class _Read(NamedTuple):
    """What lies in one folder."""

    contents: dict[str, bytes]
    wrongs: list[Wrong]


def load_folders(root: Path, posts: Iterable[str], trusted: Trusted, cache: Cache) -> dict[str, Folder]:
    """Return what is filed beside each post, each file held against the trusted base."""
    expected = _by_folder(trusted.statements)
    commit = trusted.base.commit[:10] if trusted.base else ""
    found = {post: _read_folder(str(root), folder_of(post)) for post in posts}
    pairs = {
        path: Pair(content, read.contents.get(f"{path}.sig"))
        for read in found.values()
        for path, content in read.contents.items()
        if not path.endswith(".sig")
    }
    verified = load_verified(pairs, trusted.trust.namespace, cache)
    return {
        post: Folder(
            revisions=tuple(_revisions(read, verified, trusted)),
            wrongs=(*read.wrongs, *_against_base(read, expected.get(folder_of(post), {}), commit)),
        )
        for post, read in found.items()
    }


def load_lost(root: Path, posts: Iterable[str], trusted: Trusted) -> list[Wrong]:
    """Return the statements of the base that were lost or changed together with their post: they outlive it."""
    beside = {folder_of(post) for post in posts}
    commit = trusted.base.commit[:10] if trusted.base else ""
    return [
        wrong
        for folder, expected in _by_folder(trusted.statements).items()
        if folder not in beside
        for wrong in _against_base(_read_folder(str(root), folder), expected, commit)
    ]


def _by_folder(statements: Mapping[str, str]) -> dict[str, dict[str, str]]:
    folders: dict[str, dict[str, str]] = {}
    for path, blob in statements.items():
        folders.setdefault(path.rpartition("/")[0], {})[path] = blob
    return folders


def _read_folder(root: str, folder: str) -> _Read:
    """Read what lies there. Paths are texts here: there may be tens of thousands."""
    read = _Read({}, [])
    place = f"{root}/{folder}"
    try:
        entries = sorted(os.scandir(place), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return read
    if stat.S_ISLNK(os.lstat(place).st_mode):
        read.wrongs.append((f"{folder} is a symbolic link", "Put the folder itself there."))
        return read
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if not entry.is_file(follow_symlinks=False):
            read.wrongs.append((f"{path} is no plain file", _ODD))
        elif _NAME.fullmatch(entry.name):
            read.contents[path] = _read(entry.path)
        elif not entry.name.startswith("."):
            read.wrongs.append((f"{path} does not belong there", _ODD))
    for path in read.contents:
        if path.endswith(".sig") and path.removesuffix(".sig") not in read.contents:
            read.wrongs.append((f"{path} signs nothing: there is no {path.removesuffix('.sig')}", _ODD))
    return read


def _read(place: str) -> bytes:
    """Return the beginning of a file, enough to see that it is too long."""
    opened = os.open(place, os.O_RDONLY)
    try:
        content = os.read(opened, _USUAL_BYTES)
        return content if len(content) < _USUAL_BYTES else content + os.read(opened, MOST_BYTES + 1)
    finally:
        os.close(opened)


def _revisions(read: _Read, verified: Mapping[str, Verified], trusted: Trusted) -> Iterator[Filed]:
    for path, content in read.contents.items():
        if path.endswith(".sig"):
            continue
        proof = verified[path]
        yield Filed(
            path=path,
            number=int(path[-9:-5]),
            digest=proof.digest,
            statement=None if proof.fault else decode_statement(content),
            signer=proof.signer,
            refusal=proof.fault or proof.refusal,
            is_new=trusted.base is not None and path not in trusted.statements,
        )


def _against_base(read: _Read, expected: Mapping[str, str], commit: str) -> Iterator[Wrong]:
    for path, blob in expected.items():
        content = read.contents.get(path)
        if content is None:
            yield f"{path} is in the trusted base and not here", _GONE.format(base=commit, path=path)
        elif blob_name(content, blob) != blob:
            converted = blob_name(content.replace(b"\r\n", b"\n"), blob) == blob
            how = "its line endings were converted" if converted else "statements are never changed"
            yield f"{path} is not what the trusted base has: {how}", _GONE.format(base=commit, path=path)
