"""Texts that a site may give once, or once per language."""

from __future__ import annotations

Words = str | dict[str, str]


def words_in(words: Words | None, language: str, *fallbacks: str) -> str:
    """Return the text in `language`, else in the first fallback that has one, else the first there is, else ''."""
    if not words:
        return ""
    if isinstance(words, str):
        return words
    for wanted in (language, *fallbacks):
        if wanted in words:
            return words[wanted]
    return next(iter(words.values()))
