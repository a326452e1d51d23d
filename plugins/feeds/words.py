"""The few words that feeds add to a post, by language."""

from __future__ import annotations

from msgspec import Struct


class FeedWords(Struct, frozen=True, kw_only=True):
    """One language's words. Names and days are set beside them, never inside, so nothing needs inflecting."""

    name: str
    disclosure: str
    kinds: dict[str, str]
    correction: str
    sources: str
    accessed: str
    withdrawn: str
    was_withdrawn: str


_ENGLISH = FeedWords(
    name="English",
    disclosure="Disclosure",
    kinds={
        "gift": "gift",
        "sponsored": "sponsored",
        "own-product": "our own product",
        "investment": "financial interest",
        "family": "family ties",
    },
    correction="Correction",
    sources="Sources",
    accessed="accessed",
    withdrawn="Withdrawn",
    was_withdrawn="This post was withdrawn",
)

_BOKMAL = FeedWords(
    name="norsk bokmål",
    disclosure="Til opplysning",
    kinds={
        "gift": "gave",
        "sponsored": "sponset",
        "own-product": "eget produkt",
        "investment": "eierandel",
        "family": "familiebånd",
    },
    correction="Rettelse",
    sources="Kilder",
    accessed="hentet",
    withdrawn="Trukket tilbake",
    was_withdrawn="Dette innlegget ble trukket tilbake",
)

_NYNORSK = FeedWords(
    name="norsk nynorsk",
    disclosure="Til opplysning",
    kinds={
        "gift": "gåve",
        "sponsored": "sponsa",
        "own-product": "eige produkt",
        "investment": "eigardel",
        "family": "familieband",
    },
    correction="Retting",
    sources="Kjelder",
    accessed="henta",
    withdrawn="Trekt tilbake",
    was_withdrawn="Dette innlegget vart trekt tilbake",
)

_FINNISH = FeedWords(
    name="suomi",
    disclosure="Sidonnaisuudet",
    kinds={
        "gift": "lahja",
        "sponsored": "maksettu yhteistyö",
        "own-product": "oma tuote",
        "investment": "sijoitus",
        "family": "perhesuhde",
    },
    correction="Korjaus",
    sources="Lähteet",
    accessed="viitattu",
    withdrawn="Vedetty pois",
    was_withdrawn="Tämä kirjoitus vedettiin pois",
)

_POLISH = FeedWords(
    name="polski",
    disclosure="Informacja o powiązaniach",
    kinds={
        "gift": "prezent",
        "sponsored": "treść sponsorowana",
        "own-product": "własny produkt",
        "investment": "udziały finansowe",
        "family": "więzi rodzinne",
    },
    correction="Sprostowanie",
    sources="Źródła",
    accessed="dostęp",
    withdrawn="Wycofano",
    was_withdrawn="Ten wpis wycofano",
)

WORDS = {"en": _ENGLISH, "nb": _BOKMAL, "no": _BOKMAL, "nn": _NYNORSK, "fi": _FINNISH, "pl": _POLISH}


def feed_words(language: str) -> FeedWords:
    """Return the words of a language, of its main form (`nb` for `nb-NO`), or else English."""
    return WORDS.get(language.lower().partition("-")[0], _ENGLISH)


def language_name(language: str) -> str:
    """Return what a language calls itself, or its code where we do not know."""
    known = WORDS.get(language.lower().partition("-")[0])
    return known.name if known else language
