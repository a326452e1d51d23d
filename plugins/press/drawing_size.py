"""How large a drawing wants to be shown."""

from __future__ import annotations

import re

from lxml import etree

_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")
_USUAL = (300, 150)
"""What browsers take where a drawing says nothing: https://www.w3.org/TR/CSS2/visudet.html#inline-replaced-width."""


def drawing_size(content: bytes) -> tuple[int, int]:
    """Return width and height of an SVG file in pixels."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return _USUAL
    lengths = [_LENGTH.fullmatch(str(root.get(name, ""))) for name in ("width", "height")]
    if lengths[0] and lengths[1]:
        return _whole(lengths[0][1]), _whole(lengths[1][1])
    box = re.split(r"[\s,]+", str(root.get("viewBox", "")).strip())
    if len(box) == 4 and all(map(_LENGTH.fullmatch, box[2:])):
        return _whole(box[2]), _whole(box[3])
    return _USUAL


def _whole(length: str) -> int:
    return max(1, round(float(length.strip().removesuffix("px"))))
