"""What a loader could not read, said as a value instead of an exception."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from .spot import Spot

Kind = Literal["unreadable", "unknown-key", "bad-value"]


class Problem(Struct, frozen=True):
    """One mistake in a file people write.

    `message` states the fact with the value found, `fix` says what to do about it, `key` is the key that is unknown.
    """

    spot: Spot
    kind: Kind
    message: str
    fix: str
    key: str = ""


class SetupError(Exception):
    """The policy, the people or the settings are wrong, so nothing can be judged."""

    exitcode = 2

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(f"{p.spot}: {p.message}. {p.fix}" for p in problems))
        self.problems = problems
