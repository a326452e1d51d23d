"""The prose of a Markdown text, block by block, with every offset still an offset in the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .post import Block, BlockKind

IsOutside = Callable[[str], bool]

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_SKIPPED_HTML = re.compile(r"\s*<(script|style|pre|textarea)\b", re.IGNORECASE)
_DEFINITION = re.compile(r" {0,3}\[([^\]^][^\]]*)\]:\s*<?(\S+?)>?(?:\s|$)")
_ABBREVIATION = re.compile(r" {0,3}\*\[")
_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]]+)\]:")
_FOOTNOTE_USE = re.compile(r"\[\^([^\]]+)\]")
_HEADING = re.compile(r" {0,3}#{1,6}\s")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
_LIST_ENTRY = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")
_QUOTE = re.compile(r" {0,3}>")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_ADDRESS = re.compile(r"https?://[^\s<>)\]\"']+|//[a-z0-9.-]+\.[a-z]{2,}/?[^\s<>)\]\"']*")
_CITED = re.compile(r"\[@[A-Za-z0-9][^\]\n]*\](?![(\[])")
_REFERENCE_LINK = re.compile(r"\]\[([^\]]*)\]")
# The look ahead passes over words at once: no alternative begins with one but a bare address.
_MASKED = re.compile(
    r"""(?=[`!\[\](<{&*_|\\]|http|^)(?:
    (?P<code>(?<!`)(`+)(?!`).+?(?<!`)\2(?!`))
  | (?P<image>!\[[^\]]*\](?:\([^)\n]*\)|\[[^\]]*\]))
  | (?P<cite>\[@[^\]\n]*\](?![(\[])|\[\^[^\]\n]*\]:?)
  | (?P<auto><https?://[^>\s]+>)
  | (?P<tag></?[A-Za-z][^<>]*>|<!--.*?-->)
  | (?P<target>(?<=\])(?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\]))
  | (?P<bare>https?://[^\s<>)\]]+)
  | (?P<attributes>\{:?[ ][^}\n]*\}|\{:[^}\n]*\})
  | (?P<template>\{%.*?%\}|\{\{.*?\}\})
  | (?P<entity>&(?:\#\d+|\#x[0-9a-fA-F]+|[A-Za-z]+);)
  | (?P<marker>^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\#{1,6}[ \t])?)
  | (?P<emphasis>\*+|(?<!\w)_+|_+(?!\w)|[\[\]|\\])
    )""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_NOT_A_LINE_END = re.compile(r"[^\n]")


def find_blocks(body: str, first_line: int, is_outside: IsOutside) -> Iterator[Block]:
    """Yield the blocks of `body`, whose first line has the number `first_line` in its file."""
    lines = body.split("\n")
    targets = {m[1].casefold(): m[2] for line in lines if "]:" in line and (m := _DEFINITION.match(line))}
    chunks = list(_chunks(lines))
    notes = ((_FOOTNOTE.match(lines[start]), start, end) for _, start, end in chunks if "[^" in lines[start])
    sourced_notes = {
        note[1] for note, start, end in notes
        if note and _cited("\n".join(lines[start:end]), targets, set(), is_outside)
    }  # fmt: skip
    for kind, start, end in chunks:
        raw = "\n".join(lines[start:end])
        yield Block(kind, first_line + start, raw, mask(raw), _cited(raw, targets, sourced_notes, is_outside))


def mask(raw: str) -> str:
    """Blank out what is not read as prose, keeping every character's place."""
    return _MASKED.sub(_blank, raw)


def _blank(match: re.Match[str]) -> str:
    return _NOT_A_LINE_END.sub(" ", match[0]) if "\n" in match[0] else " " * len(match[0])


def _cited(raw: str, targets: dict[str, str], sourced_notes: set[str], is_outside: IsOutside) -> bool:
    if "[@" in raw and _CITED.search(raw):
        return True
    if "[^" in raw and any(note in sourced_notes for note in _FOOTNOTE_USE.findall(raw)):
        return True
    if "//" in raw and any(is_outside(address) for address in _ADDRESS.findall(raw)):
        return True
    if "][" not in raw:
        return False
    named = (name.casefold() for name in _REFERENCE_LINK.findall(raw))
    return any(is_outside(targets[name]) for name in named if name in targets)


def _chunks(lines: list[str]) -> Iterator[tuple[BlockKind, int, int]]:
    index = 0
    while index < len(lines):
        line = lines[index]
        bare = line.lstrip()
        if not bare:
            index += 1
        elif bare[0] in "`~" and (fence := _FENCE.match(line)):
            index = _after_fence(lines, index, fence[1])
        elif bare[0] == "<" and (skipped := _SKIPPED_HTML.match(line)):
            index = _after(lines, index, f"</{skipped[1].lower()}")
        elif (
            line.startswith(("    ", "\t"))
            and (index == 0 or not lines[index - 1].strip())
            and not _in_list(lines, index)
        ):
            index = _while_indented(lines, index)
        elif bare[0] in "[*" and (_DEFINITION.match(line) or _ABBREVIATION.match(line)):
            index += 1
        else:
            end, kind = _end_of_block(lines, index)
            yield kind, index, end
            index = end


def _end_of_block(lines: list[str], start: int) -> tuple[int, BlockKind]:
    kind = _kind(lines, start)
    end = start + 1
    while end < len(lines) and lines[end].strip() and kind != "heading":
        line = lines[end]
        first = line.lstrip()[0]
        if kind == "paragraph" and first in "=-" and _UNDERLINE.match(line):
            return end + 1, "heading"
        if first in "`~#[" and (_FENCE.match(line) or _HEADING.match(line) or _FOOTNOTE.match(line)):
            break
        if kind == "list" and _LIST_ENTRY.match(line):
            break
        if kind == "paragraph" and first == ">" and _QUOTE.match(line):
            break
        end += 1
    return end, kind


def _kind(lines: list[str], at: int) -> BlockKind:
    line = lines[at]
    if _HEADING.match(line):
        return "heading"
    if _QUOTE.match(line):
        return "quote"
    if "|" in line and at + 1 < len(lines) and "-" in lines[at + 1] and _TABLE_RULE.match(lines[at + 1]):
        return "table"
    if "<figcaption" in line or "<caption" in line:
        return "caption"
    return "list" if _LIST_ENTRY.match(line) else "paragraph"


def _after_fence(lines: list[str], start: int, fence: str) -> int:
    for index in range(start + 1, len(lines)):
        closing = lines[index].strip()
        if closing.startswith(fence) and not closing.strip(fence[0]):
            return index + 1
    return len(lines)


def _after(lines: list[str], start: int, closing: str) -> int:
    for index in range(start, len(lines)):
        if closing in lines[index].lower():
            return index + 1
    return len(lines)


def _in_list(lines: list[str], index: int) -> bool:
    for line in reversed(lines[:index]):
        if line.strip() and not line.startswith(("  ", "\t")):
            return bool(_LIST_ENTRY.match(line) or _FOOTNOTE.match(line))
    return False


def _while_indented(lines: list[str], index: int) -> int:
    while index < len(lines) and (not lines[index].strip() or lines[index].startswith(("    ", "\t"))):
        index += 1
    return index
