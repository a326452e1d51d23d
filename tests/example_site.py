"""Lays a rule's example over a sample site, as files, so that examples run through everything that real posts do."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml

from pelican.plugins.policy.rule import Example

SMALL = Path(__file__).parent / "sites" / "small"
EXAMPLE_POST = "content/blog/2026/example.md"


def lay_out(example: Example, target: Path, base: Path = SMALL) -> Path:
    """Copy `base` to `target`, lay the example over it and return `target`."""
    for part in ("content", "authors", "policy.yaml"):
        copy = shutil.copytree if (base / part).is_dir() else shutil.copy
        copy(base / part, target / part)
    if example.before is not None:
        _lay_over_policy(target, example.before)
        _publish(target)
    if example.post or example.without:
        place = target / EXAMPLE_POST
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(post_text(example), "utf-8")
    if example.policy:
        _lay_over_policy(target, example.policy)
    for path, text in example.files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(text, "utf-8")
    return target


def _lay_over_policy(target: Path, over: str) -> None:
    policy = yaml.load((target / "policy.yaml").read_text("utf-8"), yaml.BaseLoader)
    merged = _merge(policy, yaml.load(over, yaml.BaseLoader) or {})
    (target / "policy.yaml").write_text(yaml.safe_dump(merged, allow_unicode=True, sort_keys=False), "utf-8")


def _publish(target: Path) -> None:
    """Make what lies there the protected branch of a git repository."""
    person = ["-c", "user.name=Kari Lund", "-c", "user.email=kari.lund@havlinje.example"]
    for words in (["init", "-q"], ["add", "-A"], [*person, "commit", "-q", "-m", "Publish"]):
        subprocess.run(["git", *words], cwd=target, check=True)
    subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=target, check=True)


def post_text(example: Example) -> str:
    """Return the sample post with the example's front-matter lines and text in the place of its own."""
    front, body = _split((SMALL / EXAMPLE_POST).read_text("utf-8").removeprefix("---\n"))
    lines, separator, own_body = example.post.partition("---\n")
    given = dict(_keys(lines))
    kept = [text for key, text in _keys(front) if key not in given and key not in example.without]
    return "---\n" + "".join([*kept, *given.values()]) + "---\n" + (own_body if separator else body)


def _split(text: str) -> tuple[str, str]:
    front, _, body = text.partition("---\n")
    return front, body


def _keys(front: str) -> list[tuple[str, str]]:
    """Return each top-level key with its lines, in order."""
    keys: list[tuple[str, str]] = []
    for line in front.splitlines(keepends=True):
        if keys and (line[0] in " -" or not line.strip()):
            keys[-1] = (keys[-1][0], keys[-1][1] + line)
        elif line.strip():
            keys.append((line.partition(":")[0], line if line.endswith("\n") else line + "\n"))
    return keys


def _merge(under: Any, over: Any) -> Any:
    if isinstance(under, dict) and isinstance(over, dict):
        return {**under, **{key: _merge(under.get(key), value) for key, value in over.items()}}
    return over
