"""The rule `trained-author`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from ...site_model import House, Post
from ..amounts import Days
from ..bylines import inherits, known_bylines
from ..finding import EDITOR, Finding
from ..rule import Example, Invalid, Rule

_LARS = "name: Lars Holm\nemployed: {from: 2020-01-01}\n"
_GUEST = "name: Ada Vik\nguest: {organisation: Vik Marine Research, sponsor: mikko-salo}\n"


@dataclass(frozen=True)
class TrainedAuthor(Rule):
    """Everybody who signs a post was trained before it, and not too long before.

    Training is what lets a company trust its people to write freely: they know the rules, the tone and where the
    limits are. It wears off, so it counts for `valid_days`. Guests answer to their sponsor and may be exempt.
    """

    id = "trained-author"
    clause = "W4"
    who = EDITOR
    fix = "Train the author, and write the day into `trained:` in the person's file."
    VALID = [
        Example("authors: [kari-lund]"),
        Example("authors: [ada-vik]", files={"authors/ada-vik.yaml": _GUEST}),
    ]
    INVALID = [
        Invalid("authors: [lars-holm]", files={"authors/lars-holm.yaml": _LARS}, says="Lars Holm was never trained"),
        Invalid(
            "authors: [lars-holm]",
            files={"authors/lars-holm.yaml": _LARS + "trained: 2026-03-12\n"},
            says="Lars Holm was trained on 2026-03-12, after the post of 2026-03-10",
        ),
        Invalid(
            "authors: [lars-holm]",
            files={"authors/lars-holm.yaml": _LARS + "trained: 2020-02-01\n"},
            says="the training of Lars Holm, 2020-02-01, was out of date by 2022-02-01",
        ),
        Invalid(
            "authors: [ada-vik]",
            files={"authors/ada-vik.yaml": _GUEST},
            policy="rules: {trained-author: {exempt_guests: false}}",
            says="Ada Vik was never trained",
        ),
    ]

    valid_days: Days = field(default=731, metadata={"doc": "Days for which a training counts."})
    exempt_guests: bool = field(default=True, metadata={"doc": "Whether guests may write untrained."})

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Compare each author's day of training with the day of the post."""
        if inherits(post, "authors", "date"):
            return
        day = post.date.date()
        for spot, person in known_bylines(post, house):
            exempt = self.exempt_guests and person.guest and not person.employed_on(day)
            if not exempt and (wrong := self._lacking(person.name, person.trained, day)):
                fix = f"Train {person.name}, and write the day into `trained:` in {person.path}."
                yield self.finding(spot, wrong, fix=fix)

    def _lacking(self, name: str, trained: date | None, day: date) -> str:
        if trained is None:
            return f"{name} was never trained"
        if trained > day:
            return f"{name} was trained on {trained}, after the post of {day}"
        until = trained + timedelta(days=self.valid_days)
        return f"the training of {name}, {trained}, was out of date by {until}" if until < day else ""
