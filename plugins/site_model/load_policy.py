"""The company's rules from `policy.yaml`."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .load_text import UnreadableError, decode, read_bytes
from .policy import Policy, PolicyFile
from .problem import Problem, SetupError
from .spot import Spot
from .typed import TypedReader
from .yaml_tree import YamlError, read_yaml


def load_policy(root: Path, file: str = "policy.yaml") -> Policy:
    """Return the policy. Raises SetupError with every mistake in it."""
    if not (root / file).exists():
        fix = f"Write `{file}`, or let `masthead adopt` make a first one from the site's settings."
        raise SetupError((Problem(Spot(file), "unreadable", "there is no policy", fix),))
    try:
        return read_policy(read_bytes(root, file), file)
    except (YamlError, UnreadableError) as error:
        raise SetupError((error.problem,)) from error


def read_policy(content: bytes, file: str) -> Policy:
    """Read the policy's bytes. Raises YamlError, UnreadableError, or SetupError with every mistake."""
    reader = TypedReader(file)
    values = reader.read(read_yaml(decode(content, file), file), PolicyFile)
    if reader.problems:
        raise SetupError(tuple(reader.problems))
    policy = Policy(path=file, marks=reader.marks, **values)
    try:
        ZoneInfo(policy.company.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        message = f"'company.timezone' is '{policy.company.timezone}'"
        fix = "Write a name of the IANA time-zone database there, such as `Europe/Oslo`."
        raise SetupError((Problem(policy.spot("company.timezone"), "bad-value", message, fix),)) from error
    return policy
