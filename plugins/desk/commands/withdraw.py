"""Take a post back: it is not published any more, and the record says who decided so and why."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ...signoff.draft import DraftError, Wish
from ...signoff.ssh_keygen import SigningError
from ..signing import add_key_argument, open_signing, refuse


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead withdraw`."""
    parser.add_argument("--post", metavar="PATH", required=True, help="the post")
    parser.add_argument("--reason", required=True, help="why; it stays on record")
    add_key_argument(parser)


def run(arguments: Namespace) -> int:
    """Sign the withdrawal."""
    try:
        signing, (post,) = open_signing(arguments, [arguments.post])
        wish = Wish(editor=signing.editor, decision="withdraw", reason=arguments.reason)
        signing.write([signing.draft(post, wish)])
    except (DraftError, SigningError) as error:
        return refuse("withdraw", error)
    return 0
