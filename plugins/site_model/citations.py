"""A Markdown extension: `[@id]` and `[@one; @other]` point to listed sources."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

_NAME = r"[A-Za-z0-9][\w.:-]*"
# `[@18F](https://...)` is a link whose text is an account.
PATTERN = rf"\[(@{_NAME}(?:\s*;\s*@{_NAME})*)\](?![(\[])"
CITE_ATTRIBUTE = "data-cite"


class _CitationProcessor(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:
        element = Element("sup", {"class": "citation", CITE_ATTRIBUTE: m[1].replace("@", "")})
        return element, m.start(0), m.end(0)


class CitationExtension(Extension):
    """Marks each citation; the numbers follow when links are numbered too."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register before links (160) and after code and escapes (180), so that both keep their meaning."""
        md.inlinePatterns.register(_CitationProcessor(PATTERN, md), "citation", 165)
