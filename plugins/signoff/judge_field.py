"""The weakest way, for those who start: the front matter says who approved, and nothing proves it."""

from __future__ import annotations

from ..site_model import Post
from .trust_values import Trust
from .verdict import About, Fact, Signoff, State


def judge_field(post: Post, trust: Trust) -> Signoff:
    """Return the verdict by `approved_by:`."""
    editor = post.approved_by
    if not editor:
        names = " or ".join(trust.editors_for(post.authors)) or "an editor who is none of the authors"
        return _verdict(
            post, trust, "missing", "nobody is named in `approved_by:`", f"Ask {names} to write their id there."
        )
    fix = "Let an editor who is none of the authors write their id there."
    if editor not in trust.people:
        return _verdict(post, trust, "invalid", f"'{editor}' in `approved_by:` is nobody in authors/", fix)
    name = trust.name(editor)
    if not trust.had_role(editor, trust.now, "editor"):
        return _verdict(post, trust, "invalid", f"{name}, named in `approved_by:`, is no editor", fix)
    if any(trust.is_same(editor, author) for author in post.authors):
        return _verdict(post, trust, "self", f"{name} approved this post and is an author of it", fix)
    return _verdict(post, trust, "approved")


def _verdict(post: Post, trust: Trust, state: State, message: str = "", fix: str = "") -> Signoff:
    about: About = "four-eyes" if state == "self" else "sign-off"
    fact = Fact(about=about, what=state, message=message, fix=fix, key="approved_by")
    editor = post.approved_by
    return Signoff(
        post=post.path,
        state=state,
        way="field",
        editor=editor,
        editor_name=trust.name(editor) if editor else "",
        facts=(fact,) if message else (),
    )
