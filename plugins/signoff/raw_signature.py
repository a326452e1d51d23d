"""Whether a key made a signature over some bytes, as OpenSSH counts it; libsodium and OpenSSL do the mathematics."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512, HashAlgorithm
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from .ssh_key import SshKey
from .wire import WireError, WireReader

_CURVES: dict[str, tuple[ec.EllipticCurve, HashAlgorithm]] = {
    "nistp256": (ec.SECP256R1(), SHA256()),
    "nistp384": (ec.SECP384R1(), SHA384()),
    "nistp521": (ec.SECP521R1(), SHA512()),
}
_RSA: dict[str, HashAlgorithm] = {"rsa-sha2-512": SHA512(), "rsa-sha2-256": SHA256()}
_USER_PRESENT = 0x01


class SignatureError(Exception):
    """The signature does not count; the message says why, in lower case."""


def check_signature(key: SshKey, signature: bytes, signed: bytes) -> None:
    """Return in peace if `key` made `signature` over `signed`. Raises SignatureError otherwise."""
    reader = WireReader(signature)
    try:
        name, value = reader.text(), reader.string()
        if name not in (_RSA if key.kind == "ssh-rsa" else (key.kind,)):
            raise SignatureError(f"a '{name}' signature by a '{key.kind}' key")
        if key.in_hardware:
            flags, counter = reader.take(1), reader.take(4)
            if not flags[0] & _USER_PRESENT:
                raise SignatureError("nobody touched the security key")
            application = hashlib.sha256(key.application.encode()).digest()
            signed = application + flags + counter + hashlib.sha256(signed).digest()
        reader.end()
        _check(key, name, value, signed)
    except WireError as error:
        raise SignatureError(f"the signature is damaged ({error})") from error
    except (InvalidSignature, BadSignatureError) as error:
        raise SignatureError("the signature was made over other bytes or with another key") from error
    except ValueError as error:
        raise SignatureError("the key or the signature is no number that could sign") from error


def _check(key: SshKey, name: str, value: bytes, signed: bytes) -> None:
    if key.kind == "ssh-rsa":
        size = (key.modulus.bit_length() + 7) // 8
        if len(value) > size:
            raise SignatureError("the signature is longer than the key")
        _rsa(key).verify(value.rjust(size, b"\0"), signed, padding.PKCS1v15(), _RSA[name])
    elif "ed25519" in key.kind:
        _ed25519(key).verify(signed, value)
    else:
        numbers = WireReader(value)
        encoded = utils.encode_dss_signature(numbers.whole_number(), numbers.whole_number())
        numbers.end()
        curve = next(curve for curve in _CURVES if curve in key.kind)
        _ecdsa(key, curve).verify(encoded, signed, ec.ECDSA(_CURVES[curve][1]))


@lru_cache(maxsize=4096)
def _ed25519(key: SshKey) -> VerifyKey:
    # OpenSSL takes twice as long, and nearly every signature is of this kind.
    return VerifyKey(key.point)


@lru_cache(maxsize=4096)
def _ecdsa(key: SshKey, curve: str) -> ec.EllipticCurvePublicKey:
    return ec.EllipticCurvePublicKey.from_encoded_point(_CURVES[curve][0], key.point)


@lru_cache(maxsize=4096)
def _rsa(key: SshKey) -> rsa.RSAPublicKey:
    return rsa.RSAPublicNumbers(key.exponent, key.modulus).public_key()
