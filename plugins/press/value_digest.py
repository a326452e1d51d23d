"""Digests of the values that templates can reach, for the values whose kind is known."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

import msgspec
from markupsafe import Markup
from pelican import contents
from pelican.contents import Article, Static
from pelican.paginator import Page, Paginator
from pelican.urlwrappers import URLWrapper

from ..site_model import House, Post
from .interface import Interface

_OURS = tuple(f"{__package__.rpartition('.')[0]}.{name}." for name in ("site_model", "feeds", "share", "press"))
_LIBRARIES = ("jinja2", "markupsafe", "builtins", "collections", "_operator", "babel", "pelican")
_FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, type)
_LEFT_OUT = frozenset(("settings", "_context", "metadata", "_num_pages", "_count", "_name", "_slug", "_slug_from_name"))
"""Settings are part of every page's digest; the others hold no value of their own, or are worked out when asked for."""
_PLAIN = frozenset((bool, int, float, bytes, Decimal))
_OF_ONE_POST = (Article, contents.Page, Post, datetime)
"""Quick to digest, and each other than those of other posts: to hold thousands of them is worth no memory."""
_SIZE = 16
_DEEPEST = 40


class UnknownValueError(Exception):
    """A value is of a kind of which nobody can say what a template finds in it."""


def is_known_code(function: Any) -> bool:
    """Say whether a function or class comes from us, Pelican, or the libraries of templates; for others, their class.

    Only functions with a name in their module count: what a function has made can hold any value.
    """
    if isinstance(function, partial):
        return is_known_code(function.func)
    if not isinstance(function, _FUNCTIONS):
        return is_known_code(type(function))
    module = str(getattr(function, "__module__", None) or "")
    if module.startswith("pelican.plugins") or module.startswith(_OURS):
        return f"{module}.".startswith(_OURS)
    return module.partition(".")[0] in _LIBRARIES


def framed(parts: list[Any]) -> bytes:
    """Return a digest of the parts, bytes and words, from which none can move to its neighbour or be taken for it."""
    return blake2b(msgspec.msgpack.encode(parts), digest_size=_SIZE).digest()


class Digests:
    """Digests values, those that many share once; it holds these, as another could take a freed one's identity."""

    def __init__(self) -> None:
        self.kept: dict[int, tuple[Any, bytes]] = {}
        self.depth = 0
        self._makers: dict[type[Any], Callable[[Any], bytes]] = {}
        self._fleeting: set[type[Any]] = set()

    def of(self, value: Any) -> bytes:
        """Return what stands for the value. Raises UnknownValueError."""
        kind = type(value)
        if kind is str:
            return b"s" + bytes(value.encode("utf-8", "surrogatepass"))
        if value is None or kind in _PLAIN:
            return f"{kind.__name__} {value!r}".encode()
        kept = self.kept.get(id(value))
        if kept is not None:
            return kept[1]
        if self.depth > _DEEPEST:
            raise UnknownValueError("nested too deeply")
        self.depth += 1
        try:
            made = (self._makers.get(kind) or self._maker(kind))(value)
        finally:
            self.depth -= 1
        if kind not in self._fleeting:
            self.kept[id(value)] = (value, made)
        return made

    def join(self, tag: str, parts: Iterable[Any]) -> bytes:
        """Return what stands for a number of values in their order."""
        return b"#" + framed([tag.encode(), *map(self.of, parts)])

    def _maker(self, kind: type[Any]) -> Callable[[Any], bytes]:
        """Return what digests values of this kind: which kind it is need not be asked for each of them."""
        made = self._makers[kind] = self._found_maker(kind)
        if issubclass(kind, _OF_ONE_POST):
            self._fleeting.add(kind)
        return made

    def _found_maker(self, kind: type[Any]) -> Callable[[Any], bytes]:
        for kinds, digest in self._by_kind:
            if issubclass(kind, kinds):
                return digest
        if not is_known_code(kind):
            return _unknown
        name = kind.__name__
        if issubclass(kind, msgspec.Struct):
            return partial(self._struct, kind)
        if issubclass(kind, Mapping):
            return lambda table: self.join(name, (part for pair in table.items() for part in pair))
        if issubclass(kind, list | tuple):
            return partial(self.join, name)
        if issubclass(kind, set | frozenset):
            return lambda several: self.join(name, sorted(map(self.of, several)))
        return partial(self._object, kind)

    @cached_property
    def _by_kind(self) -> tuple[tuple[Any, Callable[[Any], bytes]], ...]:
        """Return what digests the kinds that are no plain collections of their parts, in the order to ask."""
        return (
            # What a page reads of an article is noted one by one; here it is only said which article it is.
            (Article | contents.Page, _reference),
            (Post, self._post),
            # Pages that ask for the day depend on that by the word, see `page_inputs.py`.
            (House, lambda house: self.join("house", (house.policy, dict(house.people), house.addresses))),
            (Interface, self._interface),
            (Markup, lambda text: b"m" + str(text).encode("utf-8", "surrogatepass")),
            ((datetime, date, time, timedelta, tzinfo, PurePath), lambda one: f"{type(one).__name__} {one!r}".encode()),
            (types.MethodType, self._method),
            (partial, lambda one: self.join("partial", (one.func, one.args, one.keywords))),
            (_FUNCTIONS, self._function),
        )

    def _post(self, post: Post) -> bytes:
        if not post.key:
            raise UnknownValueError("a post without a key")
        return self.join("post", (post.key, post.path, post.authors))

    def _interface(self, interface: Interface) -> bytes:
        if not interface.digest:
            raise UnknownValueError("texts from nowhere")
        return self.join("interface", (interface.digest, interface.country))

    def _method(self, method: types.MethodType) -> bytes:
        return self.join("method", (method.__func__, method.__self__))

    def _function(self, function: Any) -> bytes:
        if not is_known_code(function) or getattr(function, "__closure__", None):
            raise UnknownValueError(f"the function {function.__qualname__}")
        return f"function {function.__module__} {function.__qualname__}".encode()

    def _struct(self, kind: type[Any], value: msgspec.Struct) -> bytes:
        try:
            body = msgspec.json.encode(value)
        except (TypeError, NotImplementedError):
            return self.join(kind.__qualname__, (getattr(value, name) for name in value.__struct_fields__))
        return blake2b(kind.__qualname__.encode() + b"\0" + body, digest_size=_SIZE).digest()

    def _object(self, kind: type[Any], value: Any) -> bytes:
        if isinstance(value, URLWrapper | Page | Paginator | Static):
            known = {name: one for name, one in vars(value).items() if name not in _LEFT_OUT}
            if isinstance(value, URLWrapper):
                known |= {"name": value.name, "slug": value.slug}
            return self.join(kind.__name__, (part for pair in sorted(known.items()) for part in pair))
        if is_dataclass(value):
            return self.join(kind.__name__, (getattr(value, field.name) for field in fields(value)))
        raise UnknownValueError(kind.__qualname__)


def _unknown(value: Any) -> bytes:
    raise UnknownValueError(type(value).__qualname__)


def _reference(article: Article | contents.Page) -> bytes:
    post = vars(article).get("post")
    if post is None:
        raise UnknownValueError("a text of no post")
    return f"@{post.path}".encode()
