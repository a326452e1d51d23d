"""What X and Mastodon turn into a link when they meet it in a text.

X's rules are those of twitter-text 3.1; Mastodon keeps its domains and is more liberal with protocols and paths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from .load_tables import load_domains

_DIRECTIONS = r"\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069"
_INVALID = r"\uFFFE\uFEFF\uFFFF"
_SPACES = r"\t-\r \x85\xA0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000"
# Iota is here because JavaScript, ignoring case, takes it for the combining iota U+0345.
_LATIN = (
    r"\xC0-\xD6\xD8-\xF6\xF8-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B"
    r"\u02BB\u0300-\u036F\u1E00-\u1EFF\u0399\u03B9"
)
_LETTER = rf"[^!'#%&()*+,\\\-./:;<=>?@\[\]^_{{|}}~${_SPACES}{_INVALID}{_DIRECTIONS}]"
_LABEL = rf"{_LETTER}(?:(?:-|{_LETTER})*{_LETTER})?\."
_SUBDOMAIN = rf"{_LETTER}(?:(?:[-_]|{_LETTER})*{_LETTER})?\."
_TOP = r"(?i:(?:\L<tops>)(?=[^0-9a-zA-Z@+-]|$)|xn--[-0-9a-z]+)"
_MOST_PATTERNS = 64
# JavaScript takes the first half of a character beyond U+FFFF for what stands before the link.
_BEFORE = rf"(?:(?=[\U00010000-\U0010FFFF])|[^A-Za-z0-9@＠$#＃{_INVALID}]|[{_DIRECTIONS}]|^)"
# No link goes across white space, so each word with a full stop in it is looked at alone, with the space before it.
_WORD = re.compile(r"(?:\A|[ \t-\r])[^ \t-\r.]*\.[^ \t-\r]+")
_DOMAIN_END = re.compile(r"\.([0-9A-Za-z]+)")
_PORT = r"(?::[0-9]+)?"


class Found(NamedTuple):
    """A stretch of text that becomes a link."""

    start: int
    end: int


def _brackets(char: str) -> str:
    return rf"\((?:{char}+|{char}*\({char}+\){char}*)\)"


@lru_cache(maxsize=_MOST_PATTERNS)
def _pattern(network: str, tops: frozenset[str]) -> regex.Pattern[str]:
    if network == "x":
        char = rf"[A-Za-z0-9\u0400-\u04FF!*';:=+,.$/%#\[\]\-\u2013_~@|&{_LATIN}]"
        run = rf"{char}*(?:{_brackets(char)}{char}*)*[A-Za-z0-9\u0400-\u04FF=_#/+\-{_LATIN}]"
        path = rf"(?:{run}|{_brackets(char)}|@{char}+/)"
        query = r"\?[A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[A-Za-z0-9\-_&=#/]"
        protocol = "(?i:https?://)"
    else:
        char = r"[^\s<>()?]"
        ending = rf"""(?:[^\s()?!*"'「」<>;:=,.$%\[\]~&|@]|{_brackets(char)})"""
        path = rf"(?:{char}*(?:{_brackets(char)}{char}*)*{ending}|{char}+/)"
        wide = r"\xA0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFEF\U00010000-\U0010FFFD"
        query = rf"\?[A-Za-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^{wide}]*[A-Za-z0-9_&=#/\-{wide}]"
        protocol = "(?i:(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://)"
    tail = rf"(?P<path>/{path}*)?(?:{query})?"
    domain = rf"(?:{_SUBDOMAIN})*{_LABEL}{_TOP}"
    whole = rf"(?P<before>{_BEFORE})(?P<url>(?P<protocol>{protocol})?(?P<domain>{domain}){_PORT}{tail})"
    return regex.compile(whole, tops=sorted(tops))


@lru_cache(maxsize=_MOST_PATTERNS)
def _ascii_domain(tops: frozenset[str]) -> regex.Pattern[str]:
    return regex.compile(rf"(?:[-A-Za-z0-9{_LATIN}]+\.)+{_TOP}", tops=sorted(tops))


@cache
def _own_short_link() -> regex.Pattern[str]:
    return regex.compile(r"(?i)https?://t\.co/([a-z0-9]+)(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?")


@lru_cache(maxsize=64)
def find_links(text: str, network: str = "x") -> tuple[Found, ...]:
    """Return what the network would link, from left to right."""
    found, place = [], 0
    for line in text.split("\n"):
        if "." in line:
            found += [Found(start + place, end + place) for start, end in _links_of_line(line, network)]
        place += len(line) + 1
    return tuple(found)


@lru_cache(maxsize=256)
def _links_of_line(line: str, network: str) -> tuple[Found, ...]:
    """Return the links of a line; texts about a post share most of their lines."""
    return tuple(
        Found(word.start() + start, word.start() + end)
        for word in _WORD.finditer(line)
        for start, end in _links_of_word(word[0], network)
    )


def _tops_in(word: str) -> frozenset[str]:
    """Return the top-level domains that the word can hold; none where it holds no domain."""
    if not word.isascii():
        return load_domains()
    ends = {end.lower() for end in _DOMAIN_END.findall(word)}
    return load_domains() & ends or (load_domains() if "xn" in ends else frozenset())


def _links_of_word(word: str, network: str) -> Iterator[Found]:
    # A pattern that finds nothing takes its time, so it looks at words alone that could end a domain; and one with all
    # 1,500 top-level domains takes as long to compile as the texts of a hundred posts take to make.
    tops = _tops_in(word)
    for match in _pattern(network, tops).finditer(word) if tops else ():
        if not _valid(match["url"], match["protocol"] or "https://", match["domain"], tops):
            continue
        if match["protocol"]:
            start, end = match.span("url")
            if network == "x" and (own := _own_short_link().match(match["url"])):
                if len(own[1]) > 40:
                    continue
                end = start + own.end()
            yield Found(start, end)
        elif not match["before"].endswith(("-", "_", ".", "/")):
            yield from _bare(match, tops) if network == "x" else [Found(*match.span("url"))]


def _bare(match: regex.Match[str], tops: frozenset[str]) -> Iterator[Found]:
    """Without a protocol X links only the parts of the domain in Latin letters; the last one takes the path."""
    offset = match.start("domain")
    parts = _ascii_domain(tops).finditer(match["domain"])
    found = [Found(offset + part.start(), offset + part.end()) for part in parts]
    if found and match["path"]:
        found[-1] = Found(found[-1].start, found[-1].end + match.end("url") - match.end("domain"))
    yield from found


def _valid(url: str, protocol: str, domain: str, tops: frozenset[str]) -> bool:
    if domain.startswith("xn--") and not _ascii_domain(tops).search(domain):
        return False
    labels = domain.split(".")
    if any(not label or len(to_ascii(label)) > 63 for label in labels):
        return False
    return len(protocol) + len(url) <= 4096


def to_ascii(label: str) -> str:
    """Return one part of a host name as DNS carries it."""
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
