"""The names of what is measured: parts of the page, and rows in them."""

from __future__ import annotations

BUILD, PAGES, SHARES, PICTURES, GROWTH = "build", "pages", "shares", "pictures", "growth"
SERVE, START, SIGNED, REAL, MACHINE = "serve", "start", "signed", "real", "machine"

STOCK = "stock Pelican"
OURS = "Masthead"
PEERS = ("Hugo", "Eleventy", "Jekyll")
COLD = (OURS, STOCK, *PEERS)

POST = "Masthead, one post edited"
TITLE = "Masthead, one title changed"
AUTHOR = "Masthead, one author file changed"
NOTHING = "Masthead, nothing edited"
FIRST = "Masthead, the first edit after a cold build"
CHECK = "masthead check, cold"
CHECKED = "masthead check, one post edited"
FROM_NOTHING = (*COLD, FIRST, CHECK, CHECKED)
STOCK_AGAIN = "stock Pelican with its content cache, one post edited"

ALL_FEEDS = "stock Pelican, with the feeds of topics and authors"
UNGOVERNED = "Masthead, every rule off that may be off"
SILENT = "Masthead, without feeds and texts for networks"
DRAWN = "Masthead, with a card for each post"
THEMED = "Masthead, with the theme it ships"
THEMED_SILENT = "Masthead, with the theme it ships, without feeds and texts for networks"
PHOTOGRAPHED = "Masthead, with large photographs"
PHOTOGRAPHED_AGAIN = "the same, one post edited"
PHOTOGRAPHS = "photographs"

SERVED = "`masthead serve`"
SERVED_BY_HUGO = "`hugo server`"

PYTHON = "`python -c pass`"
HELP = "`masthead --help`"
CHECK_HELP = "`masthead check --help`"
CHECK_FEW = "`masthead check`, 10 posts, warm"
PELICAN_HELP = "`pelican --help`"

LOAD_COLD, VERIFY_COLD, LOAD_WARM, VERIFY_WARM = "load, cold", "verify, cold", "load, warm", "verify, warm"
READ, FINDINGS = "read", "findings"


def again(peer: str) -> str:
    """Return the row of a peer's build after an edit."""
    return f"{peer}, one post edited"
