"""Pelican's own generators, in a fixed order and without their quadratic parts."""

from __future__ import annotations

from pelican.contents import Page
from pelican.generators import ArticlesGenerator, PagesGenerator

from .judged_content import JudgedContent, files_of
from .ordered_articles import OrderedArticles
from .writer import PressWriter


class OrderedPages(JudgedContent, PagesGenerator):
    """Pages in order of path."""

    def generate_output(self, writer: PressWriter) -> None:
        """Have the pages written that have changed."""
        with writer.together():
            super().generate_output(writer)

    def add_static_links(self, content: Page) -> None:
        """Copy the files that the text shows."""
        super().add_static_links(content)
        if hasattr(content, "post"):
            self.context["static_links"] |= files_of(content)


ORDERED = {ArticlesGenerator: OrderedArticles, PagesGenerator: OrderedPages}
"""Which of ours stands in for which of Pelican's."""
