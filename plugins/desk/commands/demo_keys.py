"""Try sign-off out: make key pairs for the editors, put the public halves into authors/, and sign every post.

The private halves stay outside of the repository, without a passphrase: they are for trying out, not for a company.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ...press.settings import places_from
from ...signoff.draft import Draft, DraftError, Wish, draft
from ...signoff.filed import folder_of
from ...signoff.load_base import BELIEVE_THE_TREE
from ...signoff.load_signoffs import load_evidence
from ...signoff.person_file import PersonFileError, with_key
from ...signoff.ssh_keygen import SigningError, public_half
from ...signoff.statement import Checklist
from ...signoff.write_signoffs import write_signoffs
from ...site_model.load_site import Places, load_house
from ..signing import all_posts, digests_of
from ..site_folder import open_press
from ..write_file import write_file

_READ = Checklist(facts=True, rights=True, confidential=True)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead demo-keys`."""
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    parser.add_argument("--folder", type=Path, default=config / "masthead" / "demo-keys", help="where the keys go")
    parser.add_argument("--fresh", action="store_true", help="forget all keys and sign-offs there are, and begin anew")


def run(arguments: Namespace) -> int:
    """Make keys and sign."""
    root, places = places_from(open_press(Path.cwd()).settings)
    try:
        keys = _new_keys(root, places, arguments.folder, fresh=arguments.fresh)
        signed = _sign_all(root, places, keys, fresh=arguments.fresh)
    except (DraftError, SigningError, PersonFileError) as error:
        print(f"masthead demo-keys: {error}", file=sys.stderr)
        return 2
    print(f"{signed} posts signed with the keys in {arguments.folder}", file=sys.stderr)
    print("Commit it, then let the commit be believed: MASTHEAD_BASE=HEAD make html", file=sys.stderr)
    return 0


def _new_keys(root: Path, places: Places, folder: Path, *, fresh: bool) -> dict[str, str]:
    """Make a pair for each editor and add the public half to their file; returns the private halves' places."""
    house = load_house(root, places)
    editors = [house.people[name] for name in house.policy.roles.editor if name in house.people]
    editors = [person for person in editors if person.employed_on(house.today) and person.employed]
    if not editors:
        raise DraftError("nobody in `roles.editor` of policy.yaml is on staff. Name an editor there first.")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = {}
    for person in editors:
        private = folder / person.id
        for old in (private, private.with_name(f"{private.name}.pub")):
            old.unlink(missing_ok=True)
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", f"{person.id} (demo)", "-f", str(private)]
        subprocess.run(command, check=True)
        place = root / person.path
        assert person.employed
        line = public_half(str(private)).key.line
        text = with_key(place.read_text("utf-8"), line, person.employed.start, alone=fresh)
        write_file(place, text.encode())
        made[person.id] = str(private)
    return made


def _sign_all(root: Path, places: Places, keys: dict[str, str], *, fresh: bool) -> int:
    """Sign every post by the first editor who did not write it; returns how many."""
    judgement = open_press(root).judge()
    site = all_posts(judgement)
    if fresh:
        for post in site.posts:
            shutil.rmtree(root / folder_of(post.path), ignore_errors=True)
    evidence = load_evidence(
        site,
        root,
        places,
        snippets=digests_of(judgement),
        signing=[post.path for post in site.posts],
        base=BELIEVE_THE_TREE,
    )
    trust = evidence.trusted.trust
    drafts: dict[str, list[Draft]] = {}
    for post in site.posts:
        fitting = [name for name in keys if not any(trust.is_same(name, author) for author in post.authors)]
        if not fitting:
            print(f"{post.path}: every editor is an author of it, so nobody can sign it", file=sys.stderr)
            continue
        wish = Wish(editor=fitting[0], checklist=_READ)
        made = draft(evidence.bindings[post.path], evidence.folders[post.path], wish, trust.now)
        drafts.setdefault(fitting[0], []).append(made)
    for editor, several in drafts.items():
        write_signoffs(root, several, keys[editor], trust.namespace)
    return sum(map(len, drafts.values()))
