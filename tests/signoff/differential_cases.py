"""Thousands of signatures, right and wrong, the same ones in every run of a seed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA1, SHA256, SHA512
from cryptography.hazmat.primitives.serialization import load_ssh_private_key
from real_keys import KINDS, CertifiedKey, Key, KeyPair, SecurityKey, armour, dearmour, make_key, make_security_key

from pelican.plugins.signoff.wire import WireReader, wire_string
from pelican.plugins.site_model import Person, PublicKey

NAMESPACE = "editorial-signoff.v1@blog.havlinje.example"
MAIL = "ewa@havlinje.example"
MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
MESSAGES = (b"", b"A statement.\n", bytes(range(256)) * 40)


@dataclass(frozen=True)
class Case:
    """A signature, and the roster, name, namespace and moment it is held against."""

    kind: str
    wrong: str
    person: Person
    signature: bytes
    message: bytes
    namespace: str = NAMESPACE
    moment: datetime = MOMENT


def person(*lines: str, mails: tuple[str, ...] = (MAIL,), **dates: date) -> Person:
    start = dates.pop("start", date(2026, 1, 1))
    keys = tuple(PublicKey(key=line, start=start, **dates) for line in lines)
    return Person(id="ewa", name="Ewa", mails=mails, keys=keys)


class Workshop:
    """Makes every kind of key once, and cases without end."""

    def __init__(self, folder: Path) -> None:
        self.authority = make_key(folder, "authority")
        self.rogue = make_key(folder, "rogue")
        self.plain: dict[str, Key] = {kind: make_key(folder, kind, kind) for kind in KINDS}
        self.plain |= {kind: make_security_key(kind) for kind in ("sk-ed25519", "sk-ecdsa")}
        self.other = make_key(folder, "other")
        span = "20260201Z:20260401Z"
        certify = self.authority.certify
        self.certified = {kind: certify(key, MAIL, span) for kind, key in self.plain.items()}
        one, big = self.plain["ed25519"], self.plain["rsa"]
        assert isinstance(big, KeyPair)
        self.bad_certificates = {
            "of another person": certify(one, "kari@havlinje.example", span),
            "expired": certify(one, MAIL, "20260101Z:20260201Z"),
            "not valid yet": certify(one, MAIL, "20260302Z:20260401Z"),
            "for nobody": certify(one, "", span),
            "for a host": certify(one, MAIL, span, "-h"),
            "for all mails but a pattern": certify(one, "*@havlinje.example", span),
            "by another authority": self.rogue.certify(one, MAIL, span),
        }
        self.good_certificates = {
            "for two names": certify(one, f"kari@havlinje.example,{MAIL}", span),
            "with a critical option": certify(one, MAIL, span, "-O", "force-command=true"),
            "by an rsa authority": big.certify(one, MAIL, span),
        }
        self.signed: dict[tuple[str, bytes, str, str], bytes] = {}

    def sign(self, key: Key | CertifiedKey, message: bytes, namespace: str = NAMESPACE, hash_: str = "sha512") -> bytes:
        """Sign with the real program, once for each question."""
        asked = (key.public, message, namespace, hash_)
        if asked not in self.signed:
            self.signed[asked] = key.sign(message, namespace, "-O", f"hashalg={hash_}")
        return self.signed[asked]

    def case(self, seed: int) -> Case:
        """Return a case: half of them are a good one with one thing wrong."""
        random = Random(seed)
        good = self._good(random)
        wrong = random.choice((*WRONGS, "nothing", "nothing")) if random.random() < 0.8 else "certificate"
        if wrong == "nothing":
            return good
        if wrong == "certificate":
            return self._certificate(random, good)
        return replace(WRONGS[wrong](good, random, self), wrong=wrong)

    def _good(self, random: Random) -> Case:
        message = random.choice(MESSAGES)
        kinds = sorted(self.plain)
        kind = random.choice(kinds + [f"cert {name}" for name in sorted(self.certified)])
        if kind.startswith("cert "):
            key: Key | CertifiedKey = self.certified[kind.removeprefix("cert ")]
            holder = person(f"cert-authority {self.authority.public}")
        else:
            key = self.plain[kind]
            holder = person(key.public)
        return Case(
            kind, "nothing", holder, self.sign(key, message, hash_=random.choice(("sha256", "sha512"))), message
        )

    def _certificate(self, random: Random, good: Case) -> Case:
        named = {**self.bad_certificates, **self.good_certificates}
        name = random.choice(sorted(named))
        authority = self.plain["rsa"] if name == "by an rsa authority" else self.authority
        holder = person(f"cert-authority {authority.public}")
        signature = self.sign(named[name], good.message)
        return replace(good, kind="certificate", wrong=name, person=holder, signature=signature)


def _flipped(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content) * 8)
    return content[: at // 8] + bytes([content[at // 8] ^ 1 << at % 8]) + content[at // 8 + 1 :]


def _blob(change: Callable[[bytes, Random], bytes]) -> Callable[[Case, Random, Workshop], Case]:
    return lambda case, random, _: replace(case, signature=armour(change(dearmour(case.signature), random)))


def _text(change: Callable[[bytes, Random], bytes]) -> Callable[[Case, Random, Workshop], Case]:
    return lambda case, random, _: replace(case, signature=change(case.signature, random))


def _keys(**dates: date) -> Callable[[Case, Random, Workshop], Case]:
    return lambda case, random, _: replace(case, person=person(*(entry.key for entry in case.person.keys), **dates))


def _rebuilt(case: Case, *, reserved: bytes = b"", version: int = 1, signature: bytes | None = None) -> Case:
    reader = WireReader(dearmour(case.signature))
    head = reader.take(6)
    reader.number(4)
    key, namespace, _, name, value = (reader.string() for _ in range(5))
    parts = (key, namespace, reserved, name, value if signature is None else signature)
    return replace(case, signature=armour(head + version.to_bytes(4) + b"".join(map(wire_string, parts))))


def _rsa(algorithm: str) -> Callable[[Case, Random, Workshop], Case]:
    def change(case: Case, random: Random, workshop: Workshop) -> Case:
        pair = workshop.plain["rsa"]
        assert isinstance(pair, KeyPair)
        private = load_ssh_private_key(pair.private.read_bytes(), None)
        assert isinstance(private, rsa.RSAPrivateKey)
        digest = hashlib.sha512(case.message).digest()
        signed = b"SSHSIG" + b"".join(map(wire_string, (NAMESPACE.encode(), b"", b"sha512", digest)))
        hashes = {"rsa-sha2-512": SHA512(), "rsa-sha2-256": SHA256(), "ssh-rsa": SHA1()}
        value = private.sign(signed, padding.PKCS1v15(), hashes[algorithm])
        good = replace(case, kind="rsa", person=person(pair.public), signature=workshop.sign(pair, case.message))
        return _rebuilt(good, signature=wire_string(algorithm.encode()) + wire_string(value))

    return change


def _other_key(case: Case, random: Random, workshop: Workshop) -> Case:
    return replace(case, signature=workshop.sign(workshop.other, case.message))


def _mixed_up(case: Case, random: Random, workshop: Workshop) -> Case:
    """List the key of a certificate as if it signed itself, and a plain key as if it certified others."""
    line = case.person.keys[0].key
    if line.startswith("cert-authority "):
        pair = workshop.plain[case.kind.removeprefix("cert ")]
        return replace(case, person=person(pair.public, workshop.authority.public))
    return replace(case, person=person(f"cert-authority {line}"))


def _namespace(case: Case, random: Random, workshop: Workshop) -> Case:
    pair = workshop.plain["ed25519"]
    other = random.choice(("git", "file", NAMESPACE.upper(), NAMESPACE + ".", "x"))
    return replace(case, person=person(pair.public), signature=workshop.sign(pair, case.message, other))


def _padded_numbers(case: Case, random: Random, workshop: Workshop) -> Case:
    pair = workshop.plain["ecdsa-384"]
    good = replace(case, kind="ecdsa-384", person=person(pair.public), signature=workshop.sign(pair, case.message))
    reader = WireReader(dearmour(good.signature))
    reader.take(10)
    value = WireReader([reader.string() for _ in range(5)][4])
    name, numbers = value.string(), WireReader(value.string())
    padded = b"".join(wire_string(b"\0" * random.choice((1, 2)) + numbers.string()) for _ in range(2))
    return _rebuilt(good, signature=wire_string(name) + wire_string(padded))


def _untouched(case: Case, random: Random, workshop: Workshop) -> Case:
    kind = random.choice(("sk-ed25519", "sk-ecdsa"))
    token = workshop.plain[kind]
    assert isinstance(token, SecurityKey)
    signature = token.sign(
        case.message, NAMESPACE, flags=random.choice((1, 5, 0x41, 0x81)), counter=random.randrange(2**32)
    )
    return replace(case, kind=kind, person=person(token.public), signature=signature)


def _at(moment: datetime) -> Callable[[Case, Random, Workshop], Case]:
    return lambda case, random, _: replace(case, moment=moment)


_SECOND = timedelta(seconds=1)
WRONGS: Mapping[str, Callable[[Case, Random, Workshop], Case]] = {
    "a bit of the signature": _blob(_flipped),
    "a bit of the file": _text(_flipped),
    "cut blob": _blob(lambda blob, random: blob[: random.randrange(len(blob))]),
    "cut file": _text(lambda text, random: text[: random.randrange(len(text))]),
    "a byte more": _blob(lambda blob, random: blob + bytes([random.randrange(256)])),
    "words after the end": _text(lambda text, random: text + random.choice((b"x", b"\n", b"\x00", b"-----END"))),
    "words before the start": _text(lambda text, random: random.choice((b" ", b"\n", b"x")) + text),
    "windows lines": _text(lambda text, random: text.replace(b"\n", b"\r\n")),
    "spaces in the text": _text(lambda text, random: text[:60] + random.choice((b" ", b"\t", b"\n")) + text[60:]),
    "another message": lambda case, random, _: replace(case, message=case.message + b"x"),
    "a bit of the message": lambda case, random, _: replace(case, message=_flipped(case.message or b"x", random)),
    "another namespace": _namespace,
    "another key": _other_key,
    "another person": lambda case, random, _: replace(
        case, person=Person(id="k", name="K", mails=("kari@havlinje.example",), keys=case.person.keys)
    ),
    "authority and key mixed up": _mixed_up,
    "key from tomorrow": _keys(start=date(2026, 3, 2)),
    "key from today": _keys(start=date(2026, 3, 1)),
    "key until yesterday": _keys(until=date(2026, 2, 28)),
    "key until today": _keys(until=date(2026, 3, 1)),
    "key revoked today": _keys(revoked=date(2026, 3, 1)),
    "key revoked tomorrow": _keys(revoked=date(2026, 3, 2)),
    "key never good": _keys(revoked=date(2025, 1, 1)),
    "first second": _at(datetime(2026, 2, 1, tzinfo=UTC)),
    "before the first second": _at(datetime(2026, 2, 1, tzinfo=UTC) - _SECOND),
    "last second": _at(datetime(2026, 4, 1, tzinfo=UTC) - _SECOND),
    "after the last second": _at(datetime(2026, 4, 1, tzinfo=UTC)),
    "version 0": lambda case, random, _: _rebuilt(case, version=0),
    "version 2": lambda case, random, _: _rebuilt(case, version=2),
    "something reserved": lambda case, random, _: _rebuilt(case, reserved=b"later"),
    "rsa-sha2-512": _rsa("rsa-sha2-512"),
    "rsa-sha2-256": _rsa("rsa-sha2-256"),
    "rsa with sha-1": _rsa("ssh-rsa"),
    "padded numbers": _padded_numbers,
    "security key": _untouched,
}
