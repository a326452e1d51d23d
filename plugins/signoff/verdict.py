"""What the sign-offs prove, as values: rules, pages and reports read these and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from msgspec import Struct

from ..site_model import Policy

State = Literal[
    "approved",
    "integrity-only",
    "forced",
    "overdue",
    "withdrawn",
    "pending",
    "missing",
    "stale",
    "self",
    "invalid",
    "not-required",
]
"""`integrity-only` would be approved, had there been a trusted base; `pending` waits for a merge that is to come;
`overdue` was forced and no other editor approved it in time."""

Way = Literal["ssh", "merge", "field", "nothing"]
About = Literal["sign-off", "four-eyes", "correction"]
Mender = Literal["author", "editor", "developer"]


class Fact(Struct, frozen=True, kw_only=True):
    """One thing that stands in the way, said in words: what is so, what to do, and who can do it.

    `what` names the thing for machines (`text`, `title`, `signature`, ...), `key` the front-matter key it stands under.
    """

    about: About
    what: str
    message: str
    fix: str
    mender: Mender = "editor"
    key: str = ""


class Signoff(Struct, frozen=True, kw_only=True, gc=False):
    """The verdict on one post with its evidence; `statement` is the path of the file that decides.

    `until` is when a forced post must be approved; `reason` is why it was forced or withdrawn.
    """

    post: str
    state: State
    way: Way = "ssh"
    editor: str = ""
    editor_name: str = ""
    revision: int = 0
    signed_at: datetime | None = None
    statement: str = ""
    key: str = ""
    reason: str = ""
    until: datetime | None = None
    facts: tuple[Fact, ...] = ()

    @property
    def verified(self) -> bool:
        """Say whether cryptography and a trusted base stand behind the approval; nothing else is called verified."""
        return self.state == "approved" and self.way == "ssh"

    @property
    def lets_out(self) -> bool:
        """Say whether the post may be published as far as sign-off goes."""
        return self.state in ("approved", "integrity-only", "forced", "not-required")


class SiteFact(Struct, frozen=True, kw_only=True):
    """Something about the whole site that readers of the verdicts must know; `file` is where to look."""

    about: Literal["trust-changed", "no-base", "roster", "add-only"]
    file: str
    message: str
    fix: str


class Signoffs(Struct, frozen=True, kw_only=True):
    """The verdicts by the post's path, in order of path.

    `way` is how posts are let out here; `base` the commit whose roster and policy were believed, empty where there
    was none, which `why_no_base` explains. `namespace` is the one signatures are made for. `policy` is the trusted
    one: what it says of these rules counts, not what the tree says.
    """

    posts: Mapping[str, Signoff]
    way: Way
    base: str = ""
    why_no_base: str = ""
    namespace: str = ""
    policy: Policy | None = None
    facts: tuple[SiteFact, ...] = ()

    @property
    def verified(self) -> bool:
        """Say whether sign-offs here are proven, not only written down."""
        return self.way == "ssh" and bool(self.base)

    @property
    def withdrawn(self) -> frozenset[str]:
        """Return the paths of posts that an editor took back: they are not to be published."""
        return frozenset(path for path, signoff in self.posts.items() if signoff.state == "withdrawn")
