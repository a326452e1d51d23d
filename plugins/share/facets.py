"""Rich text as Bluesky wants it: what is a link or a hashtag, by UTF-8 byte, with links shown short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

import regex

from .load_tables import load_domains

_SPACE = r"\t-\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF"
# A link begins with a word or after a bracket in it, and takes all the rest: so each word is looked at alone.
_WORD = re.compile(rf"(?:\A|(?<=[{_SPACE}]))[^{_SPACE}.:]*[.:][^{_SPACE}]+")
_PROTOCOLS = ("https://", "http://")
_HIDDEN = r"\u00AD\u2060\u200A\u200B\u200C\u200D\u20E2"


class Feature(NamedTuple):
    """A stretch of text, in characters, that is a link to `target` or the hashtag `target`."""

    start: int
    end: int
    kind: str
    target: str


def find_features(text: str) -> tuple[Feature, ...]:
    """Return links and hashtags as Bluesky's own library finds them. Mentions need an account looked up: left out."""
    return tuple(sorted([*find_links(text), *_tags(text)]))


@lru_cache(maxsize=64)
def find_links(text: str) -> tuple[Feature, ...]:
    """Return the links alone, which is all that a text's length depends on."""
    found, place = [], 0
    for line in text.split("\n"):
        found += [Feature(place + start, place + end, *more) for start, end, *more in _links_of_line(line)]
        place += len(line) + 1
    return tuple(found)


@lru_cache(maxsize=64)
def shorten(text: str) -> str:
    """Return the text with its links as the app shows them."""
    pieces, done = [], 0
    for start, end, *_ in find_links(text):
        pieces += [text[done:start], short_address(text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])


def facets(text: str) -> tuple[str, list[dict[str, object]]]:
    """Return the shortened text and its facets."""
    short = shorten(text)
    return short, [
        {
            "index": {"byteStart": len(short[: f.start].encode()), "byteEnd": len(short[: f.end].encode())},
            "features": [
                {"$type": f"app.bsky.richtext.facet#{f.kind}", {"link": "uri", "tag": "tag"}[f.kind]: f.target}
            ],
        }
        for f in _moved(text)
    ]


@lru_cache(maxsize=64)
def short_address(url: str) -> str:
    """Return an address as the app shows it: the host, and the path if it is short; whole where there is no host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.scheme not in ("http", "https"):
        return url
    path = ("" if parts.path == "/" else parts.path) + (parts.query and "?" + parts.query)
    path += parts.fragment and "#" + parts.fragment
    return parts.netloc + (path[:13] + "..." if len(path) > 15 else path)


def _moved(text: str) -> Iterator[Feature]:
    """Yield what is found in a text, where it stands in the shortened one."""
    shift = 0
    for start, end, kind, target in find_features(text):
        length = len(short_address(text[start:end])) if kind == "link" else end - start
        yield Feature(start + shift, start + shift + length, kind, target)
        shift += length - (end - start)


@lru_cache(maxsize=128)
def _links_of_line(line: str) -> tuple[Feature, ...]:
    """Return the links of a line; texts about a post share most of their lines."""
    found = []
    for word in _WORD.finditer(line) if "." in line or "://" in line else ():
        start, shown = _address(word[0])
        if not shown:
            continue
        target = shown if shown.startswith(_PROTOCOLS) else f"https://{shown}"
        end = len(shown)
        if target[-1] in ".,;:!?":
            target, end = target[:-1], end - 1
        if target[-1] == ")" and "(" not in target:
            target, end = target[:-1], end - 1
        start += word.start()
        found.append(Feature(start, start + end, "link", target))
    return tuple(found)


def _address(word: str) -> tuple[int, str]:
    """Return the address in a word, and where it begins; '' where there is none."""
    # Nearly every link is a word of its own, and the pattern takes its time.
    if word.startswith(_PROTOCOLS) and word not in _PROTOCOLS:
        return 0, word
    match = _patterns()["link"].search(word)
    if match and (match["link"].startswith(_PROTOCOLS) or _top(match["domain"]) in load_domains()):
        return match.start("link"), match["link"]
    return 0, ""


def _top(domain: str | None) -> str:
    return (domain or "").rpartition(".")[2]


def _tags(text: str) -> Iterator[Feature]:
    for match in _patterns()["tag"].finditer(text) if "#" in text or "＃" in text else ():
        tag = _patterns()["trailing"].sub("", match["tag"])
        if 0 < len(tag.encode("utf-16-le")) // 2 <= 64:
            yield Feature(match.start("tag") - 1, match.start("tag") + len(tag), "tag", tag)
    for match in _patterns()["ticker"].finditer(text) if "$" in text else ():
        yield Feature(match.start("tag") - 1, match.end("tag"), "tag", "$" + match["tag"].upper())


@cache
def _patterns() -> dict[str, regex.Pattern[str]]:
    return {
        "link": regex.compile(
            rf"(?:^|(?<=[{_SPACE}(]))(?P<link>https?://[^{_SPACE}]+"
            rf"|(?P<domain>[a-z][a-z0-9]*(?:\.[a-z0-9]+)+)[^{_SPACE}]*)",
            regex.IGNORECASE | regex.MULTILINE,
        ),
        "tag": regex.compile(
            rf"(?:^|(?<=[{_SPACE}]))[#＃](?P<tag>(?!\uFE0F)[^{_SPACE}{_HIDDEN}]*"
            rf"[^0-9\p{{P}}{_SPACE}{_HIDDEN}][^{_SPACE}{_HIDDEN}]*)"
        ),
        "ticker": regex.compile(
            rf"(?:^|(?<=[{_SPACE}(]))\$(?P<tag>[A-Za-z][A-Za-z0-9]{{0,4}})(?=$|[{_SPACE}.,;:!?)\"'’])"
        ),
        "trailing": regex.compile(r"\p{P}+$"),
    }
