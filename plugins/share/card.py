"""The picture that stands for a post elsewhere: what it says, and where it will be."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from ..site_model import House, Post, words_in
from ..site_model.front_matter import LONGEST_ALT
from .addresses import ascii_address, folder
from .compose import clean
from .counting import graphemes, is_emoji
from .load_card_font import load_glyphs
from .speakers import author_names

WIDTH, HEIGHT = 1200, 630


class Card(Struct, frozen=True, kw_only=True):
    """The words on a card. `tone` decides the colour, `path` is below the output, `image` its address."""

    title: str
    author: str
    topic: str
    company: str
    lang: str
    path: str
    image: str
    alt: str
    tone: str = ""

    @property
    def missing(self) -> str:
        """Return the letters that the card's fonts do not have; emoji and symbols are left out of the picture."""
        words = unicodedata.normalize("NFC", self.title + self.author + self.topic + self.company)
        if load_glyphs().issuperset(words):
            return ""
        letters = "".join(char for char in graphemes(words) if not is_emoji(char))
        unknown = (char for char in letters if char not in load_glyphs() and unicodedata.category(char)[0] in "LMNP")
        return "".join(dict.fromkeys(unknown))


def card_of(post: Post, url: str, house: House) -> Card:
    """Return the card of the post published at `url`."""
    company = house.policy.company
    topic = house.policy.strategy.topics.get(post.topic)
    path = card_path(url, house)
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
        tone=post.topic,
        alt=_written_alt(post) or _alt(title, ". ".join(filter(None, (author, owner)))),
    )


def card_path(url: str, house: House) -> str:
    """Return where the public card of the post published at `url` lies."""
    return f"{folder(url, house.policy.company.url)}card.png"


def kit_card_path(url: str, house: House) -> str:
    """Return where the same card lies beside the page of the kit."""
    return f"{folder(url, house.policy.company.url)}share/card.png"


def _written_alt(post: Post) -> str:
    return clean(post.share_image.alt) if post.share_image else ""


def _alt(title: str, rest: str) -> str:
    room = LONGEST_ALT - len(rest) - 3
    shown = title if len(title) <= room else title[:room].rpartition(" ")[0] + "…"
    return f"{shown} {rest}." if shown.endswith((".", "?", "!", "…")) else f"{shown}. {rest}."
