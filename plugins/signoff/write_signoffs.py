"""Statements and their signatures, put into their places together or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .draft import Draft
from .raw_signature import SignatureError
from .ssh_keygen import SigningError, sign
from .sshsig import verify

_MEND = "Make room or mend the folder's rights, then sign again."


def write_signoffs(root: Path, drafts: Sequence[Draft], key: str, namespace: str) -> list[Path]:
    """Sign the drafts and file them; returns the statements' places. Raises SigningError with nothing written."""
    signatures = sign([draft.content for draft in drafts], key, namespace)
    for draft, signature in zip(drafts, signatures, strict=True):
        try:
            verify(signature, draft.content, namespace)
        except SignatureError as error:
            raise SigningError(f"ssh-keygen's signature does not verify: {error}. Nothing was written.") from error
    return _file(root, drafts, signatures)


def _file(root: Path, drafts: Sequence[Draft], signatures: Sequence[bytes]) -> list[Path]:
    """Write everything beside its place first; the statement goes in last, so that what is there is signed."""
    prepared: list[tuple[Path, Path]] = []
    filed: list[Path] = []
    try:
        for draft, signature in zip(drafts, signatures, strict=True):
            place = root / draft.path
            place.parent.mkdir(parents=True, exist_ok=True)
            for target, content in ((Path(f"{place}.sig"), signature), (place, draft.content)):
                if target.exists():
                    raise SigningError(f"{target.relative_to(root)} is there already. Load the site again, then sign.")
                aside = target.with_name(f".{target.name}.new")
                prepared.append((aside, target))
                aside.write_bytes(content)
        for aside, target in prepared:
            aside.replace(target)
            filed.append(target)
    except OSError as error:
        for target in filed:
            target.unlink(missing_ok=True)
        raise SigningError(f"the sign-off cannot be written ({error.strerror}). {_MEND}") from error
    finally:
        for aside, _ in prepared:
            aside.unlink(missing_ok=True)
    return [root / draft.path for draft in drafts]
