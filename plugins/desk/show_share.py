"""A post's share texts on the terminal: each with its count, its fold, and what the rules say of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..policy.finding import Finding
from ..policy.style import Style
from ..policy.visible import visible
from ..share import Card, find_networks
from ..share.fold import folded
from ..share.hashtags import hashtag, loses_meaning
from ..site_model import Post, Snippet

_MARGIN = "  | "
_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;36"}


def show_share(snippets: Iterable[Snippet], findings: Iterable[Finding], style: Style) -> Iterator[str]:
    """Yield the lines to show; findings that are about no single text come last."""
    left = list(findings)
    for snippet in snippets:
        about = re.compile(rf"the text for {re.escape(snippet.name)}(?= )")
        yield ""
        yield _heading(snippet, style)
        yield from _text(snippet, style)
        for finding in [one for one in left if about.search(one.message)]:
            left.remove(finding)
            yield from _finding(finding, style)
    if left:
        yield ""
        yield _paint("About the post and all its texts", "1", style)
        for finding in left:
            yield from _finding(finding, style)


def show_tags(post: Post, style: Style) -> Iterator[str]:
    """Yield the tags that are no longer what they were once they are hashtags."""
    for tag in filter(loses_meaning, post.hashtags or post.tags):
        becomes = f"becomes #{hashtag(tag)}" if hashtag(tag) else "makes no hashtag"
        warning = _paint(f"the tag '{visible(tag)}' {becomes}", _COLOURS["warning"], style)
        yield f"{warning}: name others under `hashtags:`"


def show_old_limits(names: Iterable[str], style: Style) -> Iterator[str]:
    """Yield a line where the limits of networks were looked up too long ago to be relied on."""
    if named := ", ".join(names):
        yield _paint(f"the limits of {named} were looked up more than 180 days ago", _COLOURS["warning"], style)


def show_card(card: Card, style: Style) -> Iterator[str]:
    """Yield what the picture says, for who cannot see it."""
    yield ""
    yield _paint("Picture", "1", style) + f"  {card.image}"
    yield from _wrapped(card.alt, style)


def _heading(snippet: Snippet, style: Style) -> str:
    count, name = snippet.count, find_networks()[snippet.network].name
    size = f"{count.used:,} of {count.limit:,} ({count.unit})"
    if count.byte_limit:
        size += f", {count.bytes:,} of {count.byte_limit:,} bytes"
    size = _paint(size if count.fits else f"{size}: too long", "32" if count.fits else "1;31", style)
    which = "" if snippet.variant == "default" else f", {snippet.variant.replace('-', ' ')}"
    made = "written by hand" if snippet.source == "written" else "made from title and summary"
    return f"{_paint(name + which, '1', style)}  {size}, {made}"


def _text(snippet: Snippet, style: Style) -> Iterator[str]:
    network = find_networks()[snippet.network]
    if snippet.title:
        yield from _wrapped(f"[{snippet.title}]", style)
    for number, part in enumerate((snippet.text, *snippet.thread), 1):
        if number > 1:
            yield _paint(f"  + post {number}", "2", style)
        before, after = folded(network, part)
        # Without a fold, what is to be copied; with one, what readers will see, which differs on Bluesky alone.
        yield from _wrapped(before if after else part, style)
        if after:
            yield _paint(f"  > folded here on {network.name}", "36", style)
            yield from _wrapped(after, style)
    if snippet.hashtags_left_out:
        yield f"  left out: {', '.join(f'#{tag}' for tag in snippet.hashtags_left_out)}"


def _finding(finding: Finding, style: Style) -> Iterator[str]:
    kind = _paint(f"{finding.severity}[{finding.rule}]", _COLOURS.get(finding.severity, "2"), style)
    yield f"  {visible(str(finding.spot))}: {kind} {visible(finding.message)}"
    yield f"  {_paint('fix:', '1;32', style)} {visible(finding.fix)}"


def _wrapped(text: str, style: Style) -> Iterator[str]:
    """Yield the text's own lines, broken between words where the terminal ends; a longer word stays whole."""
    room = max(style.width - len(_MARGIN), 20)
    for line in text.split("\n"):
        shown = ""
        for word in visible(line).split(" "):
            if shown and _columns(f"{shown} {word}") > room:
                yield _MARGIN + shown
                shown = word
            else:
                shown = f"{shown} {word}" if shown else word
        yield (_MARGIN + shown).rstrip()


def _columns(text: str) -> int:
    """Return how many columns a terminal needs: East Asian characters and most emoji take two."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def _paint(text: str, code: str, style: Style) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour else text
