"""A video or slides of another site: a card in the text that is a link, and calls nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from .players import player

EMBED_CLASSES = ("embed", "video", "slides")

_KIND = re.compile(r"\s*(video|slides):\s*")


def has_embeds(body: str) -> bool:
    """Say whether it is worth looking: most posts have none."""
    return "[video:" in body or "[slides:" in body


def into_cards(root: etree._Element) -> Iterator[etree._Element]:
    """Turn paragraphs that hold `[video: Title](address)` alone into cards, and yield their links."""
    for paragraph in list(root.iter("p")):
        if len(paragraph) != 1 or (paragraph.text or "").strip():
            continue
        link = paragraph[0]
        kind = _KIND.match(link.text or "")
        if link.tag == "a" and link.get("href") and kind and not (link.tail or "").strip():
            _into_card(paragraph, link, kind)
            yield link


def _into_card(paragraph: etree._Element, link: etree._Element, kind: re.Match[str]) -> None:
    link.text = (link.text or "")[kind.end() :]
    link.tail = None
    paragraph.tag, paragraph.text = "figure", None
    paragraph.set("class", f"embed {kind[1]}")
    if len(link) and link[0].tag == "img":
        poster = link[0]
        link.text += (poster.tail or "").strip()
        poster.tail = None
        link.addprevious(poster)
    caption = etree.SubElement(paragraph, "figcaption")
    caption.append(link)
    if known := player(link.get("href", "")):
        link.tail = " "
        etree.SubElement(caption, "small").text = known.company
