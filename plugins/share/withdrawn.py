"""What must not be posted any more: texts that were approved once and have changed, gone or run out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from msgspec import Struct

from ..site_model import House, OutputFile
from .as_json import to_json
from .shared_post import SharedPost
from .timing import expires, is_held

Reason = Literal["changed", "gone", "expired", "held"]


class Said(Struct, frozen=True, kw_only=True):
    """A text that was approved: the `name` of a snippet of the post at `path`, and the sha256 it had that day."""

    path: str
    name: str
    sha256: str
    day: date


def render_withdrawn(house: House, shared: Iterable[SharedPost], said: Iterable[Said]) -> OutputFile:
    """Return `share/withdrawn.json`, for whoever has queued one of these texts."""
    said = tuple(said)
    asked = {old.path for old in said}
    now: dict[tuple[str, str], str] = {}
    found = []
    for one in shared:
        path, reason = one.post.path, _ended(one, house)
        if reason or path in asked:
            digests = one.outline.digests
            now |= {(path, name): digest for name, digest in digests.items()}
            found += [_entry(path, name, digest, reason) for name, digest in digests.items() if reason]
    for old in said:
        current = now.get((old.path, old.name))
        if current != old.sha256:
            found.append(_entry(old.path, old.name, old.sha256, "changed" if current else "gone"))
    found.sort(key=lambda entry: (entry["path"], entry["name"], entry["sha256"]))
    return OutputFile("share/withdrawn.json", to_json({"version": "1", "withdrawn": found}))


def _ended(one: SharedPost, house: House) -> Reason | None:
    end = expires(one.post, house)
    if end is not None and end <= house.now:
        return "expired"
    return "held" if is_held(one.post, house) else None


def _entry(path: str, name: str, digest: str, reason: Reason) -> dict[str, Any]:
    return {"path": path, "name": name, "sha256": digest, "reason": reason}
