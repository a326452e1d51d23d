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
_INTRODUCED = re.compile(r"(?:\w+[^\w.!?”\"]+){2}\w+:\s*$")
_SIGNATURE = re.compile(rf"[–—]\s*{_CAPITAL}[^.!?]*$")
_LETTER = re.compile(r"[^\W\d_]")
LEAST_WORDS = 8
LEAST_WORDS_WITHIN = 12
LONGEST_SHOWN = 50


def find_quotations(words: str, around: str, known: Patterns, *, set_apart: bool) -> Iterator[Claim]:
    """Yield the quotations for which no words say whose they are.

    Taken for a quotation is what fills a block set apart, what follows a colon, and what is long and goes on with
    the sentence around it in small letters. All else in quotation marks is a title, an example or a wording more
    often than somebody's words. `around` may name the speaker of a block set apart.
    """
    if not _OPENING.search(words):
        return
    rest = _QUOTED.sub(" ", words)
    if known.saying.search(rest):
        return
    alone = set_apart and not _LETTER.search(rest)
    if alone and (_FULL_NAME.search(around) or known.saying.search(around)):
        return
    for quoted in _QUOTED.finditer(words):
        length = len(quoted[0].split())
        if length < LEAST_WORDS or quoted[0][-2] == "?" or _SIGNED.match(words, quoted.end()):
            continue
        before = words[: quoted.start()]
        if (
            alone
            or _introduced_by_nobody(before, known)
            or (length >= LEAST_WORDS_WITHIN and _woven(quoted[0], before))
        ):
            yield Claim("quotation", _shortened(quoted[0]), *quoted.span())


def find_quoted(words: str, *, set_apart: bool) -> list[tuple[int, int]]:
    """Return where others speak: in quotation marks, and in all of a block set apart that ends with a name.

    What is said there, the writer does not claim.
    """
    if set_apart and _SIGNATURE.search(words):
        return [(-1, len(words))]
    return [match.span() for match in _QUOTED.finditer(words)] if _OPENING.search(words) else []


def _introduced_by_nobody(before: str, known: Patterns) -> bool:
    return bool(_INTRODUCED.search(before)) and not (known.naming.search(before) or _FULL_NAME.search(before))


def _woven(quoted: str, before: str) -> bool:
    first = _LETTER.search(quoted)
    return bool(first and first[0].islower() and before.rstrip()[-1:].isalpha())


def _shortened(quoted: str) -> str:
    text = " ".join(quoted[1:-1].split())
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"
