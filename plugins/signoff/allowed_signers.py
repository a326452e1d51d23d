"""OpenSSH's `allowed_signers`, made from the people's files, so that anybody can verify without our code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from urllib.parse import urlsplit

from ..site_model import Person
from .roster import KnownKey, known_keys, names_of

_PLAIN_NAME = re.compile(r"[A-Za-z0-9._%+@-]+")


def namespace_of(address: str) -> str:
    """Return the namespace of sign-offs for the blog at `address`, so that they count on no other site."""
    return f"editorial-signoff.v1@{urlsplit(address).hostname or 'localhost'}"


def is_plain_name(name: str) -> bool:
    """Say whether OpenSSH would take the name for itself: `*@example` would be anybody, a comma two people."""
    return bool(_PLAIN_NAME.fullmatch(name))


def allowed_signers(people: Iterable[Person], namespace: str) -> str:
    """Return the file's text. Names that are patterns are left out, never widened."""
    lines = [line for person in people for line in _lines(person, namespace)]
    return "".join(f"{line}\n" for line in (f"# Who may sign, and when; made from authors/ for {namespace}", *lines))


def _lines(person: Person, namespace: str) -> Iterator[str]:
    names = ",".join(name for name in names_of(person) if is_plain_name(name))
    for known in known_keys(person):
        if not names:
            yield f"# {person.id} has no mail that OpenSSH could use as a name"
        elif known.last and known.last < known.first:
            yield f"# nothing counts that was signed by {known.line.key.fingerprint} of {person.id}"
        else:
            yield f"{names} {','.join(_options(known, namespace))} {known.line.key.line}"


def _options(known: KnownKey, namespace: str) -> Iterator[str]:
    if known.line.authority:
        yield "cert-authority"
    yield f'namespaces="{namespace}"'
    yield f'valid-after="{_stamp(known.first)}"'
    if known.last:
        yield f'valid-before="{_stamp(known.last)}"'


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y%m%d%H%M%S}Z"
