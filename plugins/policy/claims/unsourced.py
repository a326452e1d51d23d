"""Which blocks of a text stand without a source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from ...site_model import Block

Scope = Literal["paragraph", "section"]

_LONGEST_CREDIT = 15


def unsourced_blocks(blocks: Sequence[Block], scope: Scope) -> Iterator[tuple[Block, str]]:
    """Yield each block of prose without a source, with the words of its neighbours.

    A list, table or quotation shares the source of the line that introduces it, and a table or quotation that of
    the short line below it. Headings are left out: they announce what the text says again.
    """
    for first, end in _sections(blocks):
        section = blocks[first:end]
        if scope == "section" and any(block.cited for block in section):
            continue
        for at, block in enumerate(section):
            if block.kind != "heading" and not block.cited and not _sourced_nearby(section, at):
                near = [*section[max(0, at - 1) : at], *section[at + 1 : at + 2]]
                yield block, "\n\n".join(other.words for other in near if other.kind != "list")


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    headings = [at for at, block in enumerate(blocks) if block.kind == "heading"]
    return pairwise([0, *headings, len(blocks)])


def _sourced_nearby(section: Sequence[Block], at: int) -> bool:
    block = section[at]
    lead = at - 1
    while block.kind == "list" and lead >= 0 and section[lead].kind == "list":
        lead -= 1
    if lead >= 0 and section[lead].cited and section[lead].words.rstrip().endswith(":"):
        return True
    if block.kind not in ("table", "quote", "caption") or at + 1 == len(section):
        return False
    below = section[at + 1]
    return below.cited and len(below.words.split()) <= _LONGEST_CREDIT
