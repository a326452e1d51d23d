"""Posts of about 600 words, the same for the same number in every run."""

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
PICTURES = 20
LAST_DAY = date(2026, 3, 19)
_DAYS = 8 * 365
_WORDS_BEFORE_EXTRAS = 380


@dataclass(frozen=True)
class Written:
    """One post, before any generator's dialect: `body` has the slots that `dialects.py` fills."""

    number: int
    day: date
    title: str
    authors: tuple[str, ...]
    topic: str
    tags: tuple[str, ...]
    summary: str
    body: str

    @property
    def name(self) -> str:
        return f"log-{self.number:05}"

    @property
    def report(self) -> str:
        return f"https://www.havlinje.example/reports/{self.number}"


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


def day_of(number: int, count: int) -> date:
    """Return the day of one of so many posts."""
    return LAST_DAY - timedelta(days=(count - 1 - number) * _DAYS // count)


def _post(number: int, count: int) -> Written:
    chance = random.Random(number)
    ship, port, part = chance.choice(SHIPS), chance.choice(PORTS), chance.choice(PARTS)
    title = f"{ship}, {port} and the {part}, log {number}"
    authors = [LEADER] if number == count - 1 else chance.sample(sorted(AUTHORS), 2 if number % 7 == 0 else 1)
    topic, tags = TOPICS[number % len(TOPICS)], chance.sample(TAGS, 3)
    summary = _sentence(chance)
    body = _body(chance, number)
    return Written(number, day_of(number, count), title, tuple(authors), topic, tuple(tags), summary, body)


def _body(chance: random.Random, number: int) -> str:
    parts = [_paragraph(chance) + " The whole story is in <cite>."]
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
    picture = f"<pictures>/{number % PICTURES:02}.png"
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
