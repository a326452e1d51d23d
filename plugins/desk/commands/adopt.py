"""Take an existing Pelican site in: its people become files, its settings a first policy.

Nothing that is there is changed or overwritten.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ...press.settings import places_from
from ...site_model import Company, House, Policy
from ...site_model.cache import Cache
from ...site_model.load_people import load_people
from ...site_model.load_site import Places, load_site
from ..adopt_people import listed_people, people_in_bylines, person_files
from ..adopt_policy import first_policy
from ..clock import now
from ..site_folder import open_settings
from ..write_file import write_file


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead adopt`."""
    parser.add_argument("--people", metavar="FILE", help="JSON list of people; their bylines are used if left out")


def run(arguments: Namespace) -> int:
    """Write `authors/*.yaml` and `policy.yaml` of the site in this folder."""
    settings = open_settings(Path.cwd())
    root, places = places_from(settings)
    site = load_site(root, places, house=_empty_house(settings, root, places), cache=Cache(None))
    people = listed_people(Path(arguments.people)) if arguments.people else people_in_bylines(site.posts)
    files = person_files(people, places.authors)
    files[places.policy] = first_policy(settings, site.house.today, site.problems)
    written = [path for path in sorted(files) if not (root / path).exists()]
    for path in written:
        write_file(root / path, files[path].encode())
    kept = len(files) - len(written)
    print(f"{len(written)} files written, {kept} that were there left alone, {len(site.posts)} posts read")
    print("Next: complete policy.yaml, run `masthead check`, then `masthead baseline` for the posts that are old")
    return 0


def _empty_house(settings: dict[str, object], root: Path, places: Places) -> House:
    company = Company(
        name=str(settings.get("SITENAME") or "Our company"),
        url=str(settings.get("SITEURL") or "https://blog.example.org").rstrip("/"),
        languages=(str(settings.get("DEFAULT_LANG") or "en"),),
    )
    people, _ = load_people(root, places.authors)
    return House(policy=Policy(company=company), people=people, now=now())
