"""Takes out of a picture what a camera or a program wrote about people and places; its pixels stay as they are."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator

# Among the pixels, 0xFF is followed by 0, or by the number of a restart.
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT".split()
)  # fmt: skip
_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_METADATA_FLAGS = 0x08 | 0x04
_GIF_APPLICATIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


class BrokenPictureError(ValueError):
    """A file is not the picture that its beginning promises."""


def without_metadata(content: bytes) -> bytes:
    """Return a JPEG, PNG, WebP or GIF without place, names, times and thumbnails, others as they are.

    Colour profiles stay, and so does what makes a picture move. Raises BrokenPictureError.
    """
    for beginning, strip in _STRIPPERS.items():
        if content.startswith(beginning):
            try:
                return b"".join(strip(content))
            except (IndexError, struct.error) as error:
                raise BrokenPictureError("it ends too early") from error
    return content


def _jpeg(content: bytes) -> Iterator[bytes]:
    yield content[:2]
    at = 2
    while True:
        if content[at] != 0xFF:
            raise BrokenPictureError(f"there is no marker at byte {at}")
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            yield content[at : at + 2]
            return
        end = at + 2 + struct.unpack_from(">H", content, at + 2)[0]
        if marker == 0xDA:
            end = _after_scan(content, end)
        if _belongs_to_jpeg(marker, content[at + 4 : at + 16]):
            yield content[at:end]
        at = end


def _after_scan(content: bytes, at: int) -> int:
    """Return where the next marker is, behind the pixels."""
    marker = _MARKER.search(content, at)
    if not marker:
        raise BrokenPictureError("it ends too early")
    return marker.start()


def _belongs_to_jpeg(marker: int, beginning: bytes) -> bool:
    if marker == 0xE0:
        return beginning.startswith(b"JFIF\0")
    if marker == 0xE2:
        return beginning.startswith(b"ICC_PROFILE\0")
    return marker == 0xEE or not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def _png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    at, name = len(_PNG), b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        if end > len(content):
            raise BrokenPictureError("it ends too early")
        if name in _PNG_KEPT:
            yield content[at:end]
        at = end


def _webp(content: bytes) -> Iterator[bytes]:
    kept = []
    at = 12
    while at + 8 <= len(content):
        name, length = struct.unpack_from("<4sI", content, at)
        end = at + 8 + length + length % 2
        if at + 8 + length > len(content):
            raise BrokenPictureError("it ends too early")
        if name == b"VP8X":
            flags = content[at + 8] & ~_WEBP_METADATA_FLAGS
            kept.append(content[at : at + 8] + bytes([flags]) + content[at + 9 : end])
        elif name in _WEBP_KEPT:
            kept.append(content[at:end])
        at = end
    if content[8:12] != b"WEBP" or not kept:
        raise BrokenPictureError("it holds no picture")
    body = b"WEBP" + b"".join(kept)
    yield b"RIFF" + struct.pack("<I", len(body)) + body


def _gif(content: bytes) -> Iterator[bytes]:
    at = 13 + _gif_colours(content[10])
    yield content[:at]
    while content[at] != 0x3B:
        start, kind = at, content[at]
        if kind == 0x2C:
            at += 11 + _gif_colours(content[at + 9])
        elif kind == 0x21:
            at += 2
        else:
            raise BrokenPictureError(f"there is no block at byte {at}")
        while content[at]:
            at += content[at] + 1
        at += 1
        shown = kind == 0x2C or content[start + 1] == 0xF9
        if shown or (content[start + 1] == 0xFF and content[start + 3 : start + 14] in _GIF_APPLICATIONS):
            yield content[start:at]
    yield b";"


def _gif_colours(packed: int) -> int:
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


_STRIPPERS: dict[bytes, Callable[[bytes], Iterator[bytes]]] = {
    b"\xff\xd8\xff": _jpeg,
    _PNG: _png,
    b"RIFF": _webp,
    b"GIF8": _gif,
}
