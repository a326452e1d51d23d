"""What stands against each page of the preview, shown on it beside the line it is about; never part of a site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from ..policy.finding import Finding
from ..press.judge import Judgement
from ..site_model import Post, Published
from .write_file import write_file

SCRIPT = "/.masthead/notes.js"
STYLE = "/.masthead/notes.css"

_GAP = re.compile(r"\s{2,}")
_MARKUP = re.compile(r"[<>`{}]")
_RECOGNISABLE = 8


class Note(Struct, frozen=True):
    """One finding; `near` are words of the text where it stands, '' where it is about the front matter or no post."""

    severity: str
    rule: str
    place: str
    message: str
    fix: str
    near: str = ""


def notes_file(preview: Path) -> Path:
    """Return where the notes lie: beside the folder of the preview, so that no page of it can be one of them."""
    return preview.with_name(f"{preview.name}-notes.json")


def write_notes(judgement: Judgement, published: Iterable[Published], preview: Path) -> None:
    """Write the notes of each page; what is about no page stands on the front page."""
    base = judgement.site.house.policy.company.url
    pages = {one.post.path: (one.url.removeprefix(base), one.post) for one in published}
    notes: dict[str, list[Note]] = {}
    for finding in judgement.report.findings:
        page, post = pages.get(finding.spot.file, ("/", None))
        notes.setdefault(page, []).append(_note(finding, post))
    write_file(notes_file(preview), msgspec.json.encode(notes))


def page_with_notes(page: bytes, address: str, preview: Path) -> bytes:
    """Return a page of the preview with its notes, for the script that puts each beside its line."""
    try:
        notes = msgspec.json.decode(notes_file(preview).read_bytes(), type=dict[str, list[Note]])
    except (OSError, msgspec.DecodeError):
        return page
    mine = notes.get(address.partition("?")[0].removesuffix("index.html"))
    if not mine:
        return page
    # A text with `</script>` in it must not end the element.
    told = msgspec.json.encode(mine).replace(b"<", b"\\u003c")
    head = (
        f'<link rel="stylesheet" href="{STYLE}">'.encode()
        + b'<script type="application/json" id="masthead-notes">'
        + told
        + f'</script><script src="{SCRIPT}" defer></script></head>'.encode()
    )
    return page.replace(b"</head>", head, 1)


def notes_asset(address: str) -> tuple[bytes, str] | None:
    """Return the script or the style that shows notes, with its media type; None for any other address."""
    kinds = {SCRIPT: "text/javascript", STYLE: "text/css"}
    if address not in kinds:
        return None
    return Path(__file__).with_name(f"preview_{address.rpartition('/')[2]}").read_bytes(), kinds[address]


def _note(finding: Finding, post: Post | None) -> Note:
    near = words_near(post, finding.spot.line) if post else ""
    return Note(finding.severity, finding.rule, str(finding.spot), finding.message, finding.fix, near)


def words_near(post: Post, line: int) -> str:
    """Return the longest words without markup that the page shows of that line, '' where it shows none."""
    for block in post.blocks:
        lines = block.words.split("\n")
        if block.line <= line < block.line + len(lines):
            here = _longest([lines[line - block.line]])
            return here if len(here) >= _RECOGNISABLE else _longest(lines)
    return ""


def _longest(lines: Iterable[str]) -> str:
    pieces = (piece.strip() for line in lines for piece in _GAP.split(line))
    return max((piece for piece in pieces if not _MARKUP.search(piece)), key=len, default="")
