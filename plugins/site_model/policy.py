"""The company's rules as data: one frozen value for `policy.yaml`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from .cadence import Cadence
from .response import Response
from .spot import Mark, Marked
from .words import Words

Phase = Literal["write", "merge", "publish"]


class Section(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the policy; unknown keys are refused."""


class Company(Section, frozen=True, kw_only=True):
    """Whose blog this is. `url` is the address of the blog, without a slash at the end."""

    name: str
    url: Annotated[
        str,
        Meta(
            pattern="^https?://[^/ ]+(/[^ ]*[^/ ])?$",
            examples=["https://blog.example.org"],
            description="Without a slash at the end.",
        ),
    ]
    blog: Annotated[Words | None, Meta(description="Name of the blog; the company's own if left out.")] = None
    description: Words | None = None
    languages: tuple[str, ...] = ("en",)
    country: (
        Annotated[str, Meta(pattern="^[A-Z]{2}$", examples=["NO"], description="ISO 3166, for public holidays.")] | None
    ) = None
    timezone: str = "UTC"
    mail: str | None = None
    hashtags: tuple[str, ...] = ()
    hub: Annotated[str, Meta(pattern="^https?://[^ ]+$", description="WebSub hub that the feeds name.")] | None = None


class Addresses(Section, frozen=True, kw_only=True):
    """Where posts and undated pages live, in Pelican's patterns: `{lang}`, `{slug}` and, for posts, `{date:...}`."""

    post: str = "{lang}/{date:%Y}/{slug}/"
    translation: str = "{lang}/{date:%Y}/{slug}/"
    page: str = "{slug}/"
    page_translation: str = "{lang}/{slug}/"


class Goal(Section, frozen=True, kw_only=True):
    """What the blog is for, and how anybody could tell that it works."""

    name: Words
    measure: Words | None = None


class Audience(Section, frozen=True, kw_only=True):
    """Whom the company writes for."""

    name: Words
    about: Words | None = None
    languages: tuple[str, ...] = ()


class Topic(Section, frozen=True, kw_only=True):
    """What the company writes about."""

    name: Words
    about: Words | None = None


class Strategy(Section, frozen=True, kw_only=True):
    """Goals, audiences, topics, promises, value chain and channels; the keys of the tables are the ids posts use."""

    goals: dict[str, Goal] = {}
    audiences: dict[str, Audience] = {}
    topics: dict[str, Topic] = {}
    promises: tuple[Words, ...] = ()
    value_chain: tuple[Words, ...] = ()
    channels: tuple[str, ...] = ()


class Roles(Section, frozen=True, kw_only=True):
    """Ids of the people in each role."""

    editor: tuple[str, ...] = ()
    leader: tuple[str, ...] = ()
    communications: tuple[str, ...] = ()


class SignoffPolicy(Section, frozen=True, kw_only=True):
    """How a post is let out; `ssh` is the only way that is called verified."""

    require: Literal["ssh", "merge", "field", "nothing"] = "nothing"
    accept_integrity_only: bool = False
    fresh_days: Annotated[int, Meta(ge=1, le=366)] = 14
    force_hours: Annotated[int, Meta(ge=1, le=720)] = 72
    policy_changes: Annotated[
        Literal["void", "keep"],
        Meta(description="What a change of this file does to sign-offs that are already in the trusted base."),
    ] = "void"


class Account(Section, frozen=True, kw_only=True):
    """The company's presence on one network."""

    state: Literal["active", "reserved", "closed"]
    account: str = ""
    url: str = ""
    owners: tuple[str, ...] = ()
    limit: (
        Annotated[int, Meta(ge=1, le=1_000_000, description="Characters a post may have there, if not as usual.")]
        | None
    ) = None
    audience_share: Annotated[float, Meta(ge=0, le=1, description="Share of the audience that uses it.")] | None = None


class SharePolicy(Section, frozen=True, kw_only=True):
    """How share texts are made and who sees them."""

    kit: Annotated[
        Literal["staff", "public"],
        Meta(description="`staff`: beside the output, never deployed; `public`: in the output, under `kit/`."),
    ] = "staff"
    campaign: Annotated[
        str,
        Meta(
            pattern=r"^([A-Za-z0-9._~=&-]|\{network\}|\{slug\}|\{variant\})*$",
            description="Query for the links of share texts, such as `utm_source={network}&utm_campaign={slug}`.",
        ),
    ] = ""


class Crisis(Section, frozen=True, kw_only=True):
    """One calm voice: while active, only the team publishes."""

    active: bool = False
    team: tuple[str, ...] = ()
    since: datetime | None = None
    banner: Words | None = None


class Waiver(Section, frozen=True, kw_only=True):
    """A dated exception from one rule for one post, or for the whole site where no post is named."""

    rule: str
    reason: Annotated[str, Meta(min_length=1)]
    granted_by: str
    granted: date
    until: date
    post: Annotated[str | None, Meta(description="Path of the post below the site's root.")] = None


class PolicyFile(Section, frozen=True, kw_only=True):
    """The keys of `policy.yaml`. `rules` stays as written: each rule reads its own options."""

    company: Company
    addresses: Addresses | None = None
    as_of: Annotated[date | None, Meta(description="Pins the clock; a real site has no such line.")] = None
    adopted: Annotated[date | None, Meta(description="Day of adoption: `make baseline` lists older posts.")] = None
    strategy: Strategy = Strategy()
    roles: Roles = Roles()
    signoff: SignoffPolicy = SignoffPolicy()
    cadence: Cadence | None = None
    networks: dict[str, Account] = {}
    share: SharePolicy = SharePolicy()
    response: Response = Response()
    crisis: Crisis = Crisis()
    rules: dict[str, Any] = {}
    waivers: tuple[Waiver, ...] = ()


class Policy(PolicyFile, Marked, frozen=True, kw_only=True):
    """The policy with the place of each value."""

    path: str = "policy.yaml"
    marks: dict[str, Mark] = {}
