"""Let a post out in an emergency: it is published with a reminder until another editor approves it in time."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from ...signoff.draft import DraftError, Wish
from ...signoff.ssh_keygen import SigningError
from ..signing import add_key_argument, open_signing, refuse


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead force`."""
    parser.add_argument("--post", metavar="PATH", required=True, help="the post")
    parser.add_argument("--reason", required=True, help="why it cannot wait; it stays on record")
    add_key_argument(parser)


def run(arguments: Namespace) -> int:
    """Sign that the post goes out without approval."""
    try:
        signing, (post,) = open_signing(arguments, [arguments.post])
        wish = Wish(editor=signing.editor, decision="force", reason=arguments.reason)
        signing.write([signing.draft(post, wish)])
    except (DraftError, SigningError) as error:
        return refuse("force", error)
    hours = signing.trust.policy.signoff.force_hours
    print(f"Another editor has to approve it within {hours} hours.", file=sys.stderr)
    return 0
