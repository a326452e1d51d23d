"""Whether a file would do more in a browser than be seen: drawings can hold programs and call other sites."""

from __future__ import annotations

import re

from lxml import etree

WITHOUT_PROGRAMS = "Save it without scripts, links and other files in it, or put a PNG or a PDF in its place."
"""What to do about a file that is refused."""

_ACTIVE = frozenset(
    (".htm", ".html", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".js", ".mjs", ".swf", ".svgz", ".xsl", ".hta")
)
_DRAWN = (".svg", ".xml")
_ENTITY = b"<!ENTITY"
_PAGE = "http://www.w3.org/1999/xhtml"
_SHOWN = ("http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML")
_PROGRAMS = ("script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler", "listener")
_ANIMATIONS = ("set", "animate")
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*")
# A backslash before a bracket is how a style hides the word `url`.
_CALLS = re.compile(r"@import|(?:url|src|image-set|image)\(\s*[\"']?\s*(?![\"'\s#])|\\[^(]*\(", re.IGNORECASE)


def active_content(suffix: str, content: bytes) -> str:
    """Say what a file with that ending would do, '' for one that is only looked at."""
    suffix = suffix.lower()
    if suffix in _ACTIVE:
        return f"is a '{suffix}' file, which may run in the reader's browser"
    return _in_drawing(content) if suffix in _DRAWN else ""


def _in_drawing(content: bytes) -> str:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        return f"is no well-formed XML ({error.msg})"
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and _ENTITY in etree.tostring(root.getroottree()):
        return "defines entities"
    for node in (*root.itersiblings(preceding=True), *root.iter()):
        if isinstance(node, etree._ProcessingInstruction) and node.target == "xml-stylesheet":
            return "is shown through a style sheet"
        if isinstance(node.tag, str) and (found := _in_element(node)):
            return f"{found} in line {node.sourceline}"
    return ""


def _in_element(element: etree._Element) -> str:
    tag = etree.QName(element)
    if tag.namespace == _PAGE:
        return f"holds HTML, <{tag.localname}>,"
    if tag.namespace not in _SHOWN:
        return ""
    if tag.localname in _PROGRAMS:
        return f"holds <{tag.localname}>"
    if tag.localname == "style" and _CALLS.search("".join(map(str, element.itertext()))):
        return "holds a style that calls another file"
    found = (_in_attribute(tag.localname, etree.QName(key).localname, str(value)) for key, value in element.items())
    return next(filter(None, found), "")


def _in_attribute(tag: str, name: str, value: str) -> str:
    if name.lower().startswith("on"):
        return f"holds '{name}'"
    if name in ("href", "src") and not value.startswith("#") and not _EMBEDDED.fullmatch(value):
        return f"calls '{value[:60]}'"
    if tag in _ANIMATIONS and name == "attributeName" and value.lower().endswith("href"):
        return "changes an address while it is shown"
    return f"calls another file through '{name}'" if _CALLS.search(value) else ""
