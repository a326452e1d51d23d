"""What signing, withdrawing and forcing share: who signs, with which key, and what is there to be signed."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from ..press.judge import Judgement
from ..press.settings import places_from
from ..signoff.draft import Draft, DraftError, Wish, draft, owner_of
from ..signoff.load_signoffs import Evidence, judge_site, load_evidence
from ..signoff.ssh_keygen import SigningError, find_key, public_half
from ..signoff.trust_values import Trust
from ..signoff.verdict import Signoffs
from ..signoff.write_signoffs import write_signoffs
from ..site_model import Post, Site
from ..site_model.load_site import Places
from .find_post import find_post
from .site_folder import open_press


class Signing(NamedTuple):
    """An editor at the desk: `key` is what `ssh-keygen` signs with, `editor` whose it is."""

    root: Path
    places: Places
    judgement: Judgement
    site: Site
    evidence: Evidence
    signoffs: Signoffs
    key: str
    editor: str

    @property
    def trust(self) -> Trust:
        """Return what is believed."""
        return self.evidence.trusted.trust

    def draft(self, post: str, wish: Wish) -> Draft:
        """Make the next statement about a post. Raises DraftError."""
        return draft(self.evidence.bindings[post], self.evidence.folders[post], wish, self.trust.now)

    def write(self, drafts: Sequence[Draft]) -> None:
        """Sign and file the drafts, and say where. Raises SigningError with nothing written."""
        for place in write_signoffs(self.root, drafts, self.key, self.trust.namespace):
            print(place.relative_to(self.root))
        folders = " ".join(sorted({str(Path(one.path).parent) for one in drafts}))
        print(f"\nCommit what was written: git add {folders} && git commit", file=sys.stderr)


def all_posts(judgement: Judgement) -> Site:
    """Return the site with its pages, and with the posts that an editor took back: they can be signed again."""
    held = (*judgement.withdrawn, *judgement.waiting)
    posts = sorted((*judgement.site.posts, *judgement.pages, *held), key=lambda post: post.path)
    return msgspec.structs.replace(judgement.site, posts=tuple(posts))


def digests_of(judgement: Judgement) -> Callable[[Post], Mapping[str, str]]:
    """Return what gives the digests of a post's share snippets."""
    house = judgement.site.house
    return lambda post: {snippet.name: snippet.sha256 for snippet in judgement.snippets(post, house)}


def add_key_argument(parser: ArgumentParser) -> None:
    """Declare the option that names the key."""
    text = "the key to sign with; else MASTHEAD_SIGNING_KEY, else git's user.signingkey"
    parser.add_argument("--key", metavar="FILE", help=text)


def open_signing(arguments: Namespace, typed: Sequence[str]) -> tuple[Signing, list[str]]:
    """Read the site, find the key and its owner, and the posts meant. Raises SetupError, DraftError, SigningError."""
    press = open_press(Path.cwd())
    root, places = places_from(press.settings)
    judgement = press.judge()
    site = all_posts(judgement)
    posts = [find_post(one, site, root) for one in typed]
    evidence = load_evidence(
        site,
        root,
        places,
        snippets=digests_of(judgement),
        signing=posts or [post.path for post in site.posts],
    )
    trust = evidence.trusted.trust
    if trust.policy.signoff.require != "ssh":
        raise DraftError(
            f"posts are let out by '{trust.policy.signoff.require}' here, so there is nothing to sign. "
            "Write `require: ssh` under `signoff:` in policy.yaml, and have that merged first."
        )
    unread = [post for post in posts if post not in evidence.bindings]
    if unread:
        raise DraftError(f"{unread[0]} cannot be read. Run `make check POST={unread[0]}` and mend it first.")
    key = find_key(root, arguments.key)
    editor = _owner(key, trust)
    return Signing(root, places, judgement, site, evidence, judge_site(site, evidence, places), key, editor), posts


def _owner(key: str, trust: Trust) -> str:
    """Find the key's owner; one whose file is only just being merged may sign ahead of that, and is told."""
    signer = public_half(key)
    try:
        return owner_of(signer, trust.people, trust.base)
    except DraftError:
        owner = owner_of(signer, trust.present, trust.base)
    print(f"This key is not in {trust.base} yet. What it signs counts once authors/ is merged.", file=sys.stderr)
    return owner


def refuse(command: str, error: DraftError | SigningError) -> int:
    """Say why nothing was signed, and return the exit code for that."""
    print(f"masthead {command}: {error}", file=sys.stderr)
    return 2
