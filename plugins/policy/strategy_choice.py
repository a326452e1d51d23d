"""What `relevant-topic`, `audience` and `goal` share: one word of the front matter that the strategy must know."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..site_model import Post
from .bylines import inherits
from .finding import Finding
from .rule import Rule


def check_choice(rule: Rule, post: Post, key: str, chosen: str, offered: Collection[str]) -> Iterator[Finding]:
    """Yield a finding where the post chose nothing, or what the strategy does not offer."""
    if inherits(post, key) or chosen in offered:
        return
    message = f"'{chosen}' is no {key} of the strategy" if chosen else f"the post names no {key}"
    fix = f"{nearest(chosen, offered)} Write `{key}:` with {_listed(offered)}.".lstrip()
    yield rule.finding(post.spot(key), message, fix=fix)


def nearest(word: str, offered: Collection[str]) -> str:
    """Return a question that offers the nearest name, or an empty text where none is near."""
    from difflib import get_close_matches

    close = get_close_matches(word.casefold(), sorted(offered), n=1)
    return f"Did you mean `{close[0]}`?" if close else ""


def _listed(offered: Collection[str]) -> str:
    names = ", ".join(f"`{name}`" for name in sorted(offered))
    return f"one of {names}" if names else "a name that `strategy:` in policy.yaml lists; it lists none yet"
