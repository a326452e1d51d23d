"""The real `ssh-keygen`: it knows agents, passphrases and security keys, and people know it."""

from __future__ import annotations

import base64
import binascii
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from .certificate import SigningKey, read_signing_key
from .ssh_key import KINDS, SshKeyError

VARIABLE = "MASTHEAD_SIGNING_KEY"
_LITERAL = "key::"


class SigningError(Exception):
    """Nothing was signed; the message says why, in lower case, and what to do."""


def find_key(root: Path, wanted: str | None) -> str:
    """Return the key to sign with: as asked, as the environment says, or as git signs. Raises SigningError."""
    named = wanted or os.environ.get(VARIABLE) or _git_key(root)
    if not named:
        raise SigningError(f"no key is named. Give KEY=, set {VARIABLE}, or set git's `user.signingkey`.")
    if named.split()[0] in KINDS:
        # Git once took the key itself without a mark in front of it, and still does.
        return _LITERAL + named
    return named if named.startswith(_LITERAL) else str(Path(named).expanduser())


def public_half(key: str) -> SigningKey:
    """Return the public half of a key file, of a `.pub` file, or of git's `key::...`. Raises SigningError."""
    if key.startswith(_LITERAL):
        return _read(key.removeprefix(_LITERAL), key)
    place = Path(key)
    public = place if place.suffix == ".pub" else place.with_name(f"{place.name}.pub")
    if public.is_file():
        return _read(public.read_text("utf-8", errors="replace"), str(public))
    if not place.is_file():
        raise SigningError(f"there is no key {key}. Name one with KEY=, or make one: `ssh-keygen -t ed25519`.")
    shown = subprocess.run(["ssh-keygen", "-y", "-f", key], stdout=subprocess.PIPE, encoding="utf-8", check=False)
    return _read(shown.stdout, key)


def sign(contents: Sequence[bytes], key: str, namespace: str) -> list[bytes]:
    """Return a signature for each content, by one call, so that a passphrase is asked once. Raises SigningError."""
    with tempfile.TemporaryDirectory(prefix="masthead-") as folder:
        places = [Path(folder, f"{number:04d}") for number in range(1, len(contents) + 1)]
        for place, content in zip(places, contents, strict=True):
            place.write_bytes(content)
        if key.startswith(_LITERAL):
            Path(folder, "key.pub").write_text(key.removeprefix(_LITERAL) + "\n", "utf-8")
            key = str(Path(folder, "key.pub"))
        _call(["ssh-keygen", "-Y", "sign", "-f", key, "-n", namespace, *map(str, places)])
        return [place.with_name(f"{place.name}.sig").read_bytes() for place in places]


def _call(command: Sequence[str]) -> None:
    """Leave the terminal to `ssh-keygen`, so that it can ask; without one, keep what it says for the error."""
    kept = None if sys.stdin is not None and sys.stdin.isatty() else subprocess.PIPE
    try:
        done = subprocess.run(
            command,
            stdin=None if kept is None else subprocess.DEVNULL,
            stdout=kept,
            stderr=kept,
            encoding="utf-8",
            check=False,
        )
    except OSError as error:
        raise SigningError("ssh-keygen is not installed. Install OpenSSH 8.2 or later.") from error
    if done.returncode:
        said = (done.stderr or "").strip().splitlines()
        raise SigningError(f"ssh-keygen did not sign{': ' + said[-1] if said else ''}. Nothing was written.")


def _read(line: str, where: str) -> SigningKey:
    words = line.split()
    try:
        return read_signing_key(base64.b64decode(words[1], validate=True))
    except (SshKeyError, binascii.Error, IndexError) as error:
        raise SigningError(
            f"{where} holds no public key that may sign. Use ed25519, ecdsa, rsa or a security key."
        ) from error


def _git_key(root: Path) -> str:
    command = ["git", "config", "--get", "user.signingkey"]
    try:
        return subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False).stdout.strip()
    except OSError:
        return ""
