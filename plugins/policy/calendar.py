"""Days: which of them count, and on which a post fits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from ..site_model import House, Pause

DAY = timedelta(days=1)


class UnknownCountryError(Exception):
    """No public holidays are known for a country."""


@cache
def public_holidays(country: str, year: int) -> frozenset[date]:
    """Return a country's public holidays. Only here is `holidays` imported: most checks need none."""
    from holidays import country_holidays

    try:
        return frozenset(country_holidays(country, years=year))
    except NotImplementedError as error:
        raise UnknownCountryError(country) from error


class DaysOff(Struct, frozen=True, kw_only=True):
    """Days on which nobody is expected to post: before the policy was adopted, in a pause, on a public holiday."""

    adopted: date | None = None
    pauses: tuple[Pause, ...] = ()
    countries: tuple[str, ...] = ()

    def covers(self, day: date) -> bool:
        """Say whether that day is off."""
        if self.adopted and day < self.adopted:
            return True
        if any(pause.start <= day <= pause.until for pause in self.pauses):
            return True
        return any(day in public_holidays(country, day.year) for country in self.countries)

    def count_between(self, start: date, until: date) -> int:
        """Count the days that are not off after `start` and before `until`."""
        if self.adopted:
            start = max(start, self.adopted - DAY)
        return sum(not self.covers(day) for day in days_between(start, until))


def days_off(house: House) -> DaysOff:
    """Return the days off that the policy names; where it names no countries, the company's own counts."""
    policy = house.policy
    own = (policy.company.country,) if policy.company.country else ()
    if not policy.cadence:
        return DaysOff(adopted=policy.adopted, countries=own)
    return DaysOff(adopted=policy.adopted, pauses=policy.cadence.pauses, countries=policy.cadence.holidays or own)


def days_between(start: date, until: date) -> Iterator[date]:
    """Yield every day after `start` and before `until`."""
    for number in range(1, (until - start).days):
        yield start + number * DAY
