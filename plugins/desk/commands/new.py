"""Begin a post: asks for what the policy requires, offers what it allows, and writes the file."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ...press.settings import places_from
from ...site_model.load_site import load_house
from ...site_model.slug import slugify
from ..ask import NobodyThereError
from ..new_post import FIELDS, answers_for, render_post
from ..site_folder import open_press
from ..write_file import write_file


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead new`; what is not typed is asked."""
    for name, help_text in FIELDS.items():
        parser.add_argument(f"--{name}", help=help_text)


def run(arguments: Namespace) -> int:
    """Write `content/blog/<year>/<slug>.md`; a file that is there is never overwritten."""
    root, places = places_from(open_press(Path.cwd()).settings)
    house = load_house(root, places)
    try:
        answers = answers_for({name: getattr(arguments, name) for name in FIELDS}, house)
    except NobodyThereError as error:
        print(f"masthead new: no answer to '{error}'; give it as an option (see --help)", file=sys.stderr)
        return 2
    language = answers["lang"]
    suffix = "" if language == house.policy.company.languages[0] else f".{language}"
    name = f"{slugify(answers['title']) or 'post'}{suffix}.md"
    place = root / places.content / "blog" / answers["date"][:4] / name
    if place.exists():
        print(f"masthead new: {place.relative_to(root)} is there already; choose another title", file=sys.stderr)
        return 2
    write_file(place, render_post(answers).encode())
    path = place.relative_to(root)
    print(f"{path}\n\nWrite the text below the second `---`, then run:\n  make check POST={path} PHASE=write")
    return 0
