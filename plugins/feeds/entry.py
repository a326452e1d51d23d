"""One post, or what is left of it, as every format tells it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from ..site_model import House, Published, words_in
from .absolute import ascii_address
from .byline import byline
from .full_text import MainPicture, farewell, full_text
from .moments import Member, change_moment, first_moment, subject
from .plain_text import one_line
from .tag_uri import tag_uri
from .tombstone import Tombstone
from .words import feed_words


class Category(Struct, frozen=True):
    """A topic or tag: `term` for machines, `label` for people."""

    term: str
    label: str


class FeedEntry(Struct, frozen=True, kw_only=True):
    """All that the formats need, cleaned of what XML cannot hold; `html` is the full text."""

    id: str
    url: str
    title: str
    language: str
    published: datetime
    updated: datetime
    authors: tuple[str, ...]
    summary: str = ""
    html: str = ""
    categories: tuple[Category, ...] = ()
    picture: MainPicture | None = None
    picture_alt: str = ""


def feed_entry(house: House, member: Member, pictures: Mapping[str, MainPicture]) -> FeedEntry:
    """Build the entry of a post or of a tombstone; `pictures` maps a post's path to its main picture."""
    about, language = subject(member), language_of(house, member)
    first = first_moment(house, member)
    authors = tuple(byline(house, author, language, first) for author in dict.fromkeys(about.authors))
    entry = FeedEntry(
        id=tag_uri(house.policy.company.url, about.id, language, first.date()),
        url=ascii_address(member.url),
        title=one_line(about.title) or about.id,
        language=language,
        published=first,
        updated=change_moment(house, member),
        authors=authors or (one_line(house.policy.company.name),),
    )
    if isinstance(member, Tombstone):
        return _withdrawn(entry, member)
    return _told(house, entry, member, pictures.get(member.post.path))


def language_of(house: House, member: Member) -> str:
    """Return the language of a post, the company's first where none is known."""
    return subject(member).lang or house.policy.company.languages[0]


def _told(house: House, entry: FeedEntry, published: Published, picture: MainPicture | None) -> FeedEntry:
    post = published.post
    picture = picture and replace(picture, url=ascii_address(picture.url))
    return replace(
        entry,
        summary=one_line(post.summary),
        html=full_text(published, entry.language, picture),
        categories=_categories(house, published, entry.language),
        picture=picture,
        picture_alt=one_line(post.picture.alt) if post.picture else "",
    )


def _withdrawn(entry: FeedEntry, tombstone: Tombstone) -> FeedEntry:
    words = feed_words(entry.language)
    return replace(
        entry,
        title=f"{words.withdrawn}: {entry.title}",
        summary=f"{words.was_withdrawn} {tombstone.withdrawn.date()}.",
        html=farewell(tombstone, entry.language),
    )


def _categories(house: House, published: Published, language: str) -> tuple[Category, ...]:
    post, company = published.post, house.policy.company
    topic = house.policy.strategy.topics.get(post.topic)
    label = words_in(topic.name, language, *company.languages) if topic else post.topic
    labels = {post.topic: label} | {tag: tag for tag in post.tags if tag != post.topic}
    return tuple(Category(one_line(term), one_line(name)) for term, name in labels.items() if one_line(term))
