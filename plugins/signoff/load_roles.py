"""Who had which role when: the versions of the policy on the trusted branch, in one pass over its history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from ..site_model import Roles
from ..site_model.cache import Cache
from ..site_model.load_text import UnreadableError, decode
from ..site_model.yaml_tree import Listing, Scalar, Table, YamlError, read_yaml
from .load_code_digest import code_digest
from .load_git import Git
from .trust_values import RolesSince

_DECODER = msgspec.json.Decoder(tuple[RolesSince, ...])


def load_roles(git: Git, commit: str, policy: str, cache: Cache) -> tuple[tuple[RolesSince, ...], bool]:
    """Return the roles since each change of the policy, the oldest first, and whether the history is all there."""
    whole = git.ask("rev-parse", "--is-shallow-repository").strip() == b"false"
    key = f"roles {commit} {policy} {whole} {code_digest()}"
    kept = cache.get_many([key])
    if key in kept:
        return _DECODER.decode(kept[key]), whole
    log = git.ask(
        "log", "--first-parent", "--format=%x00%ct", "--raw", "--no-abbrev", "--no-renames", commit, "--", policy
    )
    versions = []
    for entry in log.decode(errors="replace").split("\0")[1:]:
        when, _, changed = entry.strip().partition("\n")
        words = changed.strip().split(" ")
        if len(words) > 4 and not words[4].startswith("D"):
            versions.append((datetime.fromtimestamp(int(when), UTC), words[3]))
    versions.reverse()
    contents = git.blobs([blob for _, blob in versions])
    roles = tuple(
        _told(RolesSince(when, _roles(content)) for (when, _), content in zip(versions, contents, strict=True))
    )
    cache.put_many({key: msgspec.json.encode(roles)})
    return roles, whole


def _told(steps: Iterable[RolesSince]) -> Iterable[RolesSince]:
    """Leave out versions of the policy that changed no role."""
    before = None
    for step in steps:
        if step.roles != before:
            yield step
        before = step.roles


def _roles(content: bytes) -> Roles:
    """Read the roles alone: an old policy may have had keys that this version does not know."""
    try:
        tree = read_yaml(decode(content, "policy.yaml"), "policy.yaml")
    except (YamlError, UnreadableError):
        return Roles()
    roles = tree.entries.get("roles") if isinstance(tree, Table) else None
    if not isinstance(roles, Table):
        return Roles()
    return Roles(**{role: _ids(roles.entries.get(role)) for role in Roles.__struct_fields__})


def _ids(node: object) -> tuple[str, ...]:
    if isinstance(node, Scalar) and node.text:
        return (node.text,)
    if isinstance(node, Listing):
        return tuple(entry.text for entry in node.entries if isinstance(entry, Scalar) and entry.text)
    return ()
