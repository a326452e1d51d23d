"""Who speaks, in one line: the authors, and whose they are."""

from __future__ import annotations

from itertools import groupby

from ..site_model import House, Post

MOST_NAMES = 2


def byline(post: Post, house: House) -> str:
    """Return `– Kari Lund, Mikko Salo (Havlinje)`; a guest stands with the guest's own organisation."""
    people = [house.people[id] for id in post.authors if id in house.people]
    named, left = people[:MOST_NAMES], len(people) - MOST_NAMES
    groups = groupby(named, key=lambda person: person.guest.organisation if person.guest else house.policy.company.name)
    names = ", ".join(f"{', '.join(person.name for person in group)} ({employer})" for employer, group in groups)
    return f"– {names}{f' +{left}' if left > 0 else ''}" if names else ""


def author_names(post: Post, house: House) -> str:
    """Return the authors' names as readers see them."""
    return ", ".join(house.people[id].name for id in post.authors if id in house.people)
