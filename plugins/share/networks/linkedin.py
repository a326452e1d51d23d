"""LinkedIn."""

from __future__ import annotations

import re
from typing import ClassVar

from ...site_model import Post, Prefill
from ..network import Utf16Network, with_query

_ESCAPED = str.maketrans({char: f"\\{char}" for char in "\\<>#~_|[]*(){}@"})
# A pattern that begins with what it must find is looked for in a fraction of the time.
_HASHTAG = re.compile(r"#(?<!\S#)(\w*[^\W\d]\w*)(?!\S)")


class LinkedIn(Utf16Network):
    """Opens with the link alone, so the text is pasted; its interface wants marks escaped ("little text")."""

    id: ClassVar[str] = "linkedin"
    name: ClassVar[str] = "LinkedIn"
    prefill: ClassVar[Prefill] = "url"

    def intent(self, text: str, url: str, title: str) -> str:
        """Open LinkedIn with the link."""
        return with_query("https://www.linkedin.com/sharing/share-offsite/", url=url)

    def native(self, text: str, post: Post, url: str) -> dict[str, object]:
        """Return the commentary of a post, escaped, with hashtags as LinkedIn's own template."""
        return {"commentary": little_text(text)}


def little_text(text: str) -> str:
    """Escape what LinkedIn reserves and write hashtags as `{hashtag|\\#|Tag}`."""
    parts = _HASHTAG.split(text)
    escaped = [part.translate(_ESCAPED) for part in parts]
    return "".join([f"{{hashtag|\\#|{part}}}" if index % 2 else part for index, part in enumerate(escaped)])
