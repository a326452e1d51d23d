"""Posts of about 600 words, the same for the same number in every run, in the two dialects of front matter."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from words import CLAIMS, CODE, FIRST_NAMES, HEADINGS, LAST_NAMES, PARTS, PEOPLE, PORTS, SENTENCES, SHIPS, TIMES

AUTHORS = {
    f"{first}-{last}".lower().replace("ø", "o"): f"{first} {last}" for first in FIRST_NAMES for last in LAST_NAMES
}
LEADER = min(AUTHORS)
TOPICS = tuple(f"topic-{number:02}" for number in range(1, 13))
TAGS = tuple(f"tag-{number:02}" for number in range(1, 61))
AUDIENCES = ("passengers", "islanders", "newcomers")
CITE = "<cite>"
CREDIT = '{: credit="Dag Eide / Havlinje" licence="CC BY 4.0" }'
PICTURES = 20
LAST_DAY = date(2026, 3, 19)
_DAYS = 8 * 365
_WORDS_BEFORE_EXTRAS = 380


@dataclass(frozen=True)
class Written:
    """One post in both dialects."""

    path: str
    ours: str
    stock: str


def write_posts(count: int) -> Iterator[Written]:
    """Yield the posts, spread over eight years so that the newest is a day old."""
    for number in range(count):
        yield _post(number, count)


def picture(number: int) -> bytes:
    """Return a small PNG of one colour."""
    colour = bytes((number * 11 % 256, number * 29 % 256, number * 53 % 256))
    rows = b"".join(b"\0" + colour * 48 for _ in range(32))
    header = struct.pack(">IIBBBBB", 48, 32, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def _post(number: int, count: int) -> Written:
    chance = random.Random(number)
    day = LAST_DAY - timedelta(days=(count - 1 - number) * _DAYS // count)
    ship, port, part = chance.choice(SHIPS), chance.choice(PORTS), chance.choice(PARTS)
    title = f"{ship}, {port} and the {part}, log {number}"
    authors = [LEADER] if number == count - 1 else chance.sample(sorted(AUTHORS), 2 if number % 7 == 0 else 1)
    topic, tags = TOPICS[number % len(TOPICS)], chance.sample(TAGS, 3)
    summary = _sentence(chance)
    report = f"https://www.havlinje.example/reports/{number}"
    neighbour = f"{max(number - 1, 0):05}"
    body = _body(chance, number)
    ours = f"""---
title: "{title}"
date: {day}
authors: [{", ".join(authors)}]
topic: {topic}
audience: {AUDIENCES[number % len(AUDIENCES)]}
goal: openness
voice: personal
disclosure: none
summary: "{summary}"
sources:
  - {{id: report, title: Report {number}, publisher: Havlinje, url: {report}}}
tags: [{", ".join(tags)}]
---

{_filled(body, "[@report]", "", f"log-{neighbour}.md", CREDIT)}
"""
    stock = f"""Title: {title}
Date: {day}
Authors: {"; ".join(AUTHORS[author] for author in authors)}
Category: {topic}
Summary: {summary}
Tags: {", ".join(tags)}

{_filled(body, f"([Report {number}]({report}))", "{static}", f"{{filename}}log-{neighbour}.md", "")}
"""
    return Written(f"content/blog/log-{number:05}.md", ours, stock)


def _filled(body: str, cite: str, static: str, neighbour: str, credit: str) -> str:
    for slot, words in (("<cite>", cite), ("<static>", static), ("<neighbour>", neighbour), ("<credit>", credit)):
        body = body.replace(slot, words)
    return body


def _body(chance: random.Random, number: int) -> str:
    parts = [_paragraph(chance) + f" The whole story is in {CITE}."]
    extras = _extras(chance, number)
    headings = iter(HEADINGS)
    while sum(len(part.split()) for part in parts) < _WORDS_BEFORE_EXTRAS:
        if heading := next(headings, None):
            parts.append(f"## {heading}")
        parts += [_paragraph(chance), _paragraph(chance)]
        parts += [extra for _, extra in zip(range(1), extras, strict=False)]
    parts += [
        *extras,
        "[^1]: " + _sentence(chance),
        "[^2]: The drawings are in [the archive](https://www.havlinje.example/archive).",
    ]
    return "\n\n".join(parts)


def _extras(chance: random.Random, number: int) -> Iterator[str]:
    yield "\n".join(f"- **{chance.choice(PARTS).capitalize()}**: {_sentence(chance)}" for _ in range(4))
    picture = f"<static>pictures/{number % PICTURES:02}.png"
    yield f"![The {chance.choice(PARTS)} of {chance.choice(SHIPS)}]({picture})<credit>"
    yield CODE.replace("{number}", "60")
    rows = "\n".join(
        f"| {ship} | {chance.choice(PORTS)} | {chance.choice(PEOPLE)} |" for ship in chance.sample(SHIPS, 4)
    )
    yield f"| Ship | From | Asked |\n|:-----|:----:|------:|\n{rows}"
    yield "We wrote about this [the week before](<neighbour>), with a note[^1] and `one_word` of code[^2]."
    yield "> " + _sentence(chance)


def _paragraph(chance: random.Random) -> str:
    sentences = [_sentence(chance) for _ in range(chance.randint(2, 4))]
    if chance.random() < 0.25:
        sentences.append(_said(chance, chance.choice(CLAIMS)).replace("{cite}", "<cite>"))
    if chance.random() < 0.25:
        where = chance.choice(("pilot", "coast", "weather", "harbour"))
        sentences.append(
            f"More is told in [the *{where}* guide](https://www.{where}.example/guide/{chance.randint(1, 99)})."
        )
    return " ".join(sentences)


def _sentence(chance: random.Random) -> str:
    said = _said(chance, chance.choice(SENTENCES))
    return said[0].upper() + said[1:]


def _said(chance: random.Random, sentence: str) -> str:
    slots = {"ship": SHIPS, "port": PORTS, "part": PARTS, "time": TIMES, "people": PEOPLE}
    for name, choices in slots.items():
        sentence = sentence.replace(f"{{{name}}}", chance.choice(choices))
    return sentence.replace("{number}", str(chance.randint(3, 48)))
