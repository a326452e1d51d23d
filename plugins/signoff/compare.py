"""What is different from what was signed, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .binding import Binding
from .statement import Statement


class Change(NamedTuple):
    """One difference: what it is about, in words, and the front-matter key it stands under."""

    what: str
    words: str
    key: str = ""


_TEXTS = (("title", "title"), ("slug", "slug"), ("date", "date"), ("lang", "language"), ("url", "address"))


def changes(statement: Statement, now: Binding, *, policy_counts: bool = True) -> Iterator[Change]:
    """Yield every difference between what was signed and what is there now."""
    said = statement.predicate
    signed = {subject.name: subject.digest.sha256 for subject in statement.subject}
    yield from _files(signed, now)
    for name, words in _TEXTS:
        before, after = getattr(said, name), getattr(now, name)
        if before != after:
            yield Change(name, f"the {words} was '{before}' and is now '{after}'", "" if name == "url" else name)
    if said.authors != now.authors:
        before, after = ", ".join(said.authors) or "nobody", ", ".join(now.authors) or "nobody"
        yield Change("authors", f"the by-line was {before} and is now {after}", "authors")
    if said.inherited != now.inherited:
        yield Change("inherited", "what this translation takes from its original changed")
    if policy_counts and said.policy != now.policy:
        yield Change("policy", "the policy changed")
    yield from _snippets(said.snippets, now.snippets)


def _files(signed: Mapping[str, str], now: Binding) -> Iterator[Change]:
    for file in now.unusable:
        yield Change("file", f"{file.path} {file.refusal}")
    unusable = {file.path for file in now.unusable}
    for path, digest in now.subjects.items():
        if path not in signed:
            yield Change("file", f"{path} is used now and was not signed")
        elif signed[path] != digest:
            yield Change("text", "the text changed") if path == now.post else Change("file", f"{path} changed")
    for path in signed:
        if path not in now.subjects and path not in unusable:
            yield Change("file", f"{path} was signed and is not used any more")


def _snippets(signed: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Change]:
    for name in sorted({*signed, *now}):
        if signed.get(name) == now.get(name):
            continue
        words = "changed" if name in signed and name in now else "is new" if name in now else "is gone"
        key = f"share.{name.split('/')[0].split('.')[0]}"
        yield Change("snippet", f"the share snippet '{name}' {words}", key)
