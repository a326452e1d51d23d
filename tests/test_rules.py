"""Every rule's own examples, through real files and the real loader."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_site import lay_out

from pelican.plugins.policy.checker import check
from pelican.plugins.policy.configure import configure
from pelican.plugins.policy.find_rules import find_rules
from pelican.plugins.policy.finding import Finding
from pelican.plugins.policy.rule import Example, Invalid, Rule
from pelican.plugins.press.snippet_shelf import SnippetShelf
from pelican.plugins.signoff.load_signoffs import verify_site
from pelican.plugins.site_model import Site
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.load_site import load_site

RULES = find_rules()


def _examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{name}-{number}")
        for name, rule in RULES.items()
        for number, example in enumerate(getattr(rule, kind), 1)
    ]


def _findings(rule: type[Rule], example: Example, folder: Path) -> tuple[Site, list[Finding]]:
    site = load_site(lay_out(example, folder), cache=Cache(None))
    rules = [one for one in configure(site.house.policy, RULES) if one.rule.id in (rule.id, "rule-not-run")]
    signoffs = verify_site(site, folder, cache=Cache(None))
    report = check(site, rules, "publish", signoffs=signoffs, snippets=SnippetShelf(site, Cache(None)))
    return site, [*report.findings, *(waived.finding for waived in report.waived)]


@pytest.mark.parametrize(("rule", "example"), _examples("VALID"))
def test_a_valid_example_passes_its_rule(rule: type[Rule], example: Example, tmp_path: Path) -> None:
    assert _findings(rule, example, tmp_path)[1] == []


@pytest.mark.parametrize(("rule", "example"), _examples("INVALID"))
def test_an_invalid_example_is_refused_with_its_words(rule: type[Rule], example: Invalid, tmp_path: Path) -> None:
    site, findings = _findings(rule, example, tmp_path)
    said = [finding.message for finding in findings if finding.rule == rule.id]
    assert example.says, "an INVALID example says what the message must contain"
    assert any(example.says in message for message in said), [f"{p.spot}: {p.message}" for p in site.problems] + said


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_finding_of_an_example_says_where_what_and_what_to_do(rule: type[Rule], tmp_path: Path) -> None:
    for number, example in enumerate(rule.INVALID):
        folder = tmp_path / str(number)
        folder.mkdir()
        for finding in _findings(rule, example, folder)[1]:
            assert (folder / finding.spot.file).exists()
            assert not finding.message.endswith(".")
            assert finding.fix.endswith((".", "!", "?", "`"))
