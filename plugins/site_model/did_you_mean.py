"""A kind word for whoever mistyped a name."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a sentence that offers the nearest known names, or all of them."""
    from difflib import get_close_matches

    names = sorted(known)
    close = get_close_matches(word.casefold(), names, n=1, cutoff=0.6)
    if close:
        return f"Did you mean `{close[0]}`?"
    return "Use one of " + ", ".join(f"`{name}`" for name in names) + "." if names else "Delete it."
