"""A rule or a network is one new file: the manual's own examples are found, tested, documented and configurable."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from site_folder import REPOSITORY, Ended, SiteFolder, copy_plugins

RULE_FILE = "pelican/plugins/policy/rules/short_title.py"
NETWORK_FILE = "pelican/plugins/share/networks/quay.py"
NETWORK_HEAD = '''\
"""The network of the quay."""

from __future__ import annotations

from datetime import date

from ..network import Limits, Network, with_query


'''


def _rule_of_the_manual() -> str:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    return text.partition("## Add a rule in one file")[2].partition("```python\n")[2].partition("```")[0]


def _network_of_the_manual() -> str:
    text = (REPOSITORY / "plugins" / "share" / "network.py").read_text("utf-8")
    example = re.search(r"^ +class Quay\(.*?(?=\n    \"\"\")", text, re.MULTILINE | re.DOTALL)
    assert example
    return NETWORK_HEAD + textwrap.dedent(example[0]).rstrip() + "\n"


@pytest.fixture(scope="session")
def with_new_files(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """Return a copy of the plugins with one rule and one network more, and nothing else changed."""

    def fill(root: Path) -> None:
        copy_plugins(root)
        (root / RULE_FILE).write_text(_rule_of_the_manual(), "utf-8")
        (root / NETWORK_FILE).write_text(_network_of_the_manual(), "utf-8")

    return once("with-new-files", fill)


@pytest.fixture
def site(small_site: SiteFolder, with_new_files: Path) -> SiteFolder:
    small_site.variables["PYTHONPATH"] = str(with_new_files)
    return small_site


def _test(site: SiteFolder, tests: str, chosen: str) -> Ended:
    """Run tests of ours on what the site has installed."""
    settings = ["-p", "no:cacheprovider", "-c", str(REPOSITORY / "pyproject.toml")]
    return site.run("pytest", *settings, str(REPOSITORY / "tests" / tests), "-k", chosen)


def test_a_new_rule_is_found_and_held_to_its_examples(site: SiteFolder) -> None:
    ended = _test(site, "test_rules.py", "short-title")
    assert ended.code == 0, ended.said
    assert re.search(r"\b3 passed", ended.out), ended.out
    where = site.run(Path(sys.executable).name, "-c", "from pelican.plugins.policy import rules; print(rules.__file__)")
    assert site.variables["PYTHONPATH"] in where.out


def test_a_new_rule_is_explained_and_documented(site: SiteFolder) -> None:
    assert "A title fits on one line of a phone." in site.run("masthead", "explain", "short-title").out
    assert "short-title" in site.run("masthead", "explain").out
    assert site.run("masthead", "manual").code == 0
    page = (site.root / "docs/rules/short-title.md").read_text("utf-8")
    assert "| `most` |" in page
    assert "Characters a title may have." in page
    assert "(short-title.md)" in (site.root / "docs/rules/README.md").read_text("utf-8")
    assert '"short-title"' in (site.root / "docs/schemas/policy.schema.json").read_text("utf-8")
    assert site.run("masthead", "manual", "--check").code == 0


def test_a_new_rule_is_configured_in_the_policy(site: SiteFolder) -> None:
    policy = (site.root / "policy.yaml").read_text("utf-8")
    for options, code, says in (
        ("{most: 20}", 1, "error[short-title] the title has 32 characters, 20 at most"),
        ("{most: 20, severity: warning}", 0, "warning[short-title]"),
        ("off", 0, "nothing to mend"),
        ("{most: twenty}", 2, "'rules.short-title.most' is 'twenty'"),
        ("{moist: 20}", 2, "Did you mean `most`?"),
    ):
        site.write("policy.yaml", f"{policy}rules: {{short-title: {options}}}\n")
        ended = site.run("masthead", "check")
        assert ended.code == code
        assert says in ended.said


def test_a_new_network_is_found_tested_and_written_to_the_kit(site: SiteFolder) -> None:
    tested = _test(site, "share", "quay")
    assert tested.code == 0, tested.said
    assert re.search(r"\b[1-9]\d* passed", tested.out), tested.out
    policy = (site.root / "policy.yaml").read_text("utf-8")
    account = "{state: active, account: havlinje, url: https://quay.example/havlinje, owners: [ewa-nowak, kari-lund]}"
    site.write("policy.yaml", policy.replace("networks:\n", f"networks:\n  quay: {account}\n"))
    assert site.run("masthead", "build").code == 0
    kit = site.root / "output-kit"
    assert "https://quay.example/new?text=" in "".join(p.read_text("utf-8") for p in kit.rglob("*.json"))
