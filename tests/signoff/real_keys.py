"""Real keys from the real `ssh-keygen`, certificates too, and a security key made of software."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from pelican.plugins.signoff.wire import wire_number, wire_string

KINDS = {
    "ed25519": ("-t", "ed25519"),
    "ecdsa-256": ("-t", "ecdsa", "-b", "256"),
    "ecdsa-384": ("-t", "ecdsa", "-b", "384"),
    "ecdsa-521": ("-t", "ecdsa", "-b", "521"),
    "rsa": ("-t", "rsa", "-b", "2048"),
}


@dataclass(frozen=True)
class KeyPair:
    """A key on disk that `ssh-keygen` signs with."""

    private: Path
    public: str

    def sign(self, message: bytes, namespace: str, *options: str) -> bytes:
        command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(self.private), "-n", namespace, *options]
        return subprocess.run(command, input=message, capture_output=True, check=True).stdout

    def certify(self, other: Key, names: str, validity: str, *options: str) -> CertifiedKey:
        """Let this key vouch for another."""
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "key.pub").write_text(other.public + "\n", "utf-8")
            named = ["-n", names] if names else []
            command = ["ssh-keygen", "-q", "-s", str(self.private), "-I", "test", "-V", validity, *named, *options]
            subprocess.run([*command, "key.pub"], cwd=folder, capture_output=True, check=True)
            return CertifiedKey(other, Path(folder, "key-cert.pub").read_text("utf-8").strip())


@dataclass(frozen=True)
class CertifiedKey:
    """A key whose signatures carry its certificate."""

    key: Key
    public: str

    def sign(self, message: bytes, namespace: str, *options: str) -> bytes:
        blob = dearmour(self.key.sign(message, namespace, *options))
        size = int.from_bytes(blob[10:14])
        certificate = base64.b64decode(self.public.split()[1])
        return armour(blob[:10] + wire_string(certificate) + blob[14 + size :])


def make_key(folder: Path, name: str, kind: str = "ed25519", passphrase: str = "") -> KeyPair:
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / name
    subprocess.run(
        ["ssh-keygen", "-q", *KINDS[kind], "-N", passphrase, "-C", name, "-f", str(place)],
        check=True,
        capture_output=True,
    )
    return KeyPair(place, Path(f"{place}.pub").read_text("utf-8").strip())


@dataclass(frozen=True)
class SecurityKey:
    """Does what a FIDO device does when OpenSSH asks it to sign."""

    kind: str
    private: ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey
    application: str = "ssh:"

    @property
    def blob(self) -> bytes:
        if isinstance(self.private, ed25519.Ed25519PrivateKey):
            raw = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
            parts = [raw]
        else:
            raw = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
            parts = [b"nistp256", raw]
        return b"".join(map(wire_string, (self.kind.encode(), *parts, self.application.encode())))

    @property
    def public(self) -> str:
        return f"{self.kind} {base64.b64encode(self.blob).decode()} token"

    def sign(self, message: bytes, namespace: str, *options: str, flags: int = 1, counter: int = 7) -> bytes:
        signed = b"SSHSIG" + b"".join(
            map(wire_string, (namespace.encode(), b"", b"sha512", hashlib.sha512(message).digest()))
        )
        proof = flags.to_bytes(1) + counter.to_bytes(4)
        told = hashlib.sha256(self.application.encode()).digest() + proof + hashlib.sha256(signed).digest()
        if isinstance(self.private, ed25519.Ed25519PrivateKey):
            raw = self.private.sign(told)
        else:
            numbers = utils.decode_dss_signature(self.private.sign(told, ec.ECDSA(SHA256())))
            raw = b"".join(map(wire_number, numbers))
        signature = wire_string(self.kind.encode()) + wire_string(raw) + proof
        fields = (self.blob, namespace.encode(), b"", b"sha512", signature)
        return armour(b"SSHSIG" + (1).to_bytes(4) + b"".join(map(wire_string, fields)))


Key = KeyPair | SecurityKey


def make_security_key(kind: str) -> SecurityKey:
    if kind == "sk-ed25519":
        return SecurityKey("sk-ssh-ed25519@openssh.com", ed25519.Ed25519PrivateKey.generate())
    return SecurityKey("sk-ecdsa-sha2-nistp256@openssh.com", ec.generate_private_key(ec.SECP256R1()))


def armour(blob: bytes) -> bytes:
    text = base64.b64encode(blob).decode()
    lines = [text[start : start + 70] for start in range(0, len(text), 70)]
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""]).encode()


def dearmour(signature: bytes) -> bytes:
    return base64.b64decode(b"".join(signature.split(b"\n")[1:-2]))


def openssh_accepts(
    folder: Path, signature: bytes, message: bytes, *, allowed: str, name: str, namespace: str, moment: str
) -> bool:
    """Ask the real `ssh-keygen -Y verify`; `moment` is YYYYMMDDHHMMSSZ."""
    (folder / "allowed_signers").write_text(allowed, "utf-8")
    (folder / "message.sig").write_bytes(signature)
    command = ["ssh-keygen", "-Y", "verify", "-f", "allowed_signers", "-I", name, "-n", namespace]
    command += ["-s", "message.sig", "-O", f"verify-time={moment}"]
    return subprocess.run(command, cwd=folder, input=message, capture_output=True, check=False).returncode == 0
