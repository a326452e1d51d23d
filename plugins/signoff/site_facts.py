"""What the verdicts cannot say of single posts: the base, the roster, and changes of both at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .filed import Folder
from .signer import removed_signers
from .trust_values import Trust
from .verdict import SiteFact

_APART = "Change it in a pull request of its own, and have that merged first."
_NO_BASE = (
    "Check in a git clone that has origin/main, name the trusted commit in MASTHEAD_BASE, "
    "or write `accept_integrity_only: true` under `signoff:` in policy.yaml."
)
_TAKE_BACK = "A post is taken off the site with `make withdraw POST=`, and its statements stay."
_BACK = "Bring it back: people who left stay on file, and an old key gets `until:` or `revoked:` instead."


def site_facts(
    trusted: Sequence[str],
    posts: Sequence[str],
    folders: Mapping[str, Folder],
    statements: Sequence[tuple[str, str]],
    trust: Trust,
) -> Iterator[SiteFact]:
    """Yield what is to be said; `trusted` and `posts` are the files of either side that this tree changes.

    `statements` are facts, with their fix, about those that the tree lost together with their post.
    """
    way = trust.policy.signoff.require
    if way == "nothing":
        return
    if not trust.base and way != "field":
        message = (
            f"sign-offs were checked for integrity only, against the roster that came with them: {trust.why_no_base}"
        )
        yield SiteFact(about="no-base", file=trust.policy.path, message=message, fix=_NO_BASE)
    if posts:
        more = f" and {len(posts) - 1} more" if len(posts) > 1 else ""
        for path in trusted:
            message = f"{path} changes together with {posts[0]}{more}"
            yield SiteFact(about="trust-changed", file=path, message=message, fix=_APART)
    for message, fix in statements:
        yield SiteFact(about="add-only", file=trust.policy.path, message=message, fix=f"{fix} {_TAKE_BACK}")
    lost = {fact for folder in folders.values() for filed in folder.revisions for fact in removed_signers(filed, trust)}
    for file, message in sorted(lost):
        yield SiteFact(about="roster", file=file, message=message, fix=_BACK)
