"""Titles that try to break pages, feeds, texts and cards, and the languages they are tried in."""

from __future__ import annotations

LANGUAGES = ("en", "nb", "fi", "pl", "ar", "ja")
TITLES = (
    "Crew families 👨‍👩‍👧‍👦👩🏽‍✈️🏴‍☠️🇳🇴",
    "👨‍👩‍👧‍👦" * 90,
    "العبّارة تأخرت עברית twice",
    "Z̷̡͉͖̿a̴̧l̵g̶̈́o " * 30,
    "नमस्ते दुनिया " * 40,
    "Long " + "sea " * 123 + "end",
    "w" * 500,
    "渡船晚点的教训。" * 60,
    "Fish & chips <5 kr> \"quoted\" 'single' 100 % + #1 @all",
    "See havlinje.no, log.py and https://other.example/path now",
    "e\u0301" * 400,
)
