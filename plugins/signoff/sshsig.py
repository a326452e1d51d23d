"""OpenSSH's file signatures (PROTOCOL.sshsig), read and verified the way `ssh-keygen -Y verify` does."""

from __future__ import annotations

import base64
import binascii
import hashlib

from msgspec import Struct

from .certificate import SigningKey, read_signing_key
from .raw_signature import SignatureError, check_signature
from .ssh_key import SshKeyError
from .wire import WireError, WireReader, wire_string

MOST_BYTES = 32_768
_HEADER = b"-----BEGIN SSH SIGNATURE-----\n"
_FOOTER = b"\n-----END SSH SIGNATURE-----"
_MAGIC = b"SSHSIG"
_VERSION = 1
_HASHES = {"sha256": hashlib.sha256, "sha512": hashlib.sha512}
_WHITE = b" \t\n\v\f\r"


class SshSignature(Struct, frozen=True):
    """A signature as read, not yet verified."""

    signer: SigningKey
    namespace: str
    hash: str
    signature: bytes


def read_signature(armoured: bytes) -> SshSignature:
    """Read a `.sig` file. What stands after its last line is ignored, as OpenSSH does. Raises SignatureError."""
    if len(armoured) > MOST_BYTES:
        raise SignatureError(f"the signature has {len(armoured):,} bytes, more than {MOST_BYTES:,}")
    if not armoured.startswith(_HEADER):
        raise SignatureError("the file does not begin like an SSH signature")
    end = armoured.find(_FOOTER, len(_HEADER))
    if end < 0:
        raise SignatureError("the signature has no end")
    encoded = armoured[len(_HEADER) : end].translate(None, _WHITE)
    try:
        blob = base64.b64decode(encoded, validate=True)
        if base64.b64encode(blob) != encoded:
            raise SignatureError("the signature is damaged (its base64 is not in its one right form)")
        return _read_blob(WireReader(blob))
    except binascii.Error as error:
        raise SignatureError("the signature is damaged (no base64)") from error
    except WireError as error:
        raise SignatureError(f"the signature is damaged ({error})") from error
    except SshKeyError as error:
        raise SignatureError(str(error)) from error


def verify(armoured: bytes, message: bytes, namespace: str) -> SigningKey:
    """Return the key that signed exactly this message for this namespace. Raises SignatureError.

    Whether that key is anybody's, and may sign, is for the roster to say.
    """
    found = read_signature(armoured)
    if found.namespace != namespace:
        raise SignatureError(f"the signature was made for '{found.namespace}', not for '{namespace}'")
    digest = _HASHES[found.hash](message).digest()
    signed = _MAGIC + b"".join(map(wire_string, (namespace.encode(), b"", found.hash.encode(), digest)))
    certificate = found.signer.certificate
    if certificate:
        check_signature(certificate.authority, certificate.signature, certificate.signed)
    check_signature(found.signer.key, found.signature, signed)
    return found.signer


def _read_blob(reader: WireReader) -> SshSignature:
    if reader.take(len(_MAGIC)) != _MAGIC or reader.number(4) > _VERSION:
        raise SignatureError("the signature is of another kind or a later version")
    signer = read_signing_key(reader.string())
    namespace = reader.utf8()
    reader.string()
    name = reader.text()
    if name not in _HASHES:
        raise SignatureError(f"the hash '{name}' is not accepted")
    signature = reader.string()
    reader.end()
    return SshSignature(signer, namespace, name, signature)
