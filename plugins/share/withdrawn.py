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
    now = {(one.post.path, snippet.name): (one, snippet) for one in shared for snippet in one.snippets}
    found = [
        _entry(one.path, one.name, one.sha256, "changed" if (one.path, one.name) in now else "gone")
        for one in said
        if (one.path, one.name) not in now or now[one.path, one.name][1].sha256 != one.sha256
    ]
    for (path, name), (one, snippet) in now.items():
        end = expires(one.post, house)
        if end is not None and end <= house.now:
            found.append(_entry(path, name, snippet.sha256, "expired"))
        elif is_held(one.post, house):
            found.append(_entry(path, name, snippet.sha256, "held"))
    found.sort(key=lambda entry: (entry["path"], entry["name"], entry["sha256"]))
    return OutputFile("share/withdrawn.json", to_json({"version": "1", "withdrawn": found}))


def _entry(path: str, name: str, digest: str, reason: Reason) -> dict[str, Any]:
    return {"path": path, "name": name, "sha256": digest, "reason": reason}
