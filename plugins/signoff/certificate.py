"""OpenSSH user certificates: an authority vouches that a key may act for some names, for some time."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

from msgspec import Struct

from .ssh_key import KINDS, SshKey, SshKeyError, read_key, take_key
from .wire import WireError, WireReader

_SUFFIX = "-cert-v01@openssh.com"
_CERTIFIED = {kind.removesuffix("@openssh.com") + _SUFFIX: kind for kind in KINDS}
_USER = 1
_FOREVER = 2**64 - 1
_MOST_PRINCIPALS = 256


class Certificate(Struct, frozen=True):
    """What was certified, by whom, and the bytes that the authority signed."""

    authority: SshKey
    for_user: bool
    key_id: str
    principals: tuple[str, ...]
    valid_after: int
    valid_before: int
    signed: bytes
    signature: bytes

    def refusal(self, names: frozenset[str], moment: datetime) -> str:
        """Say why the certificate does not let any of `names` sign at that moment; empty where it does.

        Critical options bind logins, not signatures, so `ssh-keygen -Y verify` does not look at them, nor do we.
        """
        seconds = int(moment.timestamp())
        if not self.for_user:
            return "the certificate is for a host"
        if seconds < self.valid_after:
            return f"the certificate is valid from {_day(self.valid_after)} only"
        if seconds >= self.valid_before:
            return f"the certificate expired on {_day(self.valid_before)}"
        if not self.principals:
            return "the certificate names nobody"
        if not names & frozenset(self.principals):
            return f"the certificate is for {', '.join(self.principals)}"
        return ""


class SigningKey(Struct, frozen=True):
    """The key a signature was made with, as it stands in the signature, and its certificate where it came with one."""

    key: SshKey
    blob: bytes
    certificate: Certificate | None = None


@lru_cache(maxsize=4096)
def read_signing_key(blob: bytes) -> SigningKey:
    """Read a plain key or a certificate. Raises SshKeyError."""
    try:
        kind = WireReader(blob).text()
        return _read_certificate(blob) if kind in _CERTIFIED else SigningKey(read_key(blob), blob)
    except WireError as error:
        raise SshKeyError(f"the key is damaged ({error})") from error


def _read_certificate(blob: bytes) -> SigningKey:
    reader = WireReader(blob)
    kind = _CERTIFIED[reader.text()]
    reader.string()
    key = take_key(reader, kind)
    reader.number(8)
    use = reader.number(4)
    if use not in (_USER, _USER + 1):
        raise SshKeyError(f"a certificate of type {use}")
    key_id = reader.utf8()
    principals = tuple(_texts(WireReader(reader.string())))
    valid_after, valid_before = reader.number(8), reader.number(8)
    _pairs(WireReader(reader.string()))
    _pairs(WireReader(reader.string()))
    reader.string()
    authority = read_key(reader.string())
    signed = blob[: reader.at]
    signature = reader.string()
    reader.end()
    certificate = Certificate(authority, use == _USER, key_id, principals, valid_after, valid_before, signed, signature)
    return SigningKey(key, blob, certificate)


def _texts(reader: WireReader) -> list[str]:
    texts = []
    while reader.rest():
        texts.append(reader.utf8())
    if len(texts) > _MOST_PRINCIPALS:
        raise SshKeyError(f"a certificate for {len(texts)} names")
    return texts


def _pairs(reader: WireReader) -> None:
    while reader.rest():
        reader.string()
        reader.string()


def _day(seconds: int) -> str:
    if seconds >= _FOREVER:
        return "no day"
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return "a day far away"
