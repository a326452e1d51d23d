"""The picture that stands for a post elsewhere: what it says, and where it will be."""

from __future__ import annotations

from msgspec import Struct

from ..site_model import House, Post, words_in
from .addresses import ascii_address, folder
from .compose import clean
from .speakers import author_names

WIDTH, HEIGHT = 1200, 630
LONGEST_ALT = 420


class Card(Struct, frozen=True, kw_only=True):
    """The words on a card. `path` is below the output, `image` its address."""

    title: str
    author: str
    topic: str
    company: str
    lang: str
    path: str
    image: str
    alt: str


def card_of(post: Post, url: str, house: House) -> Card:
    """Return the card of one post."""
    company = house.policy.company
    topic = house.policy.strategy.topics.get(post.topic)
    path = folder(url, company.url) + "card.png"
    title, author = clean(post.title), author_names(post, house)
    owner = words_in(company.blog, post.lang, *company.languages) or company.name
    return Card(
        title=title,
        author=author,
        topic=words_in(topic.name, post.lang, *company.languages) if topic else "",
        company=owner,
        lang=post.lang,
        path=path,
        image=ascii_address(f"{company.url}/{path}"),
        alt=_alt(title, ". ".join(filter(None, (author, owner)))),
    )


def _alt(title: str, rest: str) -> str:
    room = LONGEST_ALT - len(rest) - 3
    shown = title if len(title) <= room else title[:room].rpartition(" ")[0] + "…"
    return f"{shown}. {rest}." if shown[-1:] not in ".?!…" else f"{shown} {rest}."
