"""OpenSSH public keys as values: what `.pub` files, signatures and `authors/*.yaml` hold."""

from __future__ import annotations

import base64
import binascii
import hashlib
from functools import lru_cache

from msgspec import Struct

from .wire import WireError, WireReader, wire_number, wire_string

CURVES = {"nistp256": 32, "nistp384": 48, "nistp521": 66}
KINDS = (
    "ssh-ed25519",
    "ssh-rsa",
    *(f"ecdsa-sha2-{curve}" for curve in CURVES),
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
)
LEAST_RSA_BITS = 1024
"""What OpenSSH itself accepts; `keys-sane` asks for more."""

_LINE_LIMIT = 16_384
_AUTHORITY = "cert-authority"


class SshKeyError(Exception):
    """This is no public key that may sign; the message says why, in lower case."""


class SshKey(Struct, frozen=True):
    """A public key. `blob` is its one and only encoding, so two keys are the same where their blobs are."""

    kind: str
    blob: bytes
    point: bytes = b""
    exponent: int = 0
    modulus: int = 0
    application: str = ""

    @property
    def line(self) -> str:
        """Return the key as a `.pub` file has it, without a comment."""
        return f"{self.kind} {base64.b64encode(self.blob).decode()}"

    @property
    def fingerprint(self) -> str:
        """Return what `ssh-keygen -l` shows."""
        return _fingerprint(self.blob)

    @property
    def in_hardware(self) -> bool:
        """Say whether the private half lives in a FIDO device."""
        return self.kind.startswith("sk-")


class KeyLine(Struct, frozen=True):
    """One `key:` of a person's file. An `authority` does not sign itself: it certifies keys that do."""

    key: SshKey
    authority: bool = False
    comment: str = ""


@lru_cache(maxsize=4096)
def read_key(blob: bytes) -> SshKey:
    """Read a plain public key from its encoding. Raises SshKeyError."""
    reader = WireReader(blob)
    try:
        key = take_key(reader, reader.text(), blob)
        reader.end()
    except WireError as error:
        raise SshKeyError(f"the key is damaged ({error})") from error
    if _encoded(key) != blob:
        raise SshKeyError("the key is written in an unusual way")
    return key


def take_key(reader: WireReader, kind: str, blob: bytes = b"") -> SshKey:
    """Take what follows the kind's name; certificates hold a key the same way. Raises SshKeyError or WireError."""
    key = SshKey(kind, blob)
    if kind == "ssh-rsa":
        key = SshKey(kind, blob, exponent=reader.whole_number(), modulus=reader.whole_number())
        if key.modulus.bit_length() < LEAST_RSA_BITS:
            raise SshKeyError(f"the RSA key has {key.modulus.bit_length()} bits, too few")
    elif kind.endswith("ssh-ed25519") or kind == "sk-ssh-ed25519@openssh.com":
        key = SshKey(kind, blob, point=reader.string())
        if len(key.point) != 32:
            raise SshKeyError(f"the ed25519 key has {len(key.point)} bytes instead of 32")
    elif kind in KINDS:
        curve, point = reader.text(), reader.string()
        if curve not in kind or len(point) != 2 * CURVES[curve] + 1 or point[0] != 4:
            raise SshKeyError(f"the point of the {kind} key is damaged")
        key = SshKey(kind, blob, point=point)
    else:
        raise SshKeyError(f"keys of the kind '{kind}' are not accepted")
    if key.in_hardware:
        key = SshKey(kind, blob, point=key.point, application=reader.utf8())
    return key if blob else SshKey(kind, _encoded(key), key.point, key.exponent, key.modulus, key.application)


def read_key_line(line: str) -> KeyLine:
    """Read the one line of a `.pub` file, or `cert-authority` and such a line. Raises SshKeyError."""
    if "PRIVATE KEY" in line:
        raise SshKeyError("this is a private key")
    words = line.split()
    if len(line) > _LINE_LIMIT or "\n" in line.strip():
        raise SshKeyError("the key is not one line")
    authority = words[:1] == [_AUTHORITY]
    kind, encoded, *comment = (*(words[1:] if authority else words), "", "")
    if "-cert-v01@" in kind:
        raise SshKeyError("this is a certificate; put the key itself there, or its authority after `cert-authority`")
    try:
        key = read_key(base64.b64decode(encoded, validate=True))
    except (binascii.Error, ValueError) as error:
        raise SshKeyError("this is no public key") from error
    if key.kind != kind:
        raise SshKeyError(f"the line says '{kind}', the key in it is '{key.kind}'")
    return KeyLine(key, authority, " ".join(comment).strip())


@lru_cache(maxsize=4096)
def _fingerprint(blob: bytes) -> str:
    return "SHA256:" + base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip("=")


def _encoded(key: SshKey) -> bytes:
    parts = wire_string(key.kind.encode())
    if key.kind == "ssh-rsa":
        return parts + wire_number(key.exponent) + wire_number(key.modulus)
    if "ecdsa" in key.kind:
        curve = next(curve for curve in CURVES if curve in key.kind)
        parts += wire_string(curve.encode())
    parts += wire_string(key.point)
    return parts + wire_string(key.application.encode()) if key.in_hardware else parts
