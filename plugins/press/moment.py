"""When a post was published, as Pelican and its themes want it."""

from __future__ import annotations

import locale
from datetime import datetime

from pelican.utils import SafeDatetime


class Moment(SafeDatetime):
    """Pelican's moment, which puts itself into words once for each pattern: every list of posts asks for the same."""

    def strftime(self, fmt: str, safe: bool = True) -> str:
        """Return the moment in words, as the locale wants them."""
        known: dict[tuple[str, bool, str], str] = self.__dict__.setdefault("_words", {})
        asked = fmt, safe, locale.setlocale(locale.LC_TIME)
        if asked not in known:
            known[asked] = super().strftime(fmt, safe)
        return known[asked]


def moment_of(moment: datetime) -> SafeDatetime:
    """Return the same moment in Pelican's kind, with its offset."""
    made: SafeDatetime = Moment.combine(moment.date(), moment.timetz())
    return made
