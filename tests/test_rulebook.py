"""The manual of the rules is made from the rules, and what it says can be pasted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from example_site import SMALL

from pelican.plugins.policy.clauses import CHAPTERS, CLAUSES
from pelican.plugins.policy.configure import configure
from pelican.plugins.policy.find_rules import find_rules
from pelican.plugins.policy.manual import manual_files
from pelican.plugins.policy.options import options_of
from pelican.plugins.policy.promise import promise_and_reason
from pelican.plugins.policy.rule import Rule
from pelican.plugins.policy.rulebook import UnknownRuleError, explain, rulebook
from pelican.plugins.site_model.load_policy import read_policy

RULES = find_rules()
PAGES = rulebook(RULES)
EVERY_RULE = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


def test_every_rule_has_a_page_and_stands_in_the_index() -> None:
    assert {*PAGES} == {"docs/rules/README.md", *(f"docs/rules/{name}.md" for name in RULES)}
    links = re.findall(r"^- \[(.+)\]\((.+)\): .+$", PAGES["docs/rules/README.md"], re.M)
    assert sorted(links) == [(name, f"{name}.md") for name in RULES]


@EVERY_RULE
def test_a_page_says_promise_reason_clause_fix_and_who(rule: type[Rule]) -> None:
    page = PAGES[f"docs/rules/{rule.id}.md"]
    promise, reason = promise_and_reason(rule)
    assert promise.endswith(".")
    for part in (rule.id, promise, reason, CLAUSES[rule.clause], rule.fix):
        assert part in page
    assert re.search(rf"^- An? .*mends it\.$|^- The {rule.who}.* mends it\.$", page, re.M)


@EVERY_RULE
def test_every_option_is_documented_with_its_type_and_default(rule: type[Rule]) -> None:
    page = PAGES[f"docs/rules/{rule.id}.md"]
    for option in options_of(rule):
        assert option.doc.endswith("."), f"{rule.id}.{option.name} needs metadata={{'doc': ...}}"
        assert f"| `{option.name}` | {option.wanted} |" in page.replace("\\|", "|")
        assert option.doc in page


@EVERY_RULE
def test_what_the_page_says_of_the_policy_can_be_pasted(rule: type[Rule]) -> None:
    pasted = re.search(r"```yaml\n(rules:\n.+?)```", PAGES[f"docs/rules/{rule.id}.md"], re.S)
    assert pasted
    policy = read_policy((SMALL / "policy.yaml").read_bytes() + pasted[1].encode(), "policy.yaml")
    (configured,) = (one for one in configure(policy, RULES) if one.rule.id == rule.id)
    assert configured.rule == rule()
    assert configured.severity == rule.severity


@EVERY_RULE
def test_a_page_shows_every_example(rule: type[Rule]) -> None:
    page, plain = PAGES[f"docs/rules/{rule.id}.md"], explain(rule.id, RULES)
    for example in (*rule.VALID, *rule.INVALID):
        for text in (example.post, example.policy, *example.files.values()):
            assert text.rstrip() in page
            assert all(line.strip() in plain for line in text.splitlines())


def test_explain_tells_the_same_without_markup() -> None:
    told = explain("trained-author", RULES)
    assert told.startswith("TRAINED-AUTHOR\n==============\n")
    assert "**" not in told
    assert "```" not in told
    assert RULES["trained-author"].fix in " ".join(told.split())


def test_explain_answers_a_mistyped_rule_with_the_nearest() -> None:
    with pytest.raises(UnknownRuleError, match=r"there is no rule 'named-autor'\. Did you mean `named-author`\?"):
        explain("named-autor")


def test_every_clause_belongs_to_a_chapter() -> None:
    assert {clause[0] for clause in CLAUSES} == {*CHAPTERS}


def test_a_rule_that_cannot_be_waived_offers_no_waiver() -> None:
    assert "cannot be waived" in PAGES["docs/rules/rule-not-run.md"]
    assert "waivers:" not in PAGES["docs/rules/rule-not-run.md"]


def test_a_code_fence_is_longer_than_those_it_holds() -> None:
    from pelican.plugins.policy.page import Code, as_markdown

    assert as_markdown([Code("markdown", "````\nx\n````")]) == "`````markdown\n````\nx\n````\n`````\n"


def test_the_manual_is_the_same_twice_and_holds_pages_and_schemas(tmp_path: Path) -> None:
    files = manual_files()
    assert files == manual_files()
    assert {*PAGES} < {*files}
    names = {path for path in files if path.startswith("docs/schemas/")}
    assert names == {f"docs/schemas/{name}.schema.json" for name in ("policy", "person", "post", "report")}
