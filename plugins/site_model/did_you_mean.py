"""A kind word for whoever mistyped a name."""

from __future__ import annotations

from collections.abc import Iterable

_LIKENESS = 0.61
"""Lets `kari` mean `kari-lund`, and keeps `status` from meaning `tags`."""
_MOST_NAMED = 30


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a sentence that offers the nearest known name, or what there is to choose from."""
    from difflib import get_close_matches

    names = sorted(known)
    close = get_close_matches(word.casefold(), names, n=1, cutoff=_LIKENESS)
    if close:
        return f"Did you mean `{close[0]}`?"
    shown = ", ".join(f"`{name}`" for name in names[:_MOST_NAMED])
    more = f" or {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"Use one of {shown}{more}." if names else "Delete it."
