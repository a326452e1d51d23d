"""Cleans the HTML of a post's text, and tells what of it may not stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from html import unescape
from typing import Any, NamedTuple, cast

import nh3
from lxml import etree

from .allowed_html import ADDRESSES, CLASSES, ELEMENTS, EVERYWHERE, SCHEMES, UNTIL_CONVERTED, VALUES, WITH_CONTENT
from .post import Removed, RemovedKind

_TAG = re.compile(r"<([a-zA-Z][^\s/>]*)")
_COMMENT = re.compile(r"<!--(?!-?>).*?--!?>", re.DOTALL)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Most elements of a post with code: nothing but a span with one class.
_COLOURED = etree.XPath("descendant::span[@class and count(@*) = 1]/@class", smart_strings=False)
_NOT_COLOURED = etree.XPath("descendant::*[not(self::span and @class and count(@*) = 1)]")
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20]")
_CODE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
_NOT_A_LINE_END = re.compile(r"[^\n]")
_AS_WRITTEN: dict[RemovedKind, str] = {
    "element": r"<{}(?![\w:-])",
    "attribute": r"(?<![\w-]){}(?=\s*=|[\s/>}}])",
    "class": r"(?:\bclass\s*=[^>\n]*?|\.)(?<![\w-]){}(?![\w-])",
    "address": r"{}",
}


class Refused(NamedTuple):
    """What may not stay: `name` is the tag, attribute, class or address, `tag` the element it belongs to."""

    kind: RemovedKind
    name: str
    tag: str


def clean_html(html: str) -> str:
    """Return the HTML with nothing in it but what the lists allow."""
    return _cleaner().clean(html)


def refused_in(root: etree._Element, html: str) -> Iterator[Refused]:
    """Yield what `clean_html` leaves out of `html`, of which `root` is the tree; refused attributes leave it at once.

    An element whose content goes too is named alone.
    """
    coloured = cast(list[str], _COLOURED(root))
    plain = CLASSES["span"].issuperset(coloured)
    elements = cast(list[etree._Element], _NOT_COLOURED(root)) if plain else list(root.iterdescendants("*"))
    for element in elements:
        tag = str(element.tag)
        if tag not in ELEMENTS:
            if not any(above.tag in WITH_CONTENT for above in element.iterancestors()):
                yield Refused("element", tag, tag)
        elif attributes := element.items():
            yield from _refused_attributes(element, tag, attributes)
    written = _TAG.findall(_COMMENT.sub("", html) if "<!--" in html else html)
    if len(written) > len(elements) + len(coloured) * plain:
        yield from _lost(written, [str(element.tag) for element in root.iterdescendants("*")])


def _lost(written: list[str], kept: list[str]) -> Iterator[Refused]:
    """Yield the tags that made no element, because they belong nowhere in a text, such as a second <body>."""
    for tag in (name.lower() for name in written):
        if tag in kept:
            kept.remove(tag)
        elif tag not in ELEMENTS:
            yield Refused("element", tag, tag)


def _refused_attributes(element: etree._Element, tag: str, attributes: Iterable[tuple[Any, Any]]) -> Iterator[Refused]:
    for name, value in attributes:
        if name == "class":
            if not _are_classes(tag, value):
                yield from _refused_classes(element, tag, value.split())
            continue
        allowed = name in EVERYWHERE or name in ELEMENTS[tag] or (tag, name) in UNTIL_CONVERTED
        if not allowed or value not in VALUES.get(tag, {}).get(name, (value,)):
            yield Refused("attribute", name, tag)
        elif name in ADDRESSES and not _leads_somewhere_safe(value):
            yield Refused("address", value, tag)
        else:
            continue
        del element.attrib[name]


@lru_cache(maxsize=512)
def _are_classes(tag: str, value: str) -> bool:
    return CLASSES.get(tag, set()).issuperset(value.split())


def _refused_classes(element: etree._Element, tag: str, words: list[str]) -> Iterator[Refused]:
    allowed = [word for word in words if word in CLASSES.get(tag, ())]
    if allowed:
        element.set("class", " ".join(allowed))
    else:
        del element.attrib["class"]
    yield from (Refused("class", word, tag) for word in words if word not in allowed)


def _leads_somewhere_safe(address: str) -> bool:
    scheme = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", address))
    return not scheme or scheme[1].lower() in SCHEMES


@cache
def _cleaner() -> nh3.Cleaner:
    free = {tag: names - VALUES.get(tag, {}).keys() for tag, names in ELEMENTS.items()}
    return nh3.Cleaner(
        tags=set(ELEMENTS),
        clean_content_tags=WITH_CONTENT,
        attributes={"*": EVERYWHERE, **free},
        tag_attribute_values=VALUES,
        allowed_classes=CLASSES,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def located(refused: list[Refused], body: str, first_line: int) -> tuple[Removed, ...]:
    """Return each with the place where the author wrote it; samples of code are passed over.

    What stands nowhere in the source as it stands in the HTML is taken to be at the nearest tag, or at the start.
    """
    searched = _CODE.sub(lambda code: _NOT_A_LINE_END.sub(" ", code[0]), body) if refused else body
    last: dict[Refused, int] = {}
    found = []
    for one in refused:
        start = last.get(one, -1) + 1
        at = _find(_AS_WRITTEN[one.kind].format(re.escape(one.name)), searched, start)
        if at < 0:
            at = max(_find_encoded(one.name, searched, start), _find(rf"<{re.escape(one.tag)}\b", searched, start))
        last[one] = at = max(at, last.get(one, 0))
        line = first_line + searched.count("\n", 0, at)
        found.append(Removed(one.kind, one.name, one.tag, line, at - searched.rfind("\n", 0, at)))
    return tuple(sorted(found, key=lambda one: (one.line, one.column)))


def _find(pattern: str, text: str, start: int) -> int:
    match = re.compile(pattern, re.IGNORECASE).search(text, start)
    return match.start() if match else -1


def _find_encoded(name: str, text: str, start: int) -> int:
    """Find the line that names it with some of its letters as entities, such as `&#106;avascript:`."""
    at = start
    for line in text[start:].splitlines(keepends=True):
        if name in unescape(line):
            return at
        at += len(line)
    return -1
