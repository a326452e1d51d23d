"""Shortcuts through Python-Markdown that change nothing in its output, and save a third of its time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.extensions.md_in_html import HtmlBlockPreprocessor
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import ETX, STX, AtomicString
from pygments.formatters import HtmlFormatter

from .markdown_writer import write_html

# What an inline pattern needs: code, escapes, links, notes, citations, tags, entities, emphasis, or a line break.
_MARKUP = re.compile(r"[`\\\[<&*_]|  \n")
# Lists, headings, quotes, rules, tables, code, definitions and HTML put away: each shows at the beginning of a line.
_PROSE_LINE = r"(?:[^\s\d#=\-_*+>\[:|\x02]|\*\*\w).*"
_PROSE = re.compile(rf"{_PROSE_LINE}(?:\n{_PROSE_LINE})*")
_UNTIDY = (STX, ETX, "\r", "\t", " \n")
_NEEDS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "citation": ("[@",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""What a text holds if an inline pattern finds something in it; a pattern without an entry is always tried."""
_REFERENCES = frozenset(("reference", "image_reference", "short_reference", "short_image_ref"))
"""The patterns that find nothing in a text that defines no reference."""


@lru_cache(maxsize=32)
def shared_formatter(**options: Any) -> HtmlFormatter[str]:
    """Return one formatter for all code blocks with the same options: making one costs as much as using it."""
    return HtmlFormatter(**options)


class QuickMarkdown(Markdown):
    """Knows block elements by heart: stock Markdown looks each tag up in a list, a dozen times an element."""

    output_formats = {**Markdown.output_formats, "html": write_html}

    def is_block_level(self, tag: Any) -> bool:
        """Say whether it is the name of a block element."""
        return _is_block(tag, self) if isinstance(tag, str) else False


@lru_cache(maxsize=1024)
def _is_block(tag: str, md: Markdown) -> bool:
    return Markdown.is_block_level(md, tag)


class _Prose(ParagraphProcessor):
    """Takes a text for a paragraph at once if none of its lines begins as anything else does."""

    def test(self, parent: Element, block: str) -> bool:
        return bool(_PROSE.fullmatch(block))


class _Inline(InlineProcessor):
    """Tries only the patterns that can find something, and none on text without any markup.

    Whatever pattern is applied, it takes characters away from the text that is left or keeps them, and adds none.
    """

    has_escapes = True

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        # An abbreviation is put into every text that is not finished, whatever it looks like.
        abbreviates = bool(cast(AbbrTreeprocessor, self.md.treeprocessors["abbr"]).abbrs)
        marked = "\0".join(_marked(tree, finish=not abbreviates))
        unneeded = [self.md.inlinePatterns[name] for name in self._unneeded(marked)]
        # A list instead of a registry: patterns are asked for by their number, hundreds of times a post.
        cast(Any, self).inlinePatterns = [one for one in self.md.inlinePatterns if one not in unneeded]
        self.has_escapes = "\\" in marked
        return super().run(tree, ancestors)

    def _unneeded(self, marked: str) -> Iterator[str]:
        for name, needs in _NEEDS.items():
            without_target = name in _REFERENCES and not self.md.references
            if name in self.md.inlinePatterns and (without_target or not any(need in marked for need in needs)):
                yield name


def _marked(tree: Element, *, finish: bool) -> Iterator[str]:
    """Yield the texts with markup; the others are marked as finished if wanted."""
    for element in tree.iter():
        for name in ("text", "tail"):
            text = getattr(element, name)
            if not text or isinstance(text, AtomicString):
                continue
            if _MARKUP.search(text):
                yield text
            elif finish:
                setattr(element, name, AtomicString(text))


class _Whitespace(NormalizeWhitespace):
    """Looks for blank lines with spaces in them where a line ends with one, and for what else no text should hold."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join([*lines, "", ""])
        return super().run(lines) if any(mark in text for mark in _UNTIDY) else [*lines, "", ""]


class _HtmlBlocks(HtmlBlockPreprocessor):
    """Has a text parsed as HTML where there is some."""

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if any("<" in line or "&" in line for line in lines) else lines


class _Unescape(UnescapeTreeprocessor):
    """Looks for escaped characters where there are some."""

    def run(self, root: Element) -> None:
        if cast(_Inline, self.md.treeprocessors["inline"]).has_escapes:
            super().run(root)


class _Toc(TocTreeprocessor):
    """Gives headings their ids, and makes a table of contents only for a text that wants one."""

    wanted = True

    def run(self, doc: Element) -> None:
        self.wanted = any(self.marker in (element.text or "") for element in doc.iter())
        super().run(doc)

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        return super().build_toc_div(toc_list) if self.wanted else Element("div")

    def replace_marker(self, root: Element, elem: Element) -> None:
        if self.wanted:
            super().replace_marker(root, elem)


class QuickToc(TocExtension):
    """Stands in for `toc`."""

    TreeProcessorClass = _Toc


class ShortcutExtension(Extension):
    """Put quicker steps in the place of Markdown's own and of those of `extra`, which it needs."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register them under the names and in the order of those they stand in for."""
        md.preprocessors.register(_Whitespace(md), "normalize_whitespace", 30)
        md.preprocessors.register(_HtmlBlocks(md), "html_block", 20)
        md.parser.blockprocessors.register(_Prose(md.parser), "prose", 200)
        md.treeprocessors.register(_Inline(md), "inline", 20)
        md.treeprocessors.register(_Unescape(md), "unescape", 0)
