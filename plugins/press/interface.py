"""The theme's own words, dates and numbers in the reader's language, from message catalogues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from gettext import GNUTranslations, NullTranslations
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_day_names
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal
from babel.units import format_unit
from markupsafe import escape

from ..site_model import Problem, SetupError, Spot

TEMPLATE = "masthead.pot"
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class UnknownTextError(LookupError):
    """A template asks for a text that `theme/translations/masthead.pot` does not have."""


@dataclass(frozen=True)
class Interface:
    """What the theme says and how it writes dates and numbers; English where a translation is missing.

    `plurals` maps each known text to whether it has a plural; `country` picks the spelling of dates, so that
    English in Norway reads "10 March 2026". `digest` is that of all the catalogues' bytes.
    """

    plurals: Mapping[str, bool]
    catalogues: Mapping[str, NullTranslations]
    english: NullTranslations
    country: str = ""
    digest: str = ""

    @property
    def functions(self) -> dict[str, Callable[..., object]]:
        """Return what templates call, by the name they call it."""
        named = (self.t, self.date_in, self.number_in, self.hours_in, self.weekdays_in, self.language_in)
        return {function.__name__: function for function in named}

    def t(self, key: str, lang: str, *, n: int = 0, **values: object) -> str:
        """Return the text `key` in `lang`, with `{name}` filled in; `n` chooses the plural.

        A value that is markup stays markup, and the rest of the text is then escaped.
        """
        if key not in self.plurals:
            raise UnknownTextError(f"no text {key!r} in theme/translations/{TEMPLATE}")
        catalogue = self.catalogues.get(lang) or self.catalogues.get(lang.split("-", maxsplit=1)[0], self.english)
        if self.plurals[key]:
            text = catalogue.ngettext(key, key, n)
            values["n"] = self.number_in(n, lang)
        else:
            text = catalogue.gettext(key)
        if any(hasattr(value, "__html__") for value in values.values()):
            return escape(text).format(**values)
        return text.format(**values)

    def date_in(self, day: date, lang: str, style: Literal["short", "medium", "long", "full"] = "long") -> str:
        """Write a day as people do in `lang`."""
        return format_date(day.date() if isinstance(day, datetime) else day, style, locale=self._locale(lang))

    def number_in(self, number: float, lang: str) -> str:
        """Write a number with the separators of `lang`."""
        return format_decimal(number, locale=self._locale(lang))

    def hours_in(self, hours: float, lang: str) -> str:
        """Write a length of time, in minutes where it is under an hour."""
        value, unit = (round(hours * 60), "duration-minute") if hours < 1 else (hours, "duration-hour")
        long = format_unit(value, unit, "long", locale=self._locale(lang))
        # Babel gives the unit's own name where it misses a pattern, as for hours in Dutch.
        return format_unit(value, unit, "short", locale=self._locale(lang)) if unit in long else long

    def weekdays_in(self, days: Iterable[str], lang: str) -> str:
        """Write days of the week in their order, neighbours as a range."""
        names = get_day_names("abbreviated", "stand-alone", self._locale(lang))
        runs: list[list[int]] = []
        for day in sorted({WEEK.index(day) for day in days}):
            if runs and runs[-1][-1] == day - 1:
                runs[-1].append(day)
            else:
                runs.append([day])
        spans = (names[run[0]] if len(run) == 1 else f"{names[run[0]]}–{names[run[-1]]}" for run in runs)
        return ", ".join(spans)

    def language_in(self, code: str, lang: str) -> str:
        """Return the name of the language `code`, as `lang` calls it; the code itself where nobody knows it."""
        named = _known(code)
        return named.get_display_name(_locale(lang, "")) or code if named else code

    def _locale(self, lang: str) -> Locale:
        return _locale(lang, self.country)


@cache
def _known(identifier: str) -> Locale | None:
    # Kept, because Babel looks through all its files for each name that it does not know.
    try:
        return Locale.parse(identifier, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _locale(lang: str, country: str) -> Locale:
    plain = lang.split("-", maxsplit=1)[0]
    return (country and _known(f"{plain}-{country}")) or _known(lang) or _known(plain) or Locale("en")


def load_interface(theme: Path, country: str = "") -> Interface:
    """Read `translations/` of the theme: the template holds the English texts, one catalogue each other language."""
    folder = theme / "translations"
    places = sorted(folder.glob("*/LC_MESSAGES/messages.po"))
    digest = sha256(b"\0".join(f"{place}\0".encode() + place.read_bytes() for place in (folder / TEMPLATE, *places)))
    template = _load_catalogue(folder / TEMPLATE)
    plurals = {}
    for message in template:
        if message.id:
            message.string = message.id
            plurals[message.id if isinstance(message.id, str) else message.id[0]] = message.pluralizable
    english = _compile(template)
    catalogues = {}
    for path in places:
        translations = _compile(_load_catalogue(path))
        translations.add_fallback(english)
        catalogues[path.parent.parent.name] = translations
    return Interface(plurals, catalogues, english, country, digest.hexdigest())


def _load_catalogue(path: Path) -> Catalog:
    try:
        with path.open("rb") as file:
            return read_po(file, locale=None if path.name == TEMPLATE else path.parent.parent.name, abort_invalid=True)
    except OSError as error:
        raise _broken(path, f"cannot be read: {error.strerror}", "Restore the file from the theme.") from error
    except (PoFileError, UnknownLocaleError, ValueError) as error:
        raise _broken(
            path, f"not a message catalogue: {error}", "Correct the file; `msgfmt -c` names the line."
        ) from error


def _broken(path: Path, message: str, fix: str) -> SetupError:
    return SetupError((Problem(Spot(path.as_posix()), "unreadable", message, fix),))


def _compile(catalogue: Catalog) -> GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
