"""What the policy may say under `rules:`: mistakes there are told as kindly as those in posts."""

from __future__ import annotations

import pytest
from example_site import SMALL
from msgspec import Meta

from pelican.plugins.policy.configure import configure
from pelican.plugins.policy.find_rules import find_rules
from pelican.plugins.policy.options import options_of
from pelican.plugins.policy.rule import Rule
from pelican.plugins.site_model import SetupError
from pelican.plugins.site_model.load_policy import read_policy

RULES = find_rules()
POLICY = (SMALL / "policy.yaml").read_bytes()


def told(rules: str) -> list[tuple[int, str, str]]:
    policy = read_policy(POLICY + f"rules: {rules}\n".encode(), "policy.yaml")
    with pytest.raises(SetupError) as caught:
        configure(policy, RULES)
    return [(problem.spot.line, problem.message, problem.fix) for problem in caught.value.problems]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_number_that_an_option_may_be_has_bounds(rule: type[Rule]) -> None:
    for option in options_of(rule):
        if type(option.default) in (int, float):
            (bound,) = (note for note in getattr(option.type, "__metadata__", ()) if isinstance(note, Meta))
            assert None not in (bound.ge, bound.le), option.name


@pytest.mark.parametrize(
    ("rules", "message", "fix"),
    [
        ("{waiver-valid: {longest_days: -5}}", "longest_days' is '-5'", "Write a whole number, at least 1 and at most"),
        ("{sources-listed: {minimum: -1}}", "'rules.sources-listed.minimum' is '-1'", "at least 1"),
        ("{sources-listed: {minimum: 99999999999999999999}}", "is '99999999999999999999'", "at most 1000"),
        ("{sources-listed: {minimum: 2 sources}}", "is '2 sources'", "Write a whole number"),
        ("{sources-listed: {minimum: [2]}}", "'rules.sources-listed.minimum' is a list", "Write a whole number"),
        ("{sources-listed: {minimun: 2}}", "the key 'minimun' in 'rules.sources-listed' is unknown", "`minimum`"),
        ("{sources-listed: {allow_none: no}}", "allow_none' is 'no'", "Write true or false"),
        ("{sources-listed: fatal}", "'rules.sources-listed' is 'fatal'", "Write one of `off`, `info`"),
        ("{sources-listed: [error]}", "'rules.sources-listed' is a list", "Write one of `off`, `info`"),
        ("{sources-listd: error}", "there is no rule 'sources-listd'", "Did you mean `sources-listed`?"),
        ("{claims-cited: {kinds: [figure, percent]}}", "is 'percent'", "Write one of"),
    ],
)
def test_a_wrong_option_is_told_with_line_value_and_what_to_write(rules: str, message: str, fix: str) -> None:
    line = POLICY.count(b"\n") + 1
    assert any(at == line and message in said and fix in advice for at, said, advice in told(rules)), told(rules)
