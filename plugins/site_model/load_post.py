"""One post from its bytes; everything here follows from the arguments alone, so the result can be kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from .blocks import find_blocks
from .dialects import split_post
from .front_matter import FrontMatter, Source
from .load_text import UnreadableError, decode
from .markdown_text import convert
from .post import Post
from .problem import Problem
from .slug import slugify
from .spot import Spot
from .typed import TypedReader
from .yaml_tree import Node, Scalar, Table, YamlError

_DATED_NAME = re.compile(r"^\d{4}-\d\d-\d\d-")
_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
_OWN_TO_EACH_LANGUAGE = {
    "title",
    "summary",
    "share",
    "share_image",
    "lang",
    "slug",
    "corrections",
    "modified",
    "approved_by",
}


class PostFile(Struct, frozen=True, kw_only=True):
    """The bytes a post is read from. `base` are those of the post it translates, if it is a translation.

    A `page` is read as a post that needs no date.
    """

    path: str
    id: str
    lang: str
    content: bytes
    base_path: str | None = None
    base: bytes | None = None
    page: bool = False


class LoadedPost(Struct, frozen=True):
    """The post, unless too little of it could be read, and what was wrong."""

    post: Post | None
    problems: tuple[Problem, ...] = ()


def load_post(file: PostFile, own_host: str, zone: tzinfo) -> LoadedPost:
    """Read one post. A translation inherits every key it does not give, but for those each language must say itself."""
    try:
        text = decode(file.content, file.path)
        split = split_post(text, file.path)
        reader = TypedReader(file.path, zone)
        inherited = ({"date": _NO_DATE} if file.page else {}) | _inherited(file, zone)
        own = reader.read(split.front, FrontMatter, given=inherited)
    except YamlError as error:
        return LoadedPost(None, (error.problem,))
    except UnreadableError as error:
        return LoadedPost(None, (error.problem,))
    if held := _kept_back(split.front, file.path):
        return LoadedPost(None, (held, *reader.problems))
    values = {**inherited, **own}
    if not split.body.strip():
        spot = Spot(file.path, max(split.body_line - 1, 1))
        fix = "Write it below the front matter, or delete the file."
        reader.problems.append(Problem(spot, "bad-value", "the post has no text", fix))
    problems = tuple(reader.problems)
    if "title" not in values or "date" not in values:
        return LoadedPost(None, problems)
    is_outside = outside(own_host)
    sources = values.get("sources", ())
    listed: tuple[Source, ...] = sources if isinstance(sources, tuple) else ()
    converted = convert(split.body, split.body_line, listed, is_outside)
    values["lang"] = values.get("lang") or file.lang
    values["slug"] = values.get("slug") or slugify(_DATED_NAME.sub("", file.id.rsplit("/", 1)[-1])) or "post"
    post = Post(
        **values,
        path=file.path,
        id=file.id,
        digest=hashlib.sha256(file.content).hexdigest(),
        original=file.base is None,
        page=file.page,
        given=frozenset(own),
        marks=reader.marks,
        body=split.body,
        body_line=split.body_line,
        blocks=tuple(find_blocks(split.body, split.body_line, is_outside)),
        inside=tuple(link for link in converted.links if not link.outside and not link.url.startswith("#")),
        attaches="{attach}" in converted.html or "|attach|" in converted.html,
        **converted._asdict(),
    )
    return LoadedPost(post, problems)


def _kept_back(front: Node, file: str) -> Problem | None:
    """Refuse what Pelican would keep back: here every post is published, also a draft that nobody expects to be."""
    status = front.entries.get("status") if isinstance(front, Table) else None
    if not isinstance(status, Scalar) or (status.text or "published").casefold() == "published":
        return None
    message = f"'status' is '{status.text}', and every post in this folder is published"
    fix = "Move the file out of the folder until it is ready, then delete the line."
    return Problem(Spot(file, *status.mark), "unreadable", message, fix)


def outside(own_host: str) -> Callable[[str], bool]:
    """Return a test for addresses that lead to other sites than `own_host`."""

    # The numbering and the prose both ask for every link.
    @cache
    def is_outside(url: str) -> bool:
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        return parts.scheme in ("http", "https", "") and bool(parts.hostname) and parts.hostname != own_host

    return is_outside


def _inherited(file: PostFile, zone: tzinfo) -> dict[str, Any]:
    if file.base is None or file.base_path is None:
        return {}
    try:
        front = split_post(decode(file.base, file.base_path), file.base_path).front
        values = TypedReader(file.base_path, zone).read(front, FrontMatter)
    except (YamlError, UnreadableError) as error:
        fix = f"Mend {file.base_path} first: this translation inherits from it."
        found = Problem(Spot(file.path), "unreadable", f"the post it translates cannot be read: {error}", fix)
        raise UnreadableError(found) from error
    return {key: value for key, value in values.items() if key not in _OWN_TO_EACH_LANGUAGE}
