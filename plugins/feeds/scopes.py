"""Which feeds there are: everything, and what concerns one author, topic, audience or language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal
from urllib.parse import quote

from msgspec import Struct

from ..site_model import House, words_in
from .absolute import ascii_address
from .entry import language_of
from .moments import Member, news_moment, subject
from .plain_text import one_line
from .words import language_name

ENTRIES = 20
"""How many entries a feed has: the newest news first."""

Kind = Literal["all", "author", "topic", "audience", "lang"]
_KINDS: tuple[Kind, ...] = ("all", "author", "topic", "audience", "lang")
_NOT_IN_A_FILE_NAME = re.compile(r"[^\w.-]")


class Scope(Struct, frozen=True, kw_only=True):
    """One feed before it is written in any format; `stem` is its path without suffix, `mail` who answers for it."""

    kind: Kind
    id: str
    title: str
    description: str
    language: str
    stem: str
    site: str
    hub: str | None
    blog: str
    mail: str | None
    members: tuple[Member, ...]

    def address(self, suffix: str) -> str:
        """Return where the feed will be found in the format with that suffix."""
        return f"{self.site}/{quote(self.stem, safe='/~')}{suffix}"


def find_scopes(house: House, members: Sequence[Member]) -> tuple[Scope, ...]:
    """Group the posts once, newest news first, and return every scope that has any, in a fixed order."""
    grouped: dict[tuple[Kind, str], list[Member]] = {}
    for member in sorted(members, key=lambda member: _age(house, member)):
        for key in _belongs_to(house, member):
            chosen = grouped.setdefault(key, [])
            if len(chosen) < ENTRIES:
                chosen.append(member)
    ordered = sorted(grouped, key=lambda key: (_KINDS.index(key[0]), key[1]))
    return tuple(_scope(house, kind, id, tuple(grouped[kind, id])) for kind, id in ordered)


def _age(house: House, member: Member) -> tuple[float, str, str]:
    return -news_moment(house, member).timestamp(), subject(member).id, subject(member).lang


def _belongs_to(house: House, member: Member) -> Iterator[tuple[Kind, str]]:
    about = subject(member)
    yield "all", ""
    for author in dict.fromkeys(about.authors):
        yield "author", author
    if about.topic:
        yield "topic", about.topic
    if about.audience:
        yield "audience", about.audience
    yield "lang", language_of(house, member)


def _scope(house: House, kind: Kind, id: str, members: tuple[Member, ...]) -> Scope:
    company = house.policy.company
    spoken = {language_of(house, member) for member in members}
    language = spoken.pop() if len(spoken) == 1 else company.languages[0]
    blog = words_in(company.blog, language, *company.languages) or company.name
    name, about = _named(house, kind, id, language)
    title = one_line(f"{blog}: {name}" if name else blog)
    return Scope(
        kind=kind,
        id=id,
        title=title,
        description=one_line(about or words_in(company.description, language, *company.languages)) or title,
        language=language,
        stem="feeds/all" if kind == "all" else f"feeds/{kind}/{_file_name(id)}",
        site=ascii_address(company.url),
        hub=company.hub,
        blog=one_line(blog),
        mail=company.mail,
        members=members,
    )


def _named(house: House, kind: Kind, id: str, language: str) -> tuple[str, str]:
    company, strategy = house.policy.company, house.policy.strategy
    if kind == "all":
        return "", ""
    if kind == "lang":
        return language_name(id), ""
    if kind == "author":
        person = house.people.get(id)
        return (person.name, words_in(person.bio, language, *company.languages)) if person else (id, "")
    chosen = strategy.topics.get(id) if kind == "topic" else strategy.audiences.get(id)
    if not chosen:
        return id, ""
    return words_in(chosen.name, language, *company.languages), words_in(chosen.about, language, *company.languages)


def _file_name(id: str) -> str:
    # `~`, not `%`: a link to a file name with `%` would have to escape it once more.
    return _NOT_IN_A_FILE_NAME.sub(lambda character: f"~{character[0].encode().hex()}", id)
