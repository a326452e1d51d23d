"""The few words that snippets add of their own, by language: what is disclosed, and who the speaker works for."""

from __future__ import annotations

from typing import Literal, TypeVar

from ..site_model import Disclosure

Phrase = TypeVar("Phrase", str, dict[str, str])

# Written so that no name has to be inflected.
EMPLOYED = {
    "en": "I work at {company}.",
    "nb": "Jeg jobber i {company}.",
    "nn": "Eg jobbar i {company}.",
    "da": "Jeg arbejder hos {company}.",
    "sv": "Jag arbetar på {company}.",
    "fi": "Työnantajani on {company}.",
    "pl": "Moim pracodawcą jest {company}.",
    "de": "Ich arbeite bei {company}.",
    "nl": "Ik werk bij {company}.",
    "fr": "Je travaille chez {company}.",
    "es": "Trabajo en {company}.",
    "pt": "Trabalho na empresa {company}.",
    "ja": "{company}で働いています。",
}

DISCLOSED: dict[str, dict[str, str]] = {
    "en": {
        "gift": "Gift",
        "sponsored": "Sponsored",
        "own-product": "Our own product",
        "investment": "We own a share",
        "family": "Family tie",
    },
    "nb": {
        "gift": "Gave",
        "sponsored": "Annonse, sponset",
        "own-product": "Vårt eget produkt",
        "investment": "Vi eier en del",
        "family": "Familiebånd",
    },
    "nn": {
        "gift": "Gåve",
        "sponsored": "Annonse, sponsa",
        "own-product": "Vårt eige produkt",
        "investment": "Vi eig ein del",
        "family": "Familieband",
    },
    "da": {
        "gift": "Gave",
        "sponsored": "Reklame, sponsoreret",
        "own-product": "Vores eget produkt",
        "investment": "Vi ejer en andel",
        "family": "Familiebånd",
    },
    "sv": {
        "gift": "Gåva",
        "sponsored": "Reklam, sponsrat",
        "own-product": "Vår egen produkt",
        "investment": "Vi äger en del",
        "family": "Familjeband",
    },
    "fi": {
        "gift": "Lahja",
        "sponsored": "Mainos, kaupallinen yhteistyö",
        "own-product": "Oma tuotteemme",
        "investment": "Omistamme osuuden",
        "family": "Perheside",
    },
    "pl": {
        "gift": "Prezent",
        "sponsored": "Reklama, materiał sponsorowany",
        "own-product": "Nasz własny produkt",
        "investment": "Mamy udziały",
        "family": "Więzi rodzinne",
    },
    "de": {
        "gift": "Geschenk",
        "sponsored": "Anzeige, gesponsert",
        "own-product": "Unser eigenes Produkt",
        "investment": "Wir sind beteiligt",
        "family": "Familiäre Verbindung",
    },
    "nl": {
        "gift": "Cadeau",
        "sponsored": "Advertentie, gesponsord",
        "own-product": "Ons eigen product",
        "investment": "Wij hebben een belang",
        "family": "Familieband",
    },
    "fr": {
        "gift": "Cadeau",
        "sponsored": "Publicité, sponsorisé",
        "own-product": "Notre propre produit",
        "investment": "Nous détenons une part",
        "family": "Lien familial",
    },
    "es": {
        "gift": "Regalo",
        "sponsored": "Publicidad, patrocinado",
        "own-product": "Nuestro propio producto",
        "investment": "Tenemos una participación",
        "family": "Vínculo familiar",
    },
    "pt": {
        "gift": "Presente",
        "sponsored": "Publicidade, patrocinado",
        "own-product": "O nosso próprio produto",
        "investment": "Temos uma participação",
        "family": "Laço familiar",
    },
    "ja": {
        "gift": "贈り物",
        "sponsored": "広告・スポンサー提供",
        "own-product": "自社製品",
        "investment": "出資先",
        "family": "家族関係",
    },
}


def employment(company: str, language: str) -> str:
    """Say in the first person for whom the speaker works."""
    return _in(EMPLOYED, language).format(company=company)


def disclosure(disclosed: Disclosure | Literal["none"] | None, language: str) -> str:
    """Say in one line what the reader must know, as `Gift: a cabin for two, Sundby Travel.`; or nothing."""
    if disclosed is None or disclosed == "none":
        return ""
    label = _in(DISCLOSED, language)[disclosed.kind]
    facts = ", ".join(filter(None, (disclosed.what, disclosed.by)))
    return f"{label}: {facts}." if facts else f"{label}."


def _in(table: dict[str, Phrase], language: str) -> Phrase:
    return table.get(language) or table.get(language.partition("-")[0]) or table["en"]
