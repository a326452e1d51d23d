"""Direct quotations, and whether the words around them say whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .claim import Claim
from .patterns import Patterns

_QUOTED = re.compile(
    '“[^“”]+”|„[^„“”"]+[“”"]|«[^«»]+»|»[^«»]+[«»]|(?<!\\w)”[^“”]+”|(?<![\\w"])"(?=[^\\s"])[^"“”]+(?<!\\s)"(?!\\w)'
)
_OPENING = re.compile('[“„«»”"]')
_CAPITAL = "[A-ZÀ-ÞĄĆĘŁŃŚŹŻ]"
_SIGNED = re.compile(rf"\s*(?:[–—~-]|\(\s*{_CAPITAL}|,\s*{_CAPITAL})|\s*\n\W*(?:{_CAPITAL}[\w.-]+\s){{2}}")
_FULL_NAME = re.compile(rf"{_CAPITAL}\w+\s{_CAPITAL}\w+")
_INTRODUCED = re.compile(r"\w+\W+\w+\W+\w+:\s*$")
LEAST_WORDS = 8
LONGEST_SHOWN = 50


def find_quotations(words: str, around: str, known: Patterns, *, set_apart: bool) -> Iterator[Claim]:
    """Yield the quotations for which no words say whose they are.

    Only what fills a block set apart, or follows a colon, is taken for a quotation: elsewhere quotation marks hold
    titles, examples and wordings more often than somebody's words. `around` may name the speaker.
    """
    if not _OPENING.search(words) or known.saying.search(_QUOTED.sub(" ", words)):
        return
    for quoted in _QUOTED.finditer(words):
        text = quoted[0]
        if len(text.split()) < LEAST_WORDS or text[-2] == "?" or _SIGNED.match(words, quoted.end()):
            continue
        if set_apart and _stands_alone(words, quoted):
            named = bool(_FULL_NAME.search(around) or known.saying.search(around))
        else:
            named = not _introduced_by_nobody(words[: quoted.start()], known)
        if not named:
            yield Claim("quotation", _shortened(text), *quoted.span())


def _stands_alone(words: str, quoted: re.Match[str]) -> bool:
    rest = words[: quoted.start()] + words[quoted.end() :]
    return not any(letter.isalnum() for letter in rest)


def _introduced_by_nobody(before: str, known: Patterns) -> bool:
    return bool(_INTRODUCED.search(before)) and not (known.naming.search(before) or _FULL_NAME.search(before))


def _shortened(quoted: str) -> str:
    text = " ".join(quoted[1:-1].split())
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"
