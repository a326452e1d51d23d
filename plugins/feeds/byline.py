"""Who speaks, and for which house."""

from __future__ import annotations

from datetime import datetime

from ..site_model import House, Person, words_in
from .plain_text import one_line


def byline(house: House, author: str, language: str, moment: datetime) -> str:
    """Return a name with the role and the house the person spoke for when the post appeared."""
    person = house.people.get(author)
    if not person:
        return one_line(author)
    affiliation = _affiliation(house, person, language, moment)
    return one_line(f"{person.name} ({affiliation})" if affiliation else person.name)


def _affiliation(house: House, person: Person, language: str, moment: datetime) -> str:
    if person.guest:
        return person.guest.organisation
    if not person.employed_on(moment.date()):
        return ""
    company = house.policy.company
    return ", ".join(part for part in (words_in(person.role, language, *company.languages), company.name) if part)
