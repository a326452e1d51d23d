"""The whole of a post as HTML: what a reader of the page sees, for who never opens the page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from msgspec import Struct

from ..site_model import Correction, Disclosure, Post, Published, Source
from .absolute import absolute_html
from .plain_text import clean_text
from .tombstone import Tombstone
from .words import FeedWords, feed_words


class MainPicture(Struct, frozen=True, kw_only=True):
    """The post's main picture as it lies in the output: absolute address, media type, length in bytes."""

    url: str
    media_type: str
    length: int


def full_text(published: Published, language: str, picture: MainPicture | None = None) -> str:
    """Return disclosure, corrections, picture, text and sources, with no relative address left.

    What readers must know comes before the text; corrections of mere typography come after it.
    """
    post, words = published.post, feed_words(language)
    parts = [
        _disclosure(post, words),
        _corrections((entry for entry in post.corrections if not entry.minor), words),
        _picture(post, picture),
        absolute_html(published.html, published.url),
        _sources(post, words),
        _corrections((entry for entry in post.corrections if entry.minor), words),
    ]
    return clean_text("\n".join(part for part in parts if part))


def farewell(tombstone: Tombstone, language: str) -> str:
    """Return the text that stands where a withdrawn post stood."""
    sentence = f"{feed_words(language).was_withdrawn} {tombstone.withdrawn.date()}."
    return clean_text("\n".join(f"<p>{escape(text)}</p>" for text in (sentence, tombstone.reason) if text))


def _disclosure(post: Post, words: FeedWords) -> str:
    if not isinstance(post.disclosure, Disclosure):
        return ""
    told = ": ".join(part for part in (post.disclosure.by, post.disclosure.what) if part)
    fact = " – ".join(part for part in (words.kinds[post.disclosure.kind], told) if part)
    return f"<p><strong>{words.disclosure}:</strong> {escape(fact)}</p>"


def _corrections(corrections: Iterable[Correction], words: FeedWords) -> str:
    return "\n".join(
        f"<p><strong>{words.correction} {entry.date}:</strong> {escape(entry.text)}</p>" for entry in corrections
    )


def _picture(post: Post, picture: MainPicture | None) -> str:
    if not picture:
        return ""
    alt = post.picture.alt if post.picture else ""
    credit = ", ".join(part for part in (post.picture.credit, post.picture.licence) if part) if post.picture else ""
    caption = f"<figcaption>{escape(credit)}</figcaption>" if credit else ""
    return f'<figure><img src="{escape(picture.url)}" alt="{escape(alt)}">{caption}</figure>'


def _sources(post: Post, words: FeedWords) -> str:
    if not post.references:
        return ""
    lines = (f'<li value="{reference.number}">{_source(reference.source, words)}</li>' for reference in post.references)
    return f"<h2>{words.sources}</h2>\n<ol>\n" + "\n".join(lines) + "\n</ol>"


def _source(source: Source, words: FeedWords) -> str:
    name = escape(source.title or source.url or source.id)
    if source.url.startswith(("https://", "http://")):
        name = f'<a href="{escape(source.url)}">{name}</a>'
    facts = [name, escape(source.publisher), str(source.published or "")]
    accessed = f" ({words.accessed} {source.accessed})" if source.accessed else ""
    note = f". {escape(source.note)}" if source.note else ""
    return ", ".join(fact for fact in facts if fact) + accessed + note
