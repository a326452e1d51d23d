"""The statements filed beside a post, as read, with what reading them showed."""

from __future__ import annotations

import re

from msgspec import Struct

from .certificate import SigningKey
from .statement import Statement

FOLDER_SUFFIX = ".signoffs"
_STATEMENT = re.compile(r"\.signoffs/[0-9]{4}\.json(\.sig)?$")


class Filed(Struct, frozen=True, kw_only=True, gc=False):
    """One revision: the file's own number and digest, and either what it says or why it cannot be believed.

    `is_new` means that the trusted base does not have it yet.
    """

    path: str
    number: int
    digest: str = ""
    statement: Statement | None = None
    signer: SigningKey | None = None
    refusal: str = ""
    is_new: bool = True


class Folder(Struct, frozen=True, kw_only=True, gc=False):
    """All that is filed beside one post.

    `wrongs` are facts, each with its fix, about files that do not belong there or are not as the trusted base has them.
    """

    revisions: tuple[Filed, ...] = ()
    wrongs: tuple[tuple[str, str], ...] = ()


def is_statement(path: str) -> bool:
    """Say whether the path is one of a statement or its signature; what else lies in such a folder is content."""
    return bool(_STATEMENT.search(path))


def folder_of(post: str) -> str:
    """Return the path of the folder beside the post: `a.md` has `a.signoffs`."""
    return post.removesuffix(".md") + FOLDER_SUFFIX


def statement_path(post: str, revision: int) -> str:
    """Return where a revision is filed; its signature has `.sig` after that."""
    return f"{folder_of(post)}/{revision:04d}.json"
