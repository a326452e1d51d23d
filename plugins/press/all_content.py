"""Everything that Pelican would publish: its generators keep it in a list for each kind."""

from __future__ import annotations

from pelican.contents import Article, Page
from pelican.generators import ArticlesGenerator, PagesGenerator


def all_articles(generator: ArticlesGenerator) -> list[Article]:
    """Return the articles, with translations, drafts and hidden ones."""
    return [
        *generator.articles,
        *generator.translations,
        *generator.drafts,
        *generator.drafts_translations,
        *generator.hidden_articles,
        *generator.hidden_translations,
    ]


def all_pages(generator: PagesGenerator) -> list[Page]:
    """Return the pages, with translations, drafts and hidden ones."""
    return [
        *generator.pages,
        *generator.translations,
        *generator.hidden_pages,
        *generator.hidden_translations,
        *generator.draft_pages,
        *generator.draft_translations,
    ]
