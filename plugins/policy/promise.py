"""What a rule's docstring says: the promise, and the reason."""

from __future__ import annotations

import inspect

from .finding import About
from .rule import Rule


def promise_and_reason(rule: type[Rule]) -> tuple[str, str]:
    """Part the docstring into its first paragraph and the rest, each paragraph on one line."""
    first, _, rest = inspect.cleandoc(rule.__doc__ or "").partition("\n\n")
    return " ".join(first.split()), "\n\n".join(" ".join(part.split()) for part in rest.split("\n\n") if part.strip())


def about(rule: type[Rule]) -> About:
    """Return what reporters say of a rule."""
    promise, reason = promise_and_reason(rule)
    return About(promise, reason, rule.fix)
