"""The rule `author-profile`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from ...site_model import Site
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

Part = Literal["photo", "photo_alt", "role", "bio", "topics", "languages", "mails", "networks", "keys"]

_LARS = """\
name: Lars Holm
role: Timetable planner
photo: kari-lund.png
photo_alt: Lars Holm in front of the departure board
bio: Lars has planned timetables for eleven years.
employed: {from: 2020-01-01}
trained: 2025-09-01
topics: [operations]
"""


def _empty(value: object) -> bool:
    texts = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
    return not any(text.strip() if isinstance(text, str) else text for text in texts)


@dataclass(frozen=True)
class AuthorProfile(Rule):
    """Everybody who has written a post shows who they are.

    Readers trust people more than companies: a face, what the person does here, a few words about them and what they
    write about. Only those who have written are asked, each once, at their own file. People who left keep their page.
    """

    id = "author-profile"
    clause = "W6"
    who = AUTHOR
    fix = "Add what is missing to the person's file in `authors/`."
    VALID = [Example("authors: [lars-holm]", files={"authors/lars-holm.yaml": _LARS})]
    INVALID = [
        Invalid(
            "authors: [lars-holm]",
            files={"authors/lars-holm.yaml": "name: Lars Holm\nemployed: {from: 2020-01-01}\n"},
            says="Lars Holm has no photo, photo_alt, role, bio, topics",
        ),
        Invalid(
            "authors: [lars-holm]",
            files={"authors/lars-holm.yaml": _LARS.replace("Lars has planned timetables for eleven years.", "' '")},
            says="Lars Holm has no bio",
        ),
        Invalid(
            "authors: [lars-holm]",
            files={"authors/lars-holm.yaml": _LARS},
            policy="rules: {author-profile: {requires: [photo, networks]}}",
            says="Lars Holm has no networks",
        ),
    ]

    requires: tuple[Part, ...] = field(
        default=("photo", "photo_alt", "role", "bio", "topics"),
        metadata={"doc": "Keys that the file of everybody who writes must fill."},
    )

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Look into the file of everybody who signs a post."""
        writers = {author for post in site.posts for author in post.authors}
        for person in (site.house.people[writer] for writer in sorted(writers & set(site.house.people))):
            missing = [part for part in self.requires if _empty(getattr(person, part))]
            if missing:
                fix = f"Add {', '.join(f'`{part}:`' for part in missing)} to {person.path}."
                yield self.finding(person.spot(missing[0]), f"{person.name} has no {', '.join(missing)}", fix=fix)
