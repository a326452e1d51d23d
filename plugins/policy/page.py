"""A page of the manual as blocks, to be read in the browser or in the terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

_WIDTH = 80


class Heading(NamedTuple):
    """A title; `level` counts from 1."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """One or more sentences, with backticks around code."""

    text: str


class Points(NamedTuple):
    """A list."""

    entries: tuple[str, ...]


class Code(NamedTuple):
    """Text to type or paste, as it is."""

    language: Literal["yaml", "markdown", "text"]
    text: str


class Table(NamedTuple):
    """Rows of cells under a head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Points | Code | Table


def as_markdown(blocks: Iterable[Block]) -> str:
    """Return the page for the repository's web view."""
    return "\n\n".join(map(_markdown, blocks)) + "\n"


def as_plain(blocks: Iterable[Block]) -> str:
    """Return the page for the terminal."""
    return "\n\n".join("\n".join(_plain(block)) for block in blocks) + "\n"


def _markdown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {block.text}"
    if isinstance(block, Paragraph):
        return block.text
    if isinstance(block, Points):
        return "\n".join(f"- {entry}" for entry in block.entries)
    if isinstance(block, Table):
        rows = (block.head, ("---",) * len(block.head), *block.rows)
        return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)
    longest = max(map(len, re.findall("`{3,}", block.text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{block.language}\n{block.text.rstrip()}\n{fence}"


def _plain(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        title = block.text.replace("`", "")
        yield title if block.level > 1 else title.upper()
        if block.level < 3:
            yield ("=" if block.level == 1 else "-") * len(title)
    elif isinstance(block, Paragraph):
        yield from textwrap.wrap(block.text.replace("**", ""), _WIDTH, break_long_words=False, break_on_hyphens=False)
    elif isinstance(block, Points):
        for entry in block.entries:
            yield textwrap.fill(entry, _WIDTH, initial_indent="- ", subsequent_indent="  ", break_long_words=False)
    elif isinstance(block, Table):
        for first, *others in block.rows:
            yield f"  {first}: {others[0]}"
            named = zip(block.head[2:], others[1:], strict=True)
            yield from (f"      {name}: {cell}" for name, cell in named if cell)
    else:
        yield textwrap.indent(block.text.rstrip(), "    ")
