"""The rule `strategy-complete`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from ...site_model import Site, words_in
from ..finding import COMMUNICATIONS, Finding
from ..rule import Example, Invalid, Rule

Part = Literal["goals", "audiences", "topics", "promises", "value_chain", "channels"]

_ASKED: dict[Part, str] = {
    "goals": "what the blog is for, each goal with its `measure:`",
    "audiences": "whom you write for",
    "topics": "what you write about",
    "promises": "what readers may count on",
    "value_chain": "how listening, planning, working and telling hang together",
    "channels": "where you can be found",
}


@dataclass(frozen=True)
class StrategyComplete(Rule):
    """The company has written down what its blog is for, for whom, about what and where.

    Without a strategy there is nothing to measure a post against, and writing becomes an accident. Every goal has
    a measure: how anybody could tell that it is reached. The strategy is public, on the page that says how
    the company uses social media.
    """

    id = "strategy-complete"
    clause = "P5"
    who = COMMUNICATIONS
    fix = "Complete `strategy:` in policy.yaml."
    VALID = [
        Example(),
        Example(policy="strategy: {promises: []}\nrules: {strategy-complete: {requires: [goals, audiences, topics]}}"),
    ]
    INVALID = [
        Invalid(policy="strategy: {promises: []}", says="the strategy has no promises"),
        Invalid(policy="strategy: {value_chain: []}", says="the strategy has no value chain"),
        Invalid(policy="strategy: {goals: {fame: {name: Be known}}}", says="nothing measures the goal 'fame'"),
    ]

    requires: tuple[Part, ...] = field(
        default=("goals", "audiences", "topics", "promises", "value_chain", "channels"),
        metadata={"doc": "Parts of the strategy that must be written."},
    )
    measures: bool = field(default=True, metadata={"doc": "Whether every goal must say how it is measured."})

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Look for empty parts and for goals that nothing measures."""
        policy = site.house.policy
        for part in self.requires:
            if not getattr(policy.strategy, part):
                fix = f"Write `strategy.{part}` in policy.yaml: {_ASKED[part]}."
                message = f"the strategy has no {part.replace('_', ' ')}"
                yield self.finding(policy.spot(f"strategy.{part}"), message, fix=fix)
        for name, goal in policy.strategy.goals.items():
            if self.measures and not words_in(goal.measure, policy.company.languages[0]).strip():
                fix = f"Write into `strategy.goals.{name}.measure` how anybody could tell that the goal is reached."
                yield self.finding(
                    policy.spot(f"strategy.goals.{name}"), f"nothing measures the goal '{name}'", fix=fix
                )
