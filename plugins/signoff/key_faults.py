"""What can be wrong with the keys and mails of the roster, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from ..site_model import Person
from .allowed_signers import is_plain_name
from .roster import known_keys
from .ssh_key import SshKeyError, read_key_line

_PUBLIC = "Put the one line of the `.pub` file there."
_PRIVATE = "Take it out of git's history as well, make a new pair, and put the `.pub` half there: this one is burnt."


class KeyFault(NamedTuple):
    """A fact with its fix; `key` is the place in the person's file."""

    key: str
    message: str
    fix: str


def key_faults(person: Person, least_rsa_bits: int) -> Iterator[KeyFault]:
    """Yield what is wrong within one person's file."""
    for index, entry in enumerate(person.keys):
        at = f"keys[{index}]"
        try:
            key = read_key_line(entry.key).key
        except SshKeyError as error:
            private = "private key" in str(error)
            yield KeyFault(f"{at}.key", f"key {index + 1} of {person.name}: {error}", _PRIVATE if private else _PUBLIC)
            continue
        bits = key.modulus.bit_length()
        if 0 < bits < least_rsa_bits:
            words = f"the RSA key of {person.name} has {bits} bits, and {least_rsa_bits} are the least"
            yield KeyFault(f"{at}.key", words, "Make a new key: `ssh-keygen -t ed25519`.")
        if entry.until and entry.until < entry.start:
            words = f"the key ends on {entry.until}, before it begins on {entry.start}"
            yield KeyFault(f"{at}.until", words, "Correct `from:` or `until:`.")
    for index, mail in enumerate(person.mails):
        if not is_plain_name(mail):
            words = f"'{mail}' among the mails is a pattern or no address: OpenSSH could take others for {person.name}"
            yield KeyFault(f"mails[{index}]", words, "Write the plain address.")


def shared_traits(people: Mapping[str, Person]) -> Iterator[tuple[Person, KeyFault]]:
    """Yield keys and mails that two entries have: the two count as one person."""
    seen: dict[str | bytes, Person] = {}
    for person in people.values():
        traits: list[tuple[str | bytes, str, str]] = [
            (mail.casefold(), f"mails[{index}]", f"the mail {mail}") for index, mail in enumerate(person.mails)
        ]
        traits += [
            (known.line.key.blob, "keys", f"the key {known.line.key.fingerprint}")
            for known in known_keys(person)
            if not known.line.authority
        ]
        for trait, key, words in traits:
            first = seen.setdefault(trait, person)
            if first.id != person.id:
                fix = "Keep one entry a person; the two count as one and cannot approve each other's posts."
                yield person, KeyFault(key, f"{words} is also on file in {first.path}", fix)


def can_sign(person: Person, moment: datetime) -> bool:
    """Say whether the person is on staff and has a key that counts at that moment."""
    return person.employed_on(moment.date()) and any(not known.refusal(moment) for known in known_keys(person))
