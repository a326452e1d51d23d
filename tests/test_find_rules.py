"""A rule is one file, and its three names agree."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from pelican.plugins.policy import rules
from pelican.plugins.policy.find_rules import RuleFileError, find_rules, rule_in
from pelican.plugins.policy.rule import Rule
from pelican.plugins.policy.rules.rule_not_run import RuleNotRun
from pelican.plugins.site_model import Spot

FOLDER = Path(rules.__path__[0])


def module(stem: str, *found: type[Rule]) -> ModuleType:
    made = ModuleType(f"{rules.__name__}.{stem}")
    for rule in found:
        rule.__module__ = made.__name__
        setattr(made, rule.__name__, rule)
    return made


def test_every_file_of_the_folder_is_a_rule_that_is_found() -> None:
    stems = sorted(place.stem for place in FOLDER.glob("*.py") if place.stem != "__init__")
    assert list(find_rules()) == sorted(stem.replace("_", "-") for stem in stems)


def test_every_rule_says_what_it_promises_why_and_for_which_requirement() -> None:
    for name, rule in find_rules().items():
        promise, _, reason = (rule.__doc__ or "").partition("\n\n")
        assert promise.endswith("."), name
        assert len(reason.split()) > 15, name
        assert re.fullmatch(r"[WCPND]\d+", rule.clause), name
        assert rule.fix.endswith((".", "`.")), name
        assert rule.VALID, name
        assert rule.INVALID or name in ("rule-not-run", "forced-out"), name


def test_a_file_without_a_rule_is_refused() -> None:
    with pytest.raises(RuleFileError, match=r"calm_voice\.py:1:1: the file holds none instead of one rule"):
        rule_in(module("calm_voice"))


def test_a_file_with_two_rules_is_refused() -> None:
    first, second = type("CalmVoice", (Rule,), {"id": "calm-voice"}), type("LoudVoice", (Rule,), {"id": "loud-voice"})
    with pytest.raises(RuleFileError, match="holds CalmVoice, LoudVoice instead of one rule"):
        rule_in(module("calm_voice", first, second))


def test_a_class_with_another_name_than_its_file_is_refused() -> None:
    with pytest.raises(RuleFileError, match="`LoudVoice`"):
        rule_in(module("calm_voice", type("LoudVoice", (Rule,), {"id": "calm-voice"})))


def test_an_id_with_another_name_than_its_file_is_refused() -> None:
    with pytest.raises(RuleFileError, match='Write `id = "calm-voice"`'):
        rule_in(module("calm_voice", type("CalmVoice", (Rule,), {"id": "loud-voice"})))
    with pytest.raises(RuleFileError, match='Write `id = "calm-voice"`'):
        rule_in(module("calm_voice", type("CalmVoice", (Rule,), {})))


def test_a_broken_rule_is_told_without_what_changes_from_run_to_run() -> None:
    error = ValueError(f"no place for {object()!r}\nsecond line")
    found = RuleNotRun().about("alt-text", Spot("content/a.md"), error)
    assert found.message == "the rule 'alt-text' broke down here (ValueError: no place for <object object>)"
    assert "plugins/policy/rules/alt_text.py" in found.fix
