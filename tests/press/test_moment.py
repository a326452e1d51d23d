"""A post's moment is Pelican's own, and quicker."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from pelican.utils import SafeDatetime, strftime

from pelican.plugins.press.moment import moment_of

MOMENT = datetime(2026, 3, 9, 8, 5, tzinfo=timezone(timedelta(hours=1)))
PATTERNS = ("%Y-%m-%d", "%-d %B %Y", "%%d %z", "%d", "%-d", "%d")


def test_a_moment_reads_as_pelicans_own_does_however_often_it_is_asked() -> None:
    stock, ours = SafeDatetime.combine(MOMENT.date(), MOMENT.timetz()), moment_of(MOMENT)
    assert [ours.strftime(pattern) for pattern in PATTERNS] == [stock.strftime(pattern) for pattern in PATTERNS]
    assert [strftime(ours, pattern) for pattern in PATTERNS] == [strftime(stock, pattern) for pattern in PATTERNS]
    assert f"{ours:%Y-%m}" == "2026-03"


def test_the_same_moment_elsewhere_reads_as_it_is_there() -> None:
    here, there = moment_of(MOMENT), moment_of(MOMENT.astimezone(UTC))
    assert here == there
    assert (here.strftime("%H:%M"), there.strftime("%H:%M")) == ("08:05", "07:05")
