"""What each post waits for, on whom, and since when: what `make status` tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from msgspec import Struct

from ..site_model import Post
from .trust_values import Trust
from .verdict import Signoff, Signoffs

_FOR = {
    "missing": "an editor's approval",
    "stale": "an editor's look at the change",
    "self": "another editor's approval",
    "invalid": "a sign-off that counts",
    "forced": "another editor's approval",
    "overdue": "another editor's approval",
    "pending": "an editor's merge",
    "withdrawn": "a decision: it was withdrawn",
    "integrity-only": "a trusted base to check against",
}


class Waiting(Struct, frozen=True, kw_only=True):
    """One post: `what` it waits for (empty: nothing), on `whom`, and `since` when, None for what was never committed.

    `until` is the moment after which a forced post is stopped, or a finished one comes out.
    """

    post: str
    title: str
    state: str
    what: str
    whom: tuple[str, ...]
    since: datetime | None
    until: datetime | None = None

    def how_long(self, now: datetime) -> str:
        """Say for how long, in the coarsest words that are true."""
        if self.since is None:
            return "not committed yet"
        hours = int((now - self.since).total_seconds() // 3600)
        if hours < 1:
            return "for less than an hour"
        count, unit = (hours, "hour") if hours < 48 else (hours // 24, "day")
        return f"for {count} {unit}{'s' if count > 1 else ''}"


def waiting(
    posts: Iterable[Post], signoffs: Signoffs, trust: Trust, times: Mapping[str, datetime]
) -> Iterator[Waiting]:
    """Yield every post in the order given; `times` are those of the last commits."""
    for post in posts:
        signoff = signoffs.posts[post.path]
        what, whom = _what(post, signoff, trust)
        changed = signoff.state in ("missing", "stale", "pending", "not-required") or signoff.signed_at is None
        yield Waiting(
            post=post.path,
            title=post.title,
            state=signoff.state,
            what=what,
            whom=tuple(whom),
            since=times.get(post.path) if changed else signoff.signed_at,
            until=post.date if what.startswith("its day") else signoff.until,
        )


def _what(post: Post, signoff: Signoff, trust: Trust) -> tuple[str, list[str]]:
    authors = [trust.name(author) for author in post.authors]
    if signoff.state in _FOR and signoff.state != "integrity-only":
        if signoff.state == "withdrawn":
            return _FOR["withdrawn"], [signoff.editor_name, *authors]
        if signoff.state in ("self", "forced", "overdue"):
            others = [name for name in trust.editors_for(post.authors) if name != signoff.editor_name]
            return _FOR[signoff.state], others or ["an editor who is none of the authors"]
        return _FOR[signoff.state], trust.editors_for(post.authors) or ["an editor who is none of the authors"]
    if any(fact.about == "correction" for fact in signoff.facts):
        return "a correction that says what was wrong", authors
    if signoff.state == "integrity-only":
        return _FOR["integrity-only"], ["who looks after the repository"]
    if post.date > trust.now:
        return f"its day, {post.date:%Y-%m-%d}", []
    return "", []
