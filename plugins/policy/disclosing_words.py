"""Words that tell readers who paid, gave or owns what; the beginning of a word is enough."""

from __future__ import annotations

import re

from ..site_model import Disclosure

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "gift": "gift given free",
        "sponsored": "ad advert sponsor paid",
        "own-product": "our ours own",
        "investment": "own owns share invest",
        "family": "family relative married husband wife brother sister father mother son daughter",
    },
    "nb": {
        "gift": "gave fikk gratis",
        "sponsored": "annonse reklame spons betal",
        "own-product": "vår egen eget egne",
        "investment": "eier medeier andel invester",
        "family": "famil slekt gift bror søster far mor sønn datter",
    },
    "nn": {
        "gift": "gåve fekk gratis",
        "sponsored": "annonse reklame spons betal",
        "own-product": "vår eige eigne",
        "investment": "eig medeig del invester",
        "family": "famil slekt gift bror syster far mor son dotter",
    },
    "fi": {
        "gift": "lahja saatu saimme ilmai",
        "sponsored": "mainos kaupalli spons makset",
        "own-product": "oma meidän",
        "investment": "omist osuu sijoit",
        "family": "perhe suku sukul veli veljen sisar aviomi vaimo isä äiti",
    },
    "pl": {
        "gift": "prezent podarun otrzyma dosta gratis",
        "sponsored": "reklam sponsor płatn opłac",
        "own-product": "nasz własn",
        "investment": "udział inwest właścic",
        "family": "rodzin brat siostr mąż żona ojciec matk syn córk krewn",
    },
}
"""In languages that are not here, the English words count."""


def discloses(text: str, disclosed: Disclosure, language: str, also: tuple[str, ...] = ()) -> bool:
    """Say whether the text has a word for what is disclosed; hashtags count as words."""
    table = WORDS.get(language) or WORDS.get(language.partition("-")[0]) or WORDS["en"]
    beginnings = (*table[disclosed.kind].split(), *(word.casefold() for word in also))
    words = re.findall(r"\w+", text.casefold())
    return any(_begins(word, beginning) for word in words for beginning in beginnings)


def _begins(word: str, beginning: str) -> bool:
    return word == beginning if len(beginning) < 3 else word.startswith(beginning)
