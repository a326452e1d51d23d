"""Questions at the terminal, each with the answers that the policy allows."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from ..site_model.did_you_mean import did_you_mean


class AnswerError(Exception):
    """What somebody typed is not allowed; carries the fact and what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(f"{message}. {fix}")


class NobodyThereError(Exception):
    """An answer is needed and nobody is at the terminal to give it."""


def ask(question: str, default: str = "") -> str:
    """Ask for a text. Raises NobodyThereError without a terminal."""
    hint = f" [{default}]" if default else ""
    while True:
        answer = _read(f"{question}{hint}: ").strip() or default
        if answer:
            return answer
        print("  Please write something.", file=sys.stderr)


def choose(question: str, allowed: Mapping[str, str], *, many: bool = False) -> list[str]:
    """Ask for one id of `allowed` (id to what it means), or for several. Raises NobodyThereError."""
    if len(allowed) == 1 and not many:
        return list(allowed)
    print(question, file=sys.stderr)
    for number, (name, meaning) in enumerate(allowed.items(), 1):
        print(f"  {number}. {name}  {meaning}", file=sys.stderr)
    hint = "numbers or names, with commas" if many else "number or name"
    while True:
        answers = [answer.strip() for answer in _read(f"  {hint}: ").split(",") if answer.strip()]
        chosen = [list(allowed)[int(a) - 1] if a.isdigit() and 0 < int(a) <= len(allowed) else a for a in answers]
        wrong = [name for name in chosen if name not in allowed]
        if chosen and not wrong and (many or len(chosen) == 1):
            return chosen
        print(f"  {did_you_mean(wrong[0], allowed) if wrong else 'Please choose.'}", file=sys.stderr)


def _read(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise NobodyThereError(prompt.split("[", maxsplit=1)[0].strip(" :"))
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise NobodyThereError(prompt.strip(" :"))
    return line
