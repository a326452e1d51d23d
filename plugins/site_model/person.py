"""Who may speak: one frozen value per file in `authors/`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from .spot import Mark, Marked
from .words import Words


class Employment(Struct, frozen=True, rename={"start": "from"}, forbid_unknown_fields=True):
    """A stretch of employment; both days are included."""

    start: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Say whether the person was employed on that day."""
        return self.start <= day and (self.until is None or day <= self.until)


class Guest(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody from outside, and the employee who vouches for them."""

    organisation: Annotated[str, Meta(description="Where the guest works.")]
    sponsor: Annotated[str, Meta(description="Id of the employee who invited the guest and answers for the post.")]


class PublicKey(Struct, frozen=True, rename={"start": "from"}, forbid_unknown_fields=True):
    """An OpenSSH public key on file; `revoked` names the moment from which nothing it signed counts."""

    key: Annotated[str, Meta(description="The one line of the `.pub` file.")]
    start: date
    until: date | None = None
    revoked: date | None = None


class Profile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The keys of `authors/<id>.yaml`."""

    name: Annotated[str, Meta(description="The name readers see.")]
    role: Annotated[Words | None, Meta(description="What the person does here, as text or by language.")] = None
    photo: Annotated[str | None, Meta(description="Picture file beside this one.")] = None
    photo_alt: Annotated[Words | None, Meta(description="What the picture shows, for who cannot see it.")] = None
    bio: Annotated[Words | None, Meta(description="Two or three sentences, as text or by language.")] = None
    employed: Employment | None = None
    guest: Guest | None = None
    trained: Annotated[date | None, Meta(description="Day of the last social-media training.")] = None
    topics: Annotated[tuple[str, ...], Meta(description="Topics of the strategy this person writes about.")] = ()
    languages: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    networks: Annotated[dict[str, str], Meta(description="Own profiles: network to address.")] = {}
    keys: tuple[PublicKey, ...] = ()


class Person(Profile, Marked, frozen=True, kw_only=True):
    """A profile with the id its file name gives it and the place of each value."""

    id: str
    path: str = ""
    marks: dict[str, Mark] = {}

    def employed_on(self, day: date) -> bool:
        """Say whether the person was on staff that day; guests never are."""
        return self.employed is not None and self.employed.covers(day)
