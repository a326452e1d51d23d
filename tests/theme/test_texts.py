"""The theme's own words: none is missing, none is left over, and each language says them by its own grammar."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes
from markupsafe import Markup

from pelican.plugins.press.interface import Interface, UnknownTextError, load_interface
from pelican.plugins.site_model import SetupError

THEME = Path(__file__).parents[2] / "theme"
LANGUAGES = ("nb", "nn", "fi", "pl", "nl", "de", "es", "pt", "ja")


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def texts(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


TEMPLATE = {key(message): message for message in catalogue(THEME / "translations" / "masthead.pot") if message.id}


@pytest.fixture(scope="module")
def interface() -> Interface:
    return load_interface(THEME, "NO")


def asked_for() -> set[str]:
    """Return every text that a template asks for."""
    found = set()
    for path in (THEME / "templates").rglob("*.*"):
        for call in Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "t":
                first = call.args[0]
                assert isinstance(first, nodes.Const), f"{path}:{call.lineno}: the text must stand there as it is"
                found.add(first.value)
    return found


def test_the_template_holds_exactly_what_the_pages_say() -> None:
    assert asked_for() == set(TEMPLATE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_with_its_blanks_and_plurals(language: str) -> None:
    translated = catalogue(THEME / "translations" / language / "LC_MESSAGES" / "messages.po")
    by_key = {key(message): message for message in translated if message.id}
    assert set(by_key) == set(TEMPLATE)
    for name, message in by_key.items():
        assert not message.fuzzy, name
        assert all(texts(message)), name
        assert all(set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", name)) for text in texts(message)), name
        assert len(texts(message)) == (translated.num_plurals if TEMPLATE[name].pluralizable else 1), name


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [("en", 1, "1 post"), ("en", 2, "2 posts"), ("pl", 1, "1 wpis"), ("pl", 3, "3 wpisy"), ("pl", 12, "12 wpisów"),
     ("fi", 2, "2 kirjoitusta"), ("ja", 2, "2件の記事"), ("nb", 1200, "1\N{NO-BREAK SPACE}200 innlegg")],
)  # fmt: skip
def test_a_number_takes_the_plural_and_the_separators_of_its_language(
    interface: Interface, language: str, count: int, said: str
) -> None:
    assert interface.t("{n} post", language, n=count) == said


def test_a_language_without_a_catalogue_is_spoken_to_in_english(interface: Interface) -> None:
    assert interface.t("Sources", "sv") == "Sources"
    assert interface.t("Sources", "nb-NO") == "Kilder"


def test_a_text_missing_in_one_language_is_said_in_english(tmp_path: Path) -> None:
    folder = tmp_path / "translations"
    (folder / "fi" / "LC_MESSAGES").mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (folder / "masthead.pot").write_text(head + 'msgid "Yes"\nmsgstr ""\n\nmsgid "No"\nmsgstr ""\n', "utf-8")
    (folder / "fi" / "LC_MESSAGES" / "messages.po").write_text(head + 'msgid "Yes"\nmsgstr "Kyllä"\n', "utf-8")
    interface = load_interface(tmp_path)
    assert [interface.t(text, "fi") for text in ("Yes", "No")] == ["Kyllä", "No"]


def test_a_text_that_nobody_wrote_is_refused(interface: Interface) -> None:
    with pytest.raises(UnknownTextError, match="Surces"):
        interface.t("Surces", "en")


def test_a_broken_catalogue_stops_with_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "translations"
    folder.mkdir()
    (folder / "masthead.pot").write_text("this is no catalogue\n", "utf-8")
    with pytest.raises(SetupError, match=r"masthead\.pot.*not a message catalogue"):
        load_interface(tmp_path)


def test_markup_filled_in_stays_markup_and_names_filled_in_do_not_become_it(interface: Interface) -> None:
    link = Markup('<a href="/x/">Kari</a>')
    assert interface.t("Invited by {person}", "en", person=link) == 'Invited by <a href="/x/">Kari</a>'
    both = interface.t("Granted by {person} on {date}", "en", person=link, date="<i>")
    assert both == 'Granted by <a href="/x/">Kari</a> on &lt;i&gt;'
    assert not hasattr(interface.t("Invited by {person}", "en", person="<i>"), "__html__")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "10 March 2026"),
        ("nb", "10. mars 2026"),
        ("fi", "10. maaliskuuta 2026"),
        ("pl", "10 marca 2026"),
        ("ja", "2026年3月10日"),
    ],
)
def test_dates_are_written_as_people_in_the_companys_country_write_them(
    interface: Interface, language: str, said: str
) -> None:
    assert interface.date_in(date(2026, 3, 10), language) == said


def test_hours_days_and_languages_are_said_in_words(interface: Interface) -> None:
    assert interface.hours_in(24, "pl") == "24 godziny"
    assert interface.hours_in(0.25, "fi") == "15 minuuttia"
    assert interface.weekdays_in(["sat", "mon", "tue", "wed"], "en") == "Mon–Wed, Sat"
    assert interface.language_in("fi", "nb") == "finsk"
    assert interface.language_in("xx", "nb") == "xx"
