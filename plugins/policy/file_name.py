"""The name of a file behind an address written in a post."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

_MARKER = re.compile(r"^[{|]\w+[}|]")
"""Pelican's own: `{static}`, `{attach}`, `{filename}`."""


def file_name(url: str) -> str:
    """Return the last part of the address, without Pelican's marker, query and fragment."""
    return posixpath.basename(unquote(_MARKER.sub("", url).split("#")[0].split("?")[0]))
