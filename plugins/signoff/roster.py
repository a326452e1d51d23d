"""Whose key is it, and when may it sign: what `authors/*.yaml` says about keys."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from msgspec import Struct

from ..site_model import Person, PublicKey
from .certificate import SigningKey
from .ssh_key import KeyLine, SshKeyError, read_key_line


class KnownKey(Struct, frozen=True):
    """A readable key on file, valid from the first to the last second, both included; all in UTC."""

    line: KeyLine
    first: datetime
    last: datetime | None
    revoked: date | None

    def refusal(self, moment: datetime) -> str:
        """Say why the key may not sign at that moment; empty where it may."""
        if moment < self.first:
            return f"the key is on file from {self.first.date()} only"
        if self.last and moment > self.last:
            if self.revoked and self.last < _start(self.revoked):
                return f"the key was revoked as of {self.revoked}"
            return f"the key was on file until {self.last.date()} only"
        return ""


def known_keys(person: Person) -> tuple[KnownKey, ...]:
    """Return the person's keys that can be read; what is wrong with the others is for `keys-sane` to say."""
    return tuple(filter(None, map(_known, person.keys)))


def names_of(person: Person) -> tuple[str, ...]:
    """Return the names under which OpenSSH knows the person: the mails, or the id where there is none."""
    return person.mails or (person.id,)


def key_refusal(signer: SigningKey, person: Person, moment: datetime) -> str:
    """Say why this key does not sign for this person at that moment; empty where it does."""
    fitting = _fitting(signer, person)
    if not fitting:
        return f"the key {signer.key.fingerprint} is not on file in {person.path or person.id}"
    refusals = [known.refusal(moment) for known in fitting]
    if "" not in refusals:
        return refusals[-1]
    if signer.certificate:
        return signer.certificate.refusal(frozenset(names_of(person)), moment)
    return ""


def on_file(signer: SigningKey, person: Person) -> bool:
    """Say whether the key is or was the person's at any time."""
    return bool(_fitting(signer, person))


def is_revoked(signer: SigningKey, person: Person) -> bool:
    """Say whether every entry of this key has been revoked, whatever the day."""
    fitting = _fitting(signer, person)
    return bool(fitting) and all(known.revoked for known in fitting)


def _fitting(signer: SigningKey, person: Person) -> list[KnownKey]:
    blob = signer.certificate.authority.blob if signer.certificate else signer.key.blob
    keys = known_keys(person)
    return [one for one in keys if one.line.key.blob == blob and one.line.authority == bool(signer.certificate)]


@lru_cache(maxsize=4096)
def _known(entry: PublicKey) -> KnownKey | None:
    try:
        line = read_key_line(entry.key)
    except SshKeyError:
        return None
    ends = [_start(entry.until + timedelta(days=1))] if entry.until else []
    ends += [_start(entry.revoked)] if entry.revoked else []
    last = min(ends) - timedelta(seconds=1) if ends else None
    return KnownKey(line, _start(entry.start), last, entry.revoked)


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
