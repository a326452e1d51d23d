"""What an editor signs: one statement about one post, in the shape of an in-toto Statement v1."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from .strict_json import StrictJsonError, check_strict

MOST_BYTES = 262_144
STATEMENT_TYPE = "https://in-toto.io/Statement/v1"
PREDICATE_TYPE = "https://masthead.example/editorial-signoff/v1"

Decision = Literal["approve", "force", "withdraw"]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Name = Annotated[str, Meta(min_length=1, max_length=1024)]
Text = Annotated[str, Meta(max_length=4096)]
Moment = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]


class StatementError(Exception):
    """The bytes are no statement; the message says why, in lower case."""


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A piece of a statement; a key that is not listed is refused."""


class Digest(Part, frozen=True, kw_only=True, gc=False):
    """The digest of a file."""

    sha256: Sha256


class Subject(Part, frozen=True, kw_only=True, gc=False):
    """The post, or a file it uses."""

    name: Name
    digest: Digest


class Checklist(Part, frozen=True, kw_only=True, gc=False):
    """What the editor says they looked at."""

    facts: bool = False
    rights: bool = False
    confidential: bool = False

    @property
    def complete(self) -> bool:
        """Say whether everything was looked at."""
        return self.facts and self.rights and self.confidential


class Predicate(Part, frozen=True, kw_only=True, gc=False):
    """What is said about the subjects, by whom and when.

    `inherited` is the digest of what a translation takes over from its original, null where there is nothing;
    `snippets` maps the id of each share snippet to its sha256, `corrections` are digests of the entries of that name.
    """

    post: Name
    id: Name
    revision: Annotated[int, Meta(ge=1, le=9999)]
    prev: Sha256 | None
    decision: Decision
    editor: Name
    authors: tuple[Name, ...]
    title: Text
    slug: Text
    date: Text
    lang: Text
    url: Text
    inherited: Sha256 | None
    policy: Sha256
    snippets: dict[str, Sha256]
    corrections: tuple[Sha256, ...]
    checklist: Checklist
    reason: Text
    signed_at: Moment

    @property
    def moment(self) -> datetime:
        """Return when it was signed."""
        return datetime.fromisoformat(self.signed_at)

    def __post_init__(self) -> None:
        """Refuse a moment that no calendar has; raises ValueError."""
        datetime.fromisoformat(self.signed_at)


class Statement(Part, frozen=True, kw_only=True, gc=False, rename={"type": "_type", "predicate_type": "predicateType"}):
    """The whole file."""

    type: Literal["https://in-toto.io/Statement/v1"]
    predicate_type: Literal["https://masthead.example/editorial-signoff/v1"]
    subject: Annotated[tuple[Subject, ...], Meta(min_length=1, max_length=2000)]
    predicate: Predicate


_DECODER = msgspec.json.Decoder(Statement)
_ENCODER = msgspec.json.Encoder(order="sorted")


def make_statement(subjects: dict[str, str], predicate: Predicate) -> Statement:
    """Return a statement about the files whose digests `subjects` gives by path."""
    listed = (Subject(name=name, digest=Digest(sha256=digest)) for name, digest in sorted(subjects.items()))
    return Statement(
        type="https://in-toto.io/Statement/v1",
        predicate_type="https://masthead.example/editorial-signoff/v1",
        subject=tuple(listed),
        predicate=predicate,
    )


def encode_statement(statement: Statement) -> bytes:
    """Return the one right form: keys sorted, two spaces, UTF-8, lines ended by LF."""
    return msgspec.json.format(_ENCODER.encode(statement), indent=2) + b"\n"


def read_statement(content: bytes) -> Statement:
    """Read a statement, accepting its one right form only. Raises StatementError."""
    if len(content) > MOST_BYTES:
        raise StatementError(f"the statement has {len(content):,} bytes, more than {MOST_BYTES:,}")
    try:
        statement = _DECODER.decode(content)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise StatementError(_why(content) or _plainly(error)) from error
    if encode_statement(statement) != content:
        raise StatementError(_why(content) or "the statement is not in its one right form (sorted, two spaces, LF)")
    names = [subject.name for subject in statement.subject]
    if names != sorted(set(names)):
        raise StatementError("the statement names a file twice, or its files are not in order")
    return statement


def decode_statement(content: bytes) -> Statement:
    """Read bytes that `read_statement` has accepted before."""
    return _DECODER.decode(content)


def _why(content: bytes) -> str:
    try:
        check_strict(content)
    except StrictJsonError as error:
        return str(error)
    return ""


def _plainly(error: Exception) -> str:
    found = str(error)
    return found[:1].lower() + found[1:]
