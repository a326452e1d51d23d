"""What readers have seen may change only in the open: with a correction that says what was wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from ..site_model import Post
from .binding import Binding, digest_of
from .filed import Folder
from .trust_values import Trust
from .verdict import Fact

_FIX = (
    "Add an entry to `corrections:` with `date`, `text` (what was wrong, and what is right) and `by`; "
    "write `minor: true` in it where only typography changed."
)


class Before(Struct, frozen=True):
    """The post as the trusted base has it: when it was dated, approved, and what had been corrected by then."""

    dated: datetime
    since: datetime
    corrections: tuple[str, ...]
    subjects: dict[str, str] | None = None


def before_by_statement(folder: Folder) -> Before | None:
    """Return what the base's last approval says; None where the base never let the post out, or took it back."""
    filed = [one for one in folder.revisions if one.statement and not one.is_new]
    if not filed or not filed[-1].statement or filed[-1].statement.predicate.decision == "withdraw":
        return None
    statement = filed[-1].statement
    subjects = {subject.name: subject.digest.sha256 for subject in statement.subject}
    said = statement.predicate
    return Before(datetime.fromisoformat(said.date), said.moment, said.corrections, subjects)


def correction_facts(post: Post, now: Binding, before: Before, trust: Trust) -> Iterator[Fact]:
    """Yield what is missing from a change of a published post."""
    if before.dated > trust.now or before.subjects == now.subjects:
        return
    if set(before.corrections) - set(now.corrections):
        words = f"a correction that was published by {before.since:%Y-%m-%d} is gone or was rewritten"
        yield _fact(words, "Bring it back as it was; write a new entry if it was wrong.")
    fresh = [one for one in post.corrections if digest_of(one) not in before.corrections]
    if not fresh:
        yield _fact(f"the post was published and changed after {before.since:%Y-%m-%d} without a correction", _FIX)
    for correction in fresh:
        if not before.since.date() <= correction.date <= trust.now.date():
            span = f"{before.since:%Y-%m-%d} and {trust.now:%Y-%m-%d}"
            yield _fact(f"the new correction is dated {correction.date}", f"Date it between {span}, when it was made.")
        if correction.by not in trust.people and correction.by not in trust.present:
            words = f"the new correction is by '{correction.by}', who is nobody in authors/"
            yield _fact(words, "Write the id of the person who corrected it.")


def _fact(message: str, fix: str) -> Fact:
    return Fact(about="correction", what="correction", message=message, fix=fix, mender="author", key="corrections")
