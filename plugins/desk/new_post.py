"""The front matter of a new post, from answers checked against the policy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import get_args

from ..site_model import House, Voice, words_in
from ..site_model.did_you_mean import did_you_mean
from .ask import AnswerError, ask, choose

FIELDS = {
    "title": "what the post is called",
    "authors": "ids of the people who write it, with commas",
    "topic": "id of a topic of the strategy",
    "audience": "id of an audience of the strategy",
    "goal": "id of a goal of the strategy",
    "voice": "personal, professional or official",
    "disclosure": "what readers must know about gifts, payment and own interests",
    "by": "who gave, paid or owns it",
    "what": "what was given, paid or owned",
    "lang": "language, such as en",
    "summary": "one or two sentences of plain text",
    "date": "day it is to appear, such as 2026-03-10",
}
INTERESTS = {
    "none": "nobody gave or paid anything, and nobody stands to gain",
    "gift": "somebody gave the author or the company something",
    "sponsored": "somebody paid for the post",
    "own-product": "the post is about something the company sells",
    "investment": "the author or the company owns a part of it",
    "family": "it is about somebody close to the author",
}
_EMPTY_IN_YAML = ("null", "~")
_PLAIN = re.compile(r"[\w(][\w ,.()/!?'-]*")


def answers_for(given: Mapping[str, str | None], house: House) -> dict[str, str]:
    """Complete what was typed by asking. Raises AnswerError for a value that is not allowed, NobodyThereError."""
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
        "disclosure": INTERESTS,
        "lang": dict.fromkeys(house.policy.company.languages, ""),
    }
    answers = {}
    for name, help_text in FIELDS.items():
        answers[name] = (given.get(name) or "").strip()
        if name in ("by", "what") and answers["disclosure"] == "none":
            answers[name] = ""
        elif name in allowed:
            answers[name] = ", ".join(_chosen(name, help_text, answers[name], allowed[name]))
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
        *(f"{name}: {answers[name]}" for name in ("topic", "audience", "goal", "voice") if answers[name]),
        f"disclosure: {_disclosure(answers)}",
        f"summary: {quoted(answers['summary'])}",
        f"lang: {answers['lang']}",
        "# Facts need sources: link to them in the text, or list them here and point to them with [@id].",
        "sources: []",
        "tags: []",
    ]
    return "\n".join(["---", *lines, "---", "", ""])


def quoted(text: str) -> str:
    """Return the text as YAML, in quotes unless it is plain beyond doubt."""
    if _PLAIN.fullmatch(text) and not text.endswith(" ") and text not in _EMPTY_IN_YAML:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def _disclosure(answers: Mapping[str, str]) -> str:
    if answers["disclosure"] == "none":
        return "none"
    return f"{{kind: {answers['disclosure']}, by: {_in_braces(answers['by'])}, what: {_in_braces(answers['what'])}}}"


def _in_braces(text: str) -> str:
    return quoted(text) if "," not in text else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _chosen(name: str, help_text: str, given: str, allowed: Mapping[str, str]) -> list[str]:
    """Return what was typed, or ask; where the policy lists nothing, there is nothing to ask for."""
    typed = [word.strip() for word in given.split(",") if word.strip()]
    for word in typed:
        if word not in allowed:
            raise AnswerError(f"--{name}: '{word}' is none of those that the policy knows", did_you_mean(word, allowed))
    if typed or not allowed:
        return typed
    return choose(f"{name.capitalize()}: {help_text}", allowed, many=name == "authors")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise AnswerError(f"--date: '{text}' is no day", "Write a day such as 2026-03-10.") from error
