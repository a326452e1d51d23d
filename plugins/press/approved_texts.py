"""What editors have said of share texts: who let them out, and every text that was ever let out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..share import Approval, Said
from ..signoff.filed import Folder
from .judge import Judgement


def approvals(judgement: Judgement) -> dict[str, tuple[Approval, ...]]:
    """Return by path who approved a post's texts; a post that was forced out has nobody yet.

    An approval that stands covers the texts of today: any change of them would have ended it.
    """
    posts = judgement.site.posts
    return {post.path: (one,) for post in posts if (one := _approval(post.path, judgement))}


def _approval(path: str, judgement: Judgement) -> Approval | None:
    signoff = judgement.signoffs.posts.get(path)
    if (
        not signoff
        or not signoff.editor
        or not signoff.signed_at
        or signoff.state not in ("approved", "integrity-only")
    ):
        return None
    digests = judgement.snippets.digests(judgement.by_path[path])
    return Approval(by=signoff.editor, role="editor", at=signoff.signed_at, snippet_sha256=tuple(digests.values()))


def said_before(folders: Mapping[str, Folder]) -> Iterator[Said]:
    """Yield each text that a signed statement let out, once, in order of path and revision."""
    known: set[tuple[str, str, str]] = set()
    for path, folder in sorted(folders.items()):
        for filed in folder.revisions:
            if not filed.statement or not filed.signer or filed.statement.predicate.decision == "withdraw":
                continue
            said = filed.statement.predicate
            for name, digest in said.snippets.items():
                if (path, name, digest) not in known:
                    known.add((path, name, digest))
                    yield Said(path=path, name=name, sha256=digest, day=said.moment.date())
