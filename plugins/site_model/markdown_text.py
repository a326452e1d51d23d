"""Markdown to clean HTML, with citations and links to other sites numbered in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from lxml import etree
from markdown import Markdown

from .citations import CITE_ATTRIBUTE, CitationExtension
from .embeds import has_embeds, into_cards
from .figures import show_words, take_words
from .front_matter import Source
from .markdown_shortcuts import QuickMarkdown, QuickToc, ShortcutExtension, shared_formatter
from .post import Citation, Embed, Image, Link, Reference, Removed
from .safe_html import clean_html, located, refused_in
from .tables import into_readable

# Characters that XML does not have, and lxml takes in no attribute.
_NO_LETTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class Converted(NamedTuple):
    """What one text turned into."""

    html: str
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    citations: tuple[Citation, ...]
    embeds: tuple[Embed, ...]
    references: tuple[Reference, ...]
    removed: tuple[Removed, ...]


@cache
def _markdown() -> Markdown:
    # One instance serves all posts: making one costs as much as converting a short post.
    return QuickMarkdown(
        extensions=["extra", "codehilite", "sane_lists", QuickToc(), CitationExtension(), ShortcutExtension()],
        extension_configs={
            "codehilite": {"css_class": "highlight", "guess_lang": False, "pygments_formatter": shared_formatter},
            "extra": {"tables": {"use_align_attribute": True}},
        },
        output_format="html",
    )


def convert(body: str, first_line: int, sources: tuple[Source, ...], is_outside: Callable[[str], bool]) -> Converted:
    """Convert a post's text; `sources` are the listed ones, which take the number of their first citation."""
    engine = _markdown()
    engine.reset()
    written = engine.convert(body)
    root = _tree(written)
    removed = located(list(refused_in(root, written)), body, first_line)
    cards = list(into_cards(root)) if has_embeds(body) else []
    numbering = _Numbering(sources)
    finder = _Finder(body, first_line)
    links, images, citations, embeds = [], [], [], []
    for element in list(root.iter("a", "img", "sup")):
        if element.tag == "img":
            url = element.get("src", "")
            words = take_words(element)
            images.append(Image(url, element.get("alt"), *finder.find(url), *words))
            element.set("src", _beside(url, "{static}"))
            show_words(element, words)
        elif element.tag == "a" and (url := element.get("href", "")):
            outside = is_outside(url)
            links.append(Link(url, " ".join("".join(map(str, element.itertext())).split()), *finder.find(url), outside))
            if element in cards:
                embeds.append(Embed(url, links[-1].text, links[-1].line, links[-1].column))
            if url.partition("#")[0].endswith(".md"):
                element.set("href", _beside(url, "{filename}"))
            if outside:
                _after(element, [numbering.use_link(url, links[-1].text)])
        elif named := str(element.attrib.pop(CITE_ATTRIBUTE, "")):
            _close_up(element)
            for name in re.split(r"\s*;\s*", named):
                place = numbering.use_source(name)
                citations.append(Citation(name, place.number, *finder.find(f"@{name}")))
                element.append(place.anchor())
    into_readable(root)
    # Cleaned last: whatever a tree or its writer might make of a text, what goes out went through the cleaner.
    text = clean_html(_inside(root)).strip("\n")
    found = tuple(links), tuple(images), tuple(citations), tuple(embeds)
    return Converted(text, *found, numbering.references(), removed)


def _tree(text: str) -> etree._Element:
    """Return the text in a `div`, also a text that takes itself for a whole document, or for two."""
    document = etree.fromstring(f"<html><body>{_NO_LETTER.sub('', text)}</body></html>", etree.HTMLParser())
    root, *more = document.iter("body")
    for body in more:
        body.tag = "div"
        root.append(body)
    root.tag = "div"
    root.attrib.clear()
    return root


class _Place(NamedTuple):
    number: int
    anchor_id: str

    def anchor(self) -> etree._Element:
        anchor = etree.Element("a", {"href": f"#source-{self.number}", "id": self.anchor_id})
        anchor.text = f"[{self.number}]"
        return anchor


class _Numbering:
    """Gives listed sources and links one number each, the same for the same address."""

    def __init__(self, sources: tuple[Source, ...]) -> None:
        self.listed = {source.id: source for source in sources}
        self.by_address = {_same(source.url): source for source in reversed(sources) if source.url}
        self.used: dict[str, tuple[Source, list[str]]] = {}

    def use_source(self, name: str) -> _Place:
        return self._use(name, self.listed.get(name) or Source(id=name))

    def use_link(self, url: str, text: str) -> _Place:
        source = self.by_address.get(_same(url)) or Source(id=_same(url), title=text, url=url)
        return self._use(source.id, source)

    def _use(self, key: str, source: Source) -> _Place:
        _, places = self.used.setdefault(key, (source, []))
        number = list(self.used).index(key) + 1
        places.append(f"cite-{number}-{len(places) + 1}")
        return _Place(number, places[-1])

    def references(self) -> tuple[Reference, ...]:
        for name, source in self.listed.items():
            self.used.setdefault(name, (source, []))
        return tuple(Reference(n, source, tuple(places)) for n, (source, places) in enumerate(self.used.values(), 1))


class _Finder:
    """Finds in the source, in order of reading, what the HTML shows."""

    def __init__(self, body: str, first_line: int) -> None:
        self.body = body
        self.first_line = first_line
        self.last: dict[str, int] = {}

    def find(self, text: str) -> tuple[int, int]:
        at = self.body.find(text, self.last.get(text, -1) + 1) if text else -1
        if at < 0:
            at = max(self.last.get(text, 0), 0)
        self.last[text] = at
        return self.first_line + self.body.count("\n", 0, at), at - (self.body.rfind("\n", 0, at) + 1) + 1


def _after(element: etree._Element, places: list[_Place]) -> None:
    mark = etree.Element("sup", {"class": "citation"})
    mark.extend(place.anchor() for place in places)
    mark.tail, element.tail = element.tail, None
    element.addnext(mark)


def _close_up(mark: etree._Element) -> None:
    # Writers leave a space before `[@id]`; on the page, the number must not begin a line of its own.
    before = mark.getprevious()
    if before is not None:
        before.tail = (before.tail or "").rstrip()
    elif (parent := mark.getparent()) is not None:
        parent.text = (parent.text or "").rstrip()


def _beside(url: str, marker: str) -> str:
    """Let a plain relative address mean the file beside the post, as every writer expects."""
    plain = url and url[0] not in "/#{|" and not _SCHEME.match(url)
    return marker + url if plain else url


def _inside(root: etree._Element) -> str:
    whole = etree.tostring(root, encoding="unicode", method="html")
    return whole.removeprefix("<div>").removesuffix("</div>") if len(root) or root.text else ""


def _same(url: str) -> str:
    return url.split("#", maxsplit=1)[0].rstrip("/").removeprefix("https://").removeprefix("http://")
