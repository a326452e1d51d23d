"""X's own suite of cases: how much a text weighs."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from pelican.plugins.share.counting import x_weight

CASES = yaml.safe_load((Path(__file__).parent / "conformance" / "weights.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("suite", "number"), [(suite, number) for suite, cases in CASES.items() for number in range(len(cases))]
)
def test_every_case_of_the_suite_weighs_what_it_should(suite: str, number: int) -> None:
    case = CASES[suite][number]
    emoji_as_one = suite != "WeightedTweetsCounterTest"
    assert x_weight(case["text"], emoji_as_one=emoji_as_one) == case["weightedLength"], case["description"]
