"""X's own suite of cases: how much a text weighs, and what X finds in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pelican.plugins.share.autolink import find_links
from pelican.plugins.share.counting import x_weight
from pelican.plugins.share.hashtags import find_hashtags
from pelican.plugins.share.networks import find_networks

FOLDER = Path(__file__).parent / "conformance"
WEIGHTS = yaml.safe_load((FOLDER / "weights.yml").read_text(encoding="utf-8"))
RESTATED = yaml.safe_load((FOLDER / "restated.yml").read_text(encoding="utf-8"))
LINKS = ("links", "links_in_text_of_both_directions", "own_short_links")


def cases(*suites: str, of: dict[str, list[dict[str, Any]]] = RESTATED) -> pytest.MarkDecorator:
    named = [pytest.param(case, id=f"{suite}-{number}") for suite in suites for number, case in enumerate(of[suite])]
    return pytest.mark.parametrize("case", named)


@cases("WeightedTweetsCounterTest", of=WEIGHTS)
def test_every_case_of_the_second_configuration_weighs_what_it_should(case: dict[str, Any]) -> None:
    assert x_weight(case["text"], emoji_as_one=False) == case["weightedLength"], case["description"]


@cases("WeightedTweetsWithDiscountedEmojiCounterTest", "UnicodeDirectionalMarkerCounterTest", of=WEIGHTS)
def test_every_case_of_the_third_configuration_weighs_what_it_should(case: dict[str, Any]) -> None:
    assert x_weight(case["text"]) == case["weightedLength"], case["description"]


@cases("names_and_lists", "keycaps")
def test_names_and_lists_weigh_their_letters_and_a_keycap_is_an_emoji(case: dict[str, Any]) -> None:
    assert x_weight(case["text"]) == case["weight"]


@cases(*LINKS)
def test_links_are_found_where_the_suite_finds_them(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[start:end] for start, end in find_links(text)] == case["found"]


@cases("bare_links")
def test_a_bare_address_is_a_link_from_end_to_end(case: dict[str, Any]) -> None:
    assert find_links(case["text"]) == ((0, len(case["text"])),)


@cases("hashtags")
def test_hashtags_are_found_where_the_suite_finds_them(case: dict[str, Any]) -> None:
    assert list(find_hashtags(case["text"])) == case["found"]


@cases("whole_hashtags")
def test_a_hashtag_is_one_from_end_to_end(case: dict[str, Any]) -> None:
    assert (find_hashtags(case["text"]) == (case["text"][1:],)) is case["valid"]


@cases("tweets")
def test_a_post_fits_where_the_suite_says_so(case: dict[str, Any]) -> None:
    text = case["text"] * case.get("times", 1)
    # Nothing at all fits too; a text of ours has its link at least.
    assert (find_networks()["x"].fits(text) and text != "") is case["valid"]


def test_no_case_of_the_suite_is_left_out() -> None:
    sizes = {suite: len(found) for suite, found in {**WEIGHTS, **RESTATED}.items()}
    assert sizes == {
        "WeightedTweetsCounterTest": 20,
        "WeightedTweetsWithDiscountedEmojiCounterTest": 21,
        "keycaps": 1,
        "UnicodeDirectionalMarkerCounterTest": 2,
        "tweets": 8,
        "names_and_lists": 9,
        "whole_hashtags": 7,
        "bare_links": 5,
        "links": 101,
        "links_in_text_of_both_directions": 2,
        "own_short_links": 5,
        "hashtags": 76,
    }
