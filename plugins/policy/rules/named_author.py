"""The rule `named-author`."""

from __future__ import annotations

from collections.abc import Iterator

from ...site_model import House, Post
from ..bylines import inherits
from ..finding import AUTHOR, Edit, Finding
from ..rule import Example, Invalid, Rule
from ..strategy_choice import nearest


class NamedAuthor(Rule):
    """Every post is signed by people whom readers can look up.

    Who writes under their own name takes responsibility for what they write. Each entry of `authors:` is therefore
    the name of a file in `authors/`, which says who that person is, or the full name that stands in it. The company
    cannot answer for a post; where it speaks as one, somebody still has to be named.
    """

    id = "named-author"
    clause = "W1"
    who = AUTHOR
    fix = "Write the id of each author in `authors:`: the name of their file in `authors/`, without `.yaml`."
    VALID = [Example("authors: [kari-lund]"), Example("authors: [kari-lund, mikko-salo]")]
    INVALID = [
        Invalid("authors: [kari-lunt]", says="'kari-lunt' is nobody in authors/"),
        Invalid("authors: [mikko salo]", says="'mikko salo' is not quite the name of Mikko Salo"),
        Invalid("authors: [havlinje]", says="'havlinje' is the company, not a person"),
        Invalid(without=["authors"], says="nobody signs the post"),
    ]

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Look up everybody who signs."""
        if inherits(post, "authors"):
            return
        if not post.authors:
            yield self.finding(post.spot("authors"), "nobody signs the post")
        for index, author in enumerate(post.authors):
            if author not in house.people:
                yield self._unknown(post, f"authors[{index}]", author, house)

    def _unknown(self, post: Post, key: str, author: str, house: House) -> Finding:
        spot = post.spot(key)
        named = [person for person in house.people.values() if person.name.casefold() == author.casefold()]
        if len(named) == 1:
            message = f"'{author}' is not quite the name of {named[0].name}"
            edit = Edit(spot, named[0].id) if key in post.marks else None
            return self.finding(spot, message, fix=f"Write `{named[0].id}`.", edit=edit)
        if named:
            fix = f"Write one of {', '.join(f'`{person.id}`' for person in named)}."
            return self.finding(spot, f"'{author}' is the name of {len(named)} people", fix=fix)
        if author.casefold() == house.policy.company.name.casefold():
            fix = "Name the person who answers for the post in `authors:`."
            return self.finding(spot, f"'{author}' is the company, not a person", fix=fix)
        fix = nearest(author, house.people) or f"Add authors/{author}.yaml, or name somebody who is there."
        return self.finding(spot, f"'{author}' is nobody in authors/", fix=fix)
