"""Files that schedulers take in: one CSV per tool, with the columns and dates it asks for."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from io import StringIO
from typing import NamedTuple

from ..site_model import House, OutputFile, Snippet
from .networks import find_networks
from .shared_post import SharedPost
from .timing import expires, is_current, starts

HOOTSUITE_ROWS = 350
# Ayrshare's own names of the networks it posts to; Reddit is not among them, which asks for a community too.
AYRSHARE = {
    "bluesky": "bluesky",
    "facebook": "facebook",
    "instagram": "instagram",
    "linkedin": "linkedin",
    "telegram": "telegram",
    "threads": "threads",
    "x": "twitter",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Row(NamedTuple):
    """One text to schedule. `at` is None where it may go out at once."""

    one: SharedPost
    snippet: Snippet
    at: datetime | None
    until: datetime | None

    def when(self, form: str) -> str:
        """Return the moment as a tool writes it."""
        return self.at.strftime(form) if self.at else ""

    @property
    def picture(self) -> str:
        """Return the address of the card."""
        return self.snippet.media[0].url if self.snippet.media else ""


Cells = Callable[[Row], Sequence[str]]

GENERIC = ("id", "network", "lang", "title", "text", "thread", "url", "image", "alt", "not_before", "expires", "sha256")


def render_schedules(house: House, shared: Iterable[SharedPost]) -> Iterator[OutputFile]:
    """Yield the CSV files with what is new or still to come."""
    rows = [_row(one, snippet, house) for one in shared if is_current(one.post, house) for snippet in one.main]
    yield _file("generic", rows, _generic, GENERIC)
    rows = [row for row in rows if find_networks()[row.snippet.network].schedulable]
    known = [row for row in rows if row.snippet.network in AYRSHARE]
    yield _file("ayrshare", known, _ayrshare, ("post", "platforms", "mediaUrls", "scheduleDate"))
    # The others post every row of a file to each account that is chosen, so each network has a file of its own.
    for network in sorted({row.snippet.network for row in rows}):
        own = [row for row in rows if row.snippet.network == network]
        yield _file(f"publer-{network}", own, _publer, ("Date", "Message", "Link", "Media", "Title", "Labels"))
        yield _file(f"buffer-{network}", own, _buffer, ("Text", "Image URL", "Tags", "Posting Time"))
        for start in range(0, len(own), HOOTSUITE_ROWS):
            number = f"-{start // HOOTSUITE_ROWS + 1}" if start else ""
            yield _file(f"hootsuite-{network}{number}", own[start : start + HOOTSUITE_ROWS], _hootsuite, ())


def _row(one: SharedPost, snippet: Snippet, house: House) -> Row:
    start = starts(one.post, house)
    return Row(one, snippet, start if start > house.now else None, expires(one.post, house))


def _generic(row: Row) -> Sequence[str]:
    """This one is opened in spreadsheets, which run what looks like a formula."""
    snippet, until = row.snippet, row.until.isoformat() if row.until else ""
    alt = snippet.media[0].alt if snippet.media else ""
    at = row.at.isoformat() if row.at else ""
    texts = (
        snippet.id,
        snippet.network,
        row.one.post.lang,
        row.one.post.title,
        snippet.text,
        "\n\n".join(snippet.thread),
    )
    cells = (*texts, snippet.url, row.picture, alt, at, until, snippet.sha256)
    return [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells]


def _publer(row: Row) -> Sequence[str]:
    return row.when("%Y/%m/%d %H:%M"), row.snippet.text, "", "", row.snippet.title, row.snippet.network


def _ayrshare(row: Row) -> Sequence[str]:
    at = row.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if row.at else ""
    return row.snippet.text, AYRSHARE[row.snippet.network], row.picture, at


def _buffer(row: Row) -> Sequence[str]:
    return row.snippet.text, row.picture, row.snippet.network, row.when("%Y-%m-%d %H:%M")


def _hootsuite(row: Row) -> Sequence[str]:
    return row.when("%m/%d/%Y %H:%M"), row.snippet.text, ""


def _file(name: str, rows: Iterable[Row], cells: Cells, header: Sequence[str]) -> OutputFile:
    file = StringIO()
    writer = csv.writer(file)
    if header:
        writer.writerow(header)
    writer.writerows(cells(row) for row in rows)
    return OutputFile(f"share/csv/{name}.csv", file.getvalue().encode())
