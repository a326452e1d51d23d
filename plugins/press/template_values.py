"""The names that docs/theme.md promises to templates, beside Pelican's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pelican.contents import Article

from ..site_model import words_in
from .addressbook import Addressbook
from .head import fediverse_name, network_name, og_locale, x_name
from .interface import load_interface
from .judge import Judgement
from .pictures import photo_url
from .published_rules import published_rules


def template_values(
    judgement: Judgement, articles: Iterable[Article], links: Iterable[Any], theme: Path
) -> dict[str, Any]:
    """Return what these names stand for."""
    house = judgement.site.house
    book = Addressbook.of(house, judgement.site.posts)
    languages = load_interface(theme, house.policy.company.country or "").functions if _has_texts(theme) else {}
    values: dict[str, Any] = {
        **languages,
        "addressbook": book,
        "every_article": list(articles),
        "alternates_by_file": {f"{there[lang]}index.html": there for there in book.alternates() for lang in there},
        "house": house,
        "policy": house.policy,
        "company": house.policy.company,
        "words_in": words_in,
        "feeds": tuple(links),
        "rules": published_rules(house.policy),
        "photo_url": photo_url,
        "network_name": network_name,
        "og_locale": og_locale,
        "fediverse_name": fediverse_name,
        "x_name": x_name,
    }
    addresses: tuple[Callable[..., str], ...] = (book.page_url, book.topic_url, book.audience_url, book.person_url)
    return values | {address.__name__: address for address in addresses}


def _has_texts(theme: Path) -> bool:
    return (theme / "translations").is_dir()
