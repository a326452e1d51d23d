"""When a post was published, as Pelican and its themes want it."""

from __future__ import annotations

import locale
import re
from datetime import datetime, time, tzinfo
from functools import lru_cache

from pelican.utils import SafeDatetime

_OF_THE_DAY = re.compile(r"(?:[^%]|%-?[aAbBdjmUwWyY%])*")
"""Patterns that ask for nothing but the day: hour, minute, and offset from Greenwich make no difference to them."""


class Moment(SafeDatetime):
    """Pelican's moment, which puts a pattern into words once: every list of posts asks for the same."""

    def strftime(self, fmt: str, safe: bool = True) -> str:
        """Return the moment in words, as the locale wants them."""
        of_the_day = _asks_for_the_day(fmt)
        here = datetime.combine(self.date(), time() if of_the_day else self.time())
        return _in_words(here, None if of_the_day else self.tzinfo, fmt, safe, locale.setlocale(locale.LC_TIME))


@lru_cache(maxsize=64)
def _asks_for_the_day(fmt: str) -> bool:
    return bool(_OF_THE_DAY.fullmatch(fmt))


@lru_cache(maxsize=16384)
def _in_words(here: datetime, zone: tzinfo | None, fmt: str, safe: bool, language: str) -> str:
    moment = SafeDatetime.combine(here.date(), here.time(), zone)
    return str(moment.strftime(fmt, safe))


def moment_of(moment: datetime) -> SafeDatetime:
    """Return the same moment in Pelican's kind, with its offset."""
    made: SafeDatetime = Moment.combine(moment.date(), moment.timetz())
    return made
