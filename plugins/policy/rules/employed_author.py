"""The rule `employed-author`."""

from __future__ import annotations

from collections.abc import Iterator

from ...site_model import Employment, House, Person, Post, Spot
from ..bylines import inherits, known_bylines
from ..finding import EDITOR, Finding
from ..rule import Example, Invalid, Rule

_GUEST = "name: Ada Vik\nguest: {organisation: Vik Marine Research, sponsor: SPONSOR}\n"
_HIRED_LATER = "name: Lars Holm\nemployed: {from: 2026-04-01}\n"


def _stretch(employed: Employment) -> str:
    return f"from {employed.start} to {employed.until}" if employed.until else f"from {employed.start} on"


class EmployedAuthor(Rule):
    """Everybody who signs a post was on staff that day, or is a guest for whom somebody on staff answers.

    Readers want to hear from those who do the work, not from a bureau. Customers and partners are welcome as guests:
    marked as such, with their organisation, and with an employee who invited them and answers for the post.
    """

    id = "employed-author"
    clause = "W2"
    who = EDITOR
    fix = "Name an author who was on staff that day, or correct `employed:` in the person's file."
    VALID = [
        Example("authors: [kari-lund]"),
        Example("authors: [ola-berg]\ndate: 2024-05-17"),
        Example("authors: [ada-vik]", files={"authors/ada-vik.yaml": _GUEST.replace("SPONSOR", "mikko-salo")}),
    ]
    INVALID = [
        Invalid(
            "authors: [ola-berg]", says="Ola Berg was not on staff on 2026-03-10, but from 2015-01-01 to 2024-06-30"
        ),
        Invalid(
            "authors: [lars-holm]", files={"authors/lars-holm.yaml": _HIRED_LATER}, says="not on staff on 2026-03-10"
        ),
        Invalid(
            "authors: [ada-vik]",
            files={"authors/ada-vik.yaml": _GUEST.replace("SPONSOR", "ola-berg")},
            says="the sponsor of guest Ada Vik, 'ola-berg', was not on staff on 2026-03-10",
        ),
        Invalid(
            "authors: [ada-vik]",
            files={"authors/ada-vik.yaml": _GUEST.replace("SPONSOR", "nobody")},
            says="the sponsor of guest Ada Vik, 'nobody', is nobody in authors/",
        ),
    ]

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Look at everybody's employment, or their sponsor's, on the day of the post."""
        if inherits(post, "authors", "date"):
            return
        day = post.date.date()
        for spot, person in known_bylines(post, house):
            if person.employed_on(day):
                continue
            if person.guest:
                yield from self._check_guest(spot, person, post, house)
            elif person.employed:
                message = f"{person.name} was not on staff on {day}, but {_stretch(person.employed)}"
                yield self.finding(spot, message)
            else:
                message = f"{person.name} is neither employed nor a guest"
                yield self.finding(spot, message, fix=f"Add `employed:` or `guest:` to {person.path}.")

    def _check_guest(self, spot: Spot, person: Person, post: Post, house: House) -> Iterator[Finding]:
        assert person.guest
        day = post.date.date()
        sponsor = house.people.get(person.guest.sponsor)
        if not person.guest.organisation.strip():
            message = f"guest {person.name} has no organisation"
            yield self.finding(
                spot, message, fix=f"Say in `guest.organisation` of {person.path} where the guest works."
            )
        if not (sponsor and sponsor.employed_on(day)):
            wrong = f"was not on staff on {day}" if sponsor else "is nobody in authors/"
            message = f"the sponsor of guest {person.name}, '{person.guest.sponsor}', {wrong}"
            yield self.finding(spot, message, fix=f"Name an employee in `guest.sponsor` of {person.path}.")
