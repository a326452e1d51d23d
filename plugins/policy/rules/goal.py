"""The rule `goal`."""

from __future__ import annotations

from collections.abc import Iterator

from ...site_model import House, Post
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule
from ..strategy_choice import check_choice


class Goal(Rule):
    """Every post serves a goal of the strategy.

    Writing takes time, so the writer should know what a post is for before it is written. Goals have measures;
    posts that name theirs let the company see which goals it works on and which it only talks about.
    """

    id = "goal"
    clause = "C10"
    who = AUTHOR
    fix = "Write `goal:` with one of the strategy's goals."
    VALID = [Example("goal: trust")]
    INVALID = [
        Invalid("goal: more-sales", says="'more-sales' is no goal of the strategy"),
        Invalid("goal: opennes", says="'opennes' is no goal"),
        Invalid(without=["goal"], says="the post names no goal"),
    ]

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Compare the goal with the strategy."""
        yield from check_choice(self, post, "goal", post.goal, house.policy.strategy.goals)
