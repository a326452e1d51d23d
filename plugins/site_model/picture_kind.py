"""Whether a picture is what its name says, and one that browsers show."""

from __future__ import annotations

_BEGINNINGS = {
    ".png": (0, b"\x89PNG\r\n\x1a\n"),
    ".jpg": (0, b"\xff\xd8\xff"),
    ".jpeg": (0, b"\xff\xd8\xff"),
    ".gif": (0, b"GIF8"),
    ".webp": (8, b"WEBP"),
    ".avif": (4, b"ftypavi"),
}
_UNSHOWN = frozenset((".bmp", ".heic", ".heif", ".psd", ".tif", ".tiff"))

AS_USUAL = "Save it as JPEG, PNG, WebP or AVIF."
"""What to do about a picture that is refused."""


def picture_fault(suffix: str, content: bytes) -> str:
    """Say what is wrong with a picture, '' for a good one and for any other file."""
    suffix = suffix.lower()
    if suffix in _UNSHOWN:
        # Nobody here can take out of it what it tells of people and places.
        return f"is a '{suffix}' picture, which browsers do not show"
    at, beginning = _BEGINNINGS.get(suffix, (0, b""))
    return "" if content.startswith(beginning, at) else f"is no '{suffix}' picture, whatever its name says"
