"""Addresses that still work when the text is read far from the site."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import quote, urljoin, urlsplit

import regex

_NAMES = "(?:href|src|srcset|poster|cite|data|longdesc)"
_OTHERS = r"""(?: (?:class|id|rel|title)="[^"]*+")*+"""
# Most tags, as those of coloured code, have no address, and a text has many: only those with one are looked into, and
# of plain links neither those that lead elsewhere nor, for more than their end, those that stay on the page.
# Python's own `re` matches possessive quantifiers wrongly before 3.11.5 (gh-106052).
_TAG = regex.compile(
    r"""<[a-z0-9]++(?: class="[^"]*+")?>(*SKIP)(*FAIL)|"""
    rf"""<a{_OTHERS} href="https?:[^"]*+"{_OTHERS}>(*SKIP)(*FAIL)|"""
    rf"""(?P<opens><a{_OTHERS} href=")(?P<fragment>\#[^"&]++)(?P<closes>"{_OTHERS}>)|"""
    rf"""<[a-zA-Z](?:[^"'>\s]++|"[^"]*+"|'[^']*+'|\s(?!{_NAMES}\s*=))*+\s(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""",
    regex.IGNORECASE,
)
_ADDRESS = re.compile(
    rf"""(?P<before>\s(?P<name>{_NAMES})\s*=\s*)"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))""",
    re.IGNORECASE,
)
_HAS_SCHEME = re.compile(r"\s*[a-zA-Z][a-zA-Z0-9+.-]*:")
_CANDIDATE = re.compile(r"[\s,]*(?P<url>\S*[^\s,])(?P<size>\s+[^\s,][^,]*)?(?:[\s,]+|$)")


def absolute_html(html: str, base: str) -> str:
    """Return the HTML with every `href`, `src`, `srcset`, `poster` and the like joined to `base`."""

    def address(match: re.Match[str]) -> str:
        written = match["double"] or match["single"] or match["bare"] or ""
        if match["name"].lower() == "srcset":
            joined = _join_candidates(written, base)
        else:
            joined = written if _HAS_SCHEME.match(written) else escape(_join(base, unescape(written)))
        return match[0] if joined == written else f'{match["before"]}"{joined}"'

    def tag(match: regex.Match[str]) -> str:
        opens, fragment, closes = match.groups()
        return f"{opens}{escape(_join(base, fragment))}{closes}" if fragment else _ADDRESS.sub(address, match[0])

    return _TAG.sub(tag, html)


def ascii_address(address: str) -> str:
    """Return an address as RSS and JSON Feed want it: punycode host, everything else percent-encoded."""
    if address.isascii() and " " not in address:
        return address
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    return quote(parts._replace(netloc=host).geturl(), safe="%/:?#[]@!$&'()*+,;=~")


def _join(base: str, address: str) -> str:
    if address.startswith("#") and address != "#" and "#" not in base and address.isprintable():
        return base + address
    try:
        return urljoin(base, address)
    except ValueError:  # a bracket where a host should be: no reader could follow it either
        return address


def _join_candidates(written: str, base: str) -> str:
    if all(_HAS_SCHEME.match(candidate["url"]) for candidate in _CANDIDATE.finditer(written)):
        return written
    return escape(
        ", ".join(
            _join(base, candidate["url"]) + (candidate["size"] or "").rstrip()
            for candidate in _CANDIDATE.finditer(unescape(written))
        )
    )
