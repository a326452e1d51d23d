"""Approve posts: shows what changed, asks what an editor answers for, and signs with ssh-keygen.

Exit codes: 0 signed, 1 not signed because the answer was no, 2 it cannot be signed.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from ...signoff.compare import changes
from ...signoff.draft import Draft, DraftError, Wish
from ...signoff.ssh_keygen import SigningError
from ...signoff.statement import Checklist
from ..ask import NobodyThereError, ask
from ..show_post import last_approved, show_post
from ..signing import Signing, add_key_argument, open_signing, refuse

_QUESTIONS = {
    "facts": "Are the facts right, and do the sources say so?",
    "rights": "May we publish every text and picture in it?",
    "confidential": "Is it free of what is confidential or private?",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead sign`."""
    parser.add_argument("--post", metavar="PATH", action="append", default=[], help="the post; may be given again")
    parser.add_argument("--all", action="store_true", help="every post that waits for this key's owner")
    parser.add_argument("--yes", action="store_true", help="answer yes to everything, for scripts")
    add_key_argument(parser)


def run(arguments: Namespace) -> int:
    """Sign what was named; several posts are signed by one call, so that a passphrase is asked once."""
    if not arguments.post and not arguments.all:
        print("masthead sign: name a post with --post (POST=), or say --all", file=sys.stderr)
        return 2
    try:
        signing, posts = open_signing(arguments, arguments.post)
        posts = posts or _waiting(signing)
        drafts = _drafts(signing, posts, ask_nobody=arguments.yes)
        if not drafts:
            print("Nothing was signed.", file=sys.stderr)
            return 0 if not posts else 1
        signing.write(drafts)
    except (DraftError, SigningError) as error:
        return refuse("sign", error)
    except NobodyThereError as error:
        print(f"masthead sign: nobody is there to answer '{error}'; say --yes in a script", file=sys.stderr)
        return 2
    return 0


def _waiting(signing: Signing) -> list[str]:
    """Return the posts that this editor could sign and that are not approved as they are."""
    waiting = []
    for post in signing.site.posts:
        own = any(signing.trust.is_same(signing.editor, author) for author in post.authors)
        if signing.signoffs.posts[post.path].state not in ("approved", "integrity-only", "withdrawn") and not own:
            waiting.append(post.path)
    return waiting


def _drafts(signing: Signing, posts: list[str], *, ask_nobody: bool) -> list[Draft]:
    drafts = []
    posts_by_path = {post.path: post for post in signing.site.posts}
    told: set[str] = set()
    for path in posts:
        post = posts_by_path[path]
        state = signing.signoffs.posts[path].state
        if state in ("approved", "integrity-only"):
            print(f"{path} is approved as it is.", file=sys.stderr)
            continue
        if any(signing.trust.is_same(signing.editor, author) for author in post.authors):
            name = signing.trust.name(signing.editor)
            raise DraftError(f"{name} is an author of {path}. Somebody else has to approve it.")
        only_policy = _only_policy(signing, path)
        if not (only_policy and told):
            print("\n".join(show_post(post, signing, colour=sys.stdout.isatty())) + "\n")
        else:
            print(f"{path}: nothing changed but the policy")
        if not ask_nobody and not (only_policy and told) and not _answered():
            print(f"{path} is not signed.", file=sys.stderr)
            continue
        told |= {"policy"} if only_policy else set()
        checklist = Checklist(facts=True, rights=True, confidential=True)
        drafts.append(signing.draft(path, Wish(editor=signing.editor, checklist=checklist)))
    return drafts


def _only_policy(signing: Signing, path: str) -> bool:
    """Say whether this post was approved before and the policy is all that changed since."""
    last = last_approved(path, signing)
    return last is not None and {one.what for one in changes(last, signing.evidence.bindings[path])} == {"policy"}


def _answered() -> bool:
    return all(ask(f"{question} (yes/no)").casefold() in ("y", "yes") for question in _QUESTIONS.values())
