"""A picture with a caption or a credit becomes a figure that says both."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

CREDIT = "credit"
LICENCE = "licence"

_COMMONS = re.compile(r"CC[ -]?(?P<terms>BY(?:-(?:NC|SA|ND)){0,2}|0)[ -](?P<version>\d\.\d)", re.IGNORECASE)


class Words(NamedTuple):
    """What is said below a picture: the caption, who made it, and under which licence it is shown."""

    caption: str
    credit: str
    licence: str


def take_words(image: etree._Element) -> Words:
    """Take the words from the attributes where Markdown put them: the picture's, or the paragraph's around it."""
    around = image.getparent()
    caption, credit, licence = (str(image.attrib.pop(name, "")) for name in ("title", CREDIT, LICENCE))
    if around is not None:
        credit = str(around.attrib.pop(CREDIT, "")) or credit
        licence = str(around.attrib.pop(LICENCE, "")) or licence
    return Words(caption.strip(), credit.strip(), licence.strip())


def show_words(image: etree._Element, words: Words) -> None:
    """Put the words below a picture that stands alone, and behind one that stands in the text.

    A picture with nothing but a line in italics below it stands alone too: that line is its caption, with all that
    Markdown and citations make of it, which a title could not hold.
    """
    paragraph = image.getparent()
    assert paragraph is not None
    below = image.getnext()
    alone = paragraph.tag == "p" and not (paragraph.text or "").strip() and not (image.tail or "").strip()
    in_italics = below is not None and below.tag == "em" and len(paragraph) == 2 and not (below.tail or "").strip()
    if alone and (in_italics or (any(words) and len(paragraph) == 1)):
        _into_figure(paragraph, image, words, below if in_italics else None)
        return
    if words.caption:
        image.set("title", words.caption)
    if words.credit or words.licence:
        credit = _credit(words)
        credit.tail, image.tail = image.tail, " "
        image.addnext(credit)


def _into_figure(paragraph: etree._Element, image: etree._Element, words: Words, line: etree._Element | None) -> None:
    paragraph.tag = "figure"
    paragraph.text = image.tail = None
    caption = line if line is not None else etree.SubElement(paragraph, "figcaption")
    caption.tag, caption.tail = "figcaption", None
    if line is None:
        caption.text = words.caption
    if words.credit or words.licence:
        if len(caption):
            caption[-1].tail = f"{caption[-1].tail or ''} "
        elif caption.text:
            caption.text += " "
        caption.append(_credit(words))


def licence_url(licence: str) -> str:
    """Return where a Creative Commons licence is explained, '' for any other: https://creativecommons.org/licenses/."""
    match = _COMMONS.fullmatch(licence.strip())
    if not match:
        return ""
    terms, version = match["terms"].lower(), match["version"]
    if terms == "0":
        return f"https://creativecommons.org/publicdomain/zero/{version}/"
    return f"https://creativecommons.org/licenses/{terms}/{version}/"


def _credit(words: Words) -> etree._Element:
    small = etree.Element("small")
    url = licence_url(words.licence)
    small.text = words.credit if url else ", ".join(filter(None, (words.credit, words.licence)))
    if url:
        small.text = f"{words.credit}, " if words.credit else None
        etree.SubElement(small, "a", {"href": url, "rel": "license"}).text = words.licence
    return small
