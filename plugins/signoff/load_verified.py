"""Signatures verified once per pair of files, ever: the outcome follows from the bytes alone, so it is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

import msgspec
from msgspec import Struct

from ..site_model.cache import Cache
from ..site_model.parallel import spread
from .certificate import SigningKey, read_signing_key
from .load_code_digest import code_digest
from .statement import StatementError, read_statement


class Pair(NamedTuple):
    """A statement and its signature as they lie there, None where it has none."""

    statement: bytes
    signature: bytes | None


class Verified(Struct, frozen=True, array_like=True, gc=False):
    """By which key it was signed, or why by none; `fault` is what is wrong with the statement itself.

    `digest` is the statement's sha256.
    """

    digest: str
    blob: bytes = b""
    refusal: str = ""
    fault: str = ""

    @property
    def signer(self) -> SigningKey | None:
        """Return the key."""
        return read_signing_key(self.blob) if self.blob else None


_DECODER = msgspec.msgpack.Decoder(Verified)


def load_verified(pairs: Mapping[str, Pair], namespace: str, cache: Cache) -> dict[str, Verified]:
    """Return the outcome for each pair. Who the key belongs to, and whether it may sign, is not kept: that changes."""
    frame = f"{namespace}\0{code_digest()}".encode()
    keys = {
        path: _digest(frame, _sha256(pair.statement), _sha256(pair.signature) if pair.signature is not None else b"")
        for path, pair in pairs.items()
    }
    kept = cache.get_many(keys.values())
    missing = [(path, pair) for path, pair in pairs.items() if keys[path] not in kept]
    fresh = {}
    if missing:
        outcomes = spread(partial(_verify, namespace=namespace), [pair for _, pair in missing])
        fresh = {keys[path]: outcome for (path, _), outcome in zip(missing, outcomes, strict=True)}
        cache.put_many(fresh)
    return {path: _DECODER.decode(kept.get(key) or fresh[key]) for path, key in keys.items()}


def _verify(pair: Pair, namespace: str) -> bytes:
    # Loading the mathematics takes longer than all the rest where everything has been verified before.
    from .raw_signature import SignatureError
    from .sshsig import verify

    blob, refusal, fault = b"", "", ""
    try:
        read_statement(pair.statement)
    except StatementError as error:
        fault = str(error)
    try:
        if pair.signature is None:
            refusal = "it is not signed"
        else:
            blob = verify(pair.signature, pair.statement, namespace).blob
    except SignatureError as error:
        refusal = str(error)
    return msgspec.msgpack.encode(Verified(_sha256(pair.statement).hex(), blob, refusal, fault))


def _sha256(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
