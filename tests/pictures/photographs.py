"""Photographs as cameras and programs write them, with the place where they were taken."""

from __future__ import annotations

import random
import struct
from io import BytesIO
from typing import Any

from PIL import Image, PngImagePlugin

SECRET = b"Ingrid Haugen, at home"
_GPS, _ARTIST, _ORIENTATION = 0x8825, 0x013B, 0x0112


def photograph(kind: str, width: int = 1600, height: int = 1000, *, turned: bool = False, **options: Any) -> bytes:
    """Return a picture with some life in it, and with a name and a place in its metadata."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    noise = random.Random(7)
    small = Image.frombytes("RGB", (40, 25), noise.randbytes(40 * 25 * 3)).resize((width, height))
    image = Image.blend(image, small, 0.4)
    exif = Image.Exif()
    exif[_ARTIST] = SECRET.decode()
    exif[_ORIENTATION] = 6 if turned else 1
    exif.get_ifd(_GPS).update({1: "N", 2: (59.0, 54.0, 30.0), 3: "E", 4: (10.0, 44.0, 5.0)})
    written = BytesIO()
    if kind == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Author", SECRET.decode())
        told.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET.decode()}</x>")
        options |= {"pnginfo": told, "dpi": (300, 300)}
    if kind == "GIF":
        image.save(written, kind, comment=SECRET, **options)
    else:
        image.save(written, kind, exif=exif, **options)
    return written.getvalue()


def with_second_picture(jpeg: bytes) -> bytes:
    """Return the photograph as phones write it: with XMP, a comment, and a second picture behind the first."""
    extra = b"".join(_segment(marker, SECRET) for marker in (0xFE, 0xED, 0xE5))
    return jpeg[:2] + extra + jpeg[2:] + jpeg


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content
