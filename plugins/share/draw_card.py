"""Drawing a card as a PNG: the same words make the same bytes, so a card is drawn once and kept under its key."""

from __future__ import annotations

import zlib
from functools import cache
from hashlib import sha256
from io import BytesIO

import msgspec
from PIL import Image, ImageDraw, ImageFont
from PIL import __version__ as pillow_version

from .card import HEIGHT, WIDTH, Card
from .counting import graphemes
from .load_card_font import TEXT_FONT, TITLE_FONT, load_font, load_glyphs

LAYOUT = "3"
MARGIN, TITLE_TOP, TITLE_HEIGHT = 80, 150, 320
SIZES = (84, 76, 68, 60, 54, 48, 42, 36)
SPACING = 1.18
WHITE, PALE = 255, 200
"""How much of a letter's colour is white; the rest is the ground."""
SHADES = 16
_SHADE_OF_GREY = [(grey * (SHADES - 1) + 127) // 255 for grey in range(256)]
GROUNDS = ((11, 57, 84), (61, 38, 69), (23, 74, 76), (90, 42, 39), (40, 54, 24), (43, 45, 66))


def card_key(card: Card) -> str:
    """Return what the picture depends on: its words, this layout, the fonts and the library."""
    words = msgspec.json.encode((card.title, card.author, card.topic, card.company, card.tone))
    return sha256(b"\0".join((words, LAYOUT.encode(), pillow_version.encode(), _fonts_digest()))).hexdigest()


def draw_card(card: Card) -> bytes:
    """Return the card as a PNG of 1200 by 630."""
    # Sixteen shades in a palette look the same and take a tenth of the time of full colour.
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 16, HEIGHT), fill=PALE)
    draw.text((MARGIN, 70), _drawable(card.topic), font=_font(TEXT_FONT, 32), fill=PALE)
    size, lines = _fit(_drawable(card.title))
    for number, line in enumerate(lines):
        place = (MARGIN, TITLE_TOP + number * round(size * SPACING))
        draw.text(place, line, font=_font(TITLE_FONT, size), fill=WHITE)
    draw.text((MARGIN, 500), _first(_drawable(card.author), 38), font=_font(TEXT_FONT, 38), fill=WHITE)
    draw.text((MARGIN, 552), _first(_drawable(card.company), 30), font=_font(TEXT_FONT, 30), fill=PALE)
    file = BytesIO()
    image = image.point(_SHADE_OF_GREY)
    image.putpalette(_palette(card.tone))
    image.save(file, "PNG", compress_type=zlib.Z_RLE, bits=4)
    return file.getvalue()


def _fit(title: str) -> tuple[int, list[str]]:
    """Return the largest size in which the whole title fits, and its lines; the smallest may end in dots."""
    for size in SIZES:
        lines, most = _wrap(title, size), TITLE_HEIGHT // round(size * SPACING)
        if len(lines) <= most:
            break
    else:
        lines = [*lines[: most - 1], lines[most - 1].rstrip(" .,;:") + "…"]
    return size, lines


def _wrap(text: str, size: int) -> list[str]:
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if _width(joined, size) <= WIDTH - 2 * MARGIN:
            lines[-1] = joined
            continue
        for part in _broken(word, size):
            lines.append(part)
    return [line for line in lines if line]


def _broken(word: str, size: int) -> list[str]:
    parts = [""]
    for character in graphemes(word):
        if _width(parts[-1] + character, size) > WIDTH - 2 * MARGIN:
            parts.append("")
        parts[-1] += character
    return parts


def _first(text: str, size: int) -> str:
    """Return as much of a line as there is room for."""
    font = _font(TEXT_FONT, size)
    if font.getlength(text) <= WIDTH - 2 * MARGIN:
        return text
    while text and font.getlength(text + "…") > WIDTH - 2 * MARGIN:
        text = text[:-1]
    return text.rstrip(" ,") + "…"


def _drawable(text: str) -> str:
    return " ".join("".join(char for char in text if char in load_glyphs()).split())


def _width(text: str, size: int) -> float:
    return _font(TITLE_FONT, size).getlength(text)


def _palette(tone: str) -> bytes:
    """Return the shades from the ground of that tone to white."""
    ground = GROUNDS[sha256(tone.encode()).digest()[0] % len(GROUNDS)]
    return bytes(part + (255 - part) * shade // (SHADES - 1) for shade in range(SHADES) for part in ground)


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    # Basic layout: the other engine depends on libraries of the machine.
    return ImageFont.truetype(BytesIO(load_font(name)), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _fonts_digest() -> bytes:
    return sha256(load_font(TITLE_FONT) + load_font(TEXT_FONT)).digest()
