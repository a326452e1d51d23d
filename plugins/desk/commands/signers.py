"""Write OpenSSH's allowed_signers from authors/, so that anybody can verify a post with ssh-keygen alone."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ...press.settings import places_from
from ...signoff.allowed_signers import allowed_signers, namespace_of
from ...site_model.load_site import load_house
from ..site_folder import open_settings
from ..write_file import write_file


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead signers`."""
    parser.add_argument("--output", metavar="FILE", help="write there instead of showing it")


def run(arguments: Namespace) -> int:
    """Show or write the file."""
    root, places = places_from(open_settings(Path.cwd()))
    house = load_house(root, places)
    namespace = namespace_of(house.policy.company.url)
    text = allowed_signers(house.people.values(), namespace)
    if not arguments.output:
        sys.stdout.write(text)
        return 0
    write_file(Path(arguments.output), text.encode())
    print(f"{arguments.output}\n\nTo verify a post without this program:", file=sys.stderr)
    told = f"ssh-keygen -Y verify -f {arguments.output} -I MAIL -n {namespace} -s 0001.json.sig"
    print(f"  {told} -O verify-time=YYYYMMDDHHMMSSZ < 0001.json", file=sys.stderr)
    return 0
