"""One picture made ready for every screen: without metadata, not larger than needed, in the formats of today."""

from __future__ import annotations

import hashlib
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from msgspec import Struct
from PIL import Image, ImageOps, features

from .picture_metadata import BrokenPictureError, without_metadata

_WIDEST = 2400
_FORMATS: dict[str, tuple[dict[str, Any], ...]] = {
    # One thread, so that the same picture always gives the same bytes.
    "avif": ({"quality": 60, "speed": 7, "max_threads": 1},),
    "webp": ({"quality": 80, "method": 4}, {"lossless": True, "quality": 70, "method": 4}),
}
_KINDS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
_WORTH_IT = 0.95
_ORIENTATION = 0x0112


class Variant(Struct, frozen=True):
    """The picture at one width in one format."""

    format: str
    width: int
    content: bytes


class MadePicture(Struct, frozen=True):
    """What is published of one picture: itself without metadata, and variants that are smaller than it."""

    width: int
    height: int
    content: bytes
    variants: tuple[Variant, ...] = ()


def make_picture(content: bytes, widths: tuple[int, ...]) -> MadePicture:
    """Make everything that is published of a picture, variants in those widths. Raises BrokenPictureError."""
    try:
        with Image.open(BytesIO(content), formats=_KINDS) as image:
            moves = getattr(image, "is_animated", False)
            turned = image.getexif().get(_ORIENTATION, 1) != 1
            if moves:
                return MadePicture(*image.size, without_metadata(content))
            if turned or image.width > _WIDEST or (image.format == "AVIF" and _tells(image)):
                content = _anew(image)
            else:
                content = without_metadata(content)
        with Image.open(BytesIO(content), formats=_KINDS) as image:
            return MadePicture(*image.size, content, _variants(image, len(content), widths))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise BrokenPictureError(str(error)) from error


def _tells(image: Image.Image) -> bool:
    return bool(image.info.keys() & {"exif", "xmp"})


def _anew(image: Image.Image) -> bytes:
    """Write the picture again in its own format, upright and not too wide."""
    kind = image.format or "PNG"
    upright = ImageOps.exif_transpose(image)
    if upright.width > _WIDEST:
        upright = _resized(upright, _WIDEST)
    options: dict[str, Any] = {"optimize": True} if kind == "PNG" else {"quality": 88}
    return _written(upright, kind, options | ({"max_threads": 1} if kind == "AVIF" else {}))


def _variants(image: Image.Image, size: int, widths: tuple[int, ...]) -> tuple[Variant, ...]:
    if image.mode.startswith(("I", "F")) or not widths:
        return ()
    whole = _plain(image)
    sized = {width: _resized(whole, width) for width in sorted({min(width, whole.width) for width in widths})}
    formats: list[list[Variant]] = []
    for kind, ways in _FORMATS.items():
        made = [
            Variant(kind, width, min((_written(one, kind, way) for way in ways), key=len))
            for width, one in sized.items()
        ]
        # Without its largest variant a format would show a small picture blown up.
        if len(made[-1].content) < size * _WORTH_IT:
            formats.append(
                [one for at, one in enumerate(made) if all(_smaller(one, wider) for wider in made[at + 1 :])]
            )
    # Browsers take the first format they know, so the smallest comes first.
    formats.sort(key=lambda made: len(made[-1].content))
    return tuple(variant for made in formats for variant in made)


def _smaller(one: Variant, other: Variant) -> bool:
    return len(one.content) < len(other.content)


def _plain(image: Image.Image) -> Image.Image:
    clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    plain = image.convert("RGBA" if clear else "RGB")
    if image.mode == "CMYK":
        plain.info.pop("icc_profile", None)
    return plain


def _resized(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    smooth = _plain(image) if image.mode in ("P", "1") else image
    return smooth.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)


def _written(image: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    written = BytesIO()
    profile = image.info.get("icc_profile")
    image.save(written, kind, icc_profile=profile, exif=b"", **options)
    return written.getvalue()


@cache
def picture_digest() -> str:
    """Return a digest of all that shapes a made picture but the picture itself."""
    digest = hashlib.sha256()
    for name in ("picture_metadata.py", "picture_variants.py"):
        digest.update(Path(__file__).with_name(name).read_bytes())
    for library in ("pil", "webp", "avif", "libjpeg_turbo", "zlib"):
        digest.update(f"{library} {features.version(library)}".encode())
    return digest.hexdigest()
