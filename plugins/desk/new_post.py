"""The front matter of a new post, from answers checked against the policy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import get_args

from ..site_model import House, Problem, SetupError, Spot, Voice, words_in
from ..site_model.did_you_mean import did_you_mean
from .ask import ask, choose

FIELDS = {
    "title": "what the post is called",
    "authors": "ids of the people who write it, with commas",
    "topic": "id of a topic of the strategy",
    "audience": "id of an audience of the strategy",
    "goal": "id of a goal of the strategy",
    "voice": "personal, professional or official",
    "lang": "language, such as en",
    "summary": "one or two sentences of plain text",
    "date": "day it is to appear, such as 2026-03-10",
}
_PLAIN = re.compile(r"[\w(][\w ,.()/!?'-]*")


def answers_for(given: Mapping[str, str | None], house: House) -> dict[str, str]:
    """Complete what was typed by asking. Raises SetupError for a value that is not allowed, NobodyThereError."""
    language = house.policy.company.languages[0]
    strategy = house.policy.strategy
    staff = {
        name: words_in(person.role, language)
        for name, person in house.people.items()
        if person.guest or person.employed_on(house.today)
    }
    allowed = {
        "authors": staff,
        "topic": {name: words_in(topic.name, language) for name, topic in strategy.topics.items()},
        "audience": {name: words_in(audience.name, language) for name, audience in strategy.audiences.items()},
        "goal": {name: words_in(goal.name, language) for name, goal in strategy.goals.items()},
        "voice": dict.fromkeys(get_args(Voice), ""),
        "lang": dict.fromkeys(house.policy.company.languages, ""),
    }
    answers = {}
    for name, help_text in FIELDS.items():
        answers[name] = (given.get(name) or "").strip()
        if name in allowed:
            many = name == "authors"
            typed = [word.strip() for word in answers[name].split(",") if word.strip()]
            _refuse(name, typed, allowed[name])
            chosen = typed or choose(f"{name.capitalize()}: {help_text}", allowed[name], many=many)
            answers[name] = ", ".join(chosen)
        elif name == "date":
            answers[name] = _day(answers[name] or house.today.isoformat())
        elif not answers[name]:
            answers[name] = ask(f"{name.capitalize()} ({help_text})")
    return answers


def render_post(answers: Mapping[str, str]) -> str:
    """Return the file's text, with a word of advice where something is left to write."""
    lines = [
        f"title: {quoted(answers['title'])}",
        f"date: {answers['date']}",
        f"authors: [{answers['authors']}]",
        *(f"{name}: {answers[name]}" for name in ("topic", "audience", "goal", "voice")),
        "# `none`, or who gave, paid or owns what: {kind: gift, by: ..., what: ...}",
        "disclosure: none",
        f"summary: {quoted(answers['summary'])}",
        f"lang: {answers['lang']}",
        "# Facts need sources: link to them in the text, or list them here and point to them with [@id].",
        "sources: []",
        "tags: []",
    ]
    return "\n".join(["---", *lines, "---", "", ""])


def quoted(text: str) -> str:
    """Return the text as YAML, in quotes unless it is plain beyond doubt."""
    if _PLAIN.fullmatch(text) and not text.endswith((" ", ":")):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def _refuse(name: str, typed: list[str], allowed: Mapping[str, str]) -> None:
    for word in typed:
        if word not in allowed:
            fix = did_you_mean(word, allowed)
            raise SetupError((Problem(Spot(f"--{name}"), "bad-value", f"'{word}' is no {name} of the policy", fix),))


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        fix = "Write a day such as 2026-03-10."
        raise SetupError((Problem(Spot("--date"), "bad-value", f"'{text}' is no day", fix),)) from error
