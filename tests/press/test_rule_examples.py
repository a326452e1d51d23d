"""Each rule's wrong example, laid over the sample site, stops check and build, and says where, what and what to do."""

from __future__ import annotations

import locale
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from example_site import EXAMPLE_POST, lay_out
from site_folder import REPOSITORY, SMALL, SiteFolder, digests, lay_site

from pelican.plugins.desk import main
from pelican.plugins.policy.find_rules import find_rules
from pelican.plugins.policy.rule import Invalid, Rule

RULES = {name: rule for name, rule in find_rules().items() if rule.INVALID}
SHOWN = {"leaders-present": 1, "posting-cadence": 1}
"""Which example of a rule breaks it in the sample site too; the first, where nothing is said here."""
TYPED = ("readable-post", "disclosure", "account-owners")
"""Rules whose examples are tried with commands typed at a prompt; the others call the same function."""


@pytest.fixture(scope="session")
def sample_and_example(shared: Path, once: Callable[[str, Callable[[Path], None]], Path]) -> SiteFolder:
    """The sample site with the one post that examples vary, built."""

    def build(root: Path) -> None:
        site = lay_site(REPOSITORY, root, shared / "state")
        shutil.copy(SMALL / EXAMPLE_POST, root / EXAMPLE_POST)
        ended = site.run("masthead", "build")
        assert ended.code == 0, ended.said

    return SiteFolder(once("sample-and-example", build), shared / "state")


@pytest.fixture(scope="session")
def output_before(sample_and_example: SiteFolder) -> Mapping[str, str]:
    return digests(sample_and_example.output)


@pytest.fixture
def lay(sample_and_example: SiteFolder, tmp_path: Path) -> Callable[[type[Rule]], tuple[SiteFolder, Invalid]]:
    """Lay a rule's example over the sample site, beside the output of the build before."""

    def lay_rule(rule: type[Rule]) -> tuple[SiteFolder, Invalid]:
        example = _as_error(rule, rule.INVALID[SHOWN.get(rule.id, 0)])
        base = sample_and_example
        lay_out(example, tmp_path, base.root)
        shutil.copy(base.root / "pelicanconf.py", tmp_path)
        shutil.copytree(base.root / "output", tmp_path / "output", copy_function=os.link)
        (tmp_path / "theme").symlink_to(base.root / "theme")
        # One cache serves all: what it holds goes by the digest of everything it follows from.
        (tmp_path / ".masthead").symlink_to(base.root / ".masthead")
        return SiteFolder(tmp_path, base.state), example

    return lay_rule


@pytest.fixture(autouse=True)
def own_locale() -> Iterator[None]:
    """Put back what Pelican's setting `LOCALE` changes in this process, such as how files are decoded."""
    before = locale.setlocale(locale.LC_ALL)
    yield
    locale.setlocale(locale.LC_ALL, before)


def _as_error(rule: type[Rule], example: Invalid) -> Invalid:
    """Let the policy make an error of what the rule calls a warning."""
    if rule.severity["publish"] == "error":
        return example
    policy = yaml.load(example.policy, yaml.BaseLoader) or {}
    options = policy.setdefault("rules", {}).setdefault(rule.id, {})
    options["severity"] = "error"
    return replace(example, policy=yaml.safe_dump(policy))


def _said_of(rule: type[Rule], example: Invalid, report: str) -> bool:
    """Say whether a finding names place, rule and fact, and has its fix below."""
    lines = report.splitlines()
    for number, line in enumerate(lines):
        place, _, rest = line.partition(f": error[{rule.id}] ")
        if example.says in rest:
            file, row, column = place.rsplit(":", 2)
            below = lines[number + 1 : number + 6]
            return bool(file) and int(row) > 0 and int(column) > 0 and any(one.startswith("  fix: ") for one in below)
    return False


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_wrong_example_stops_check_and_build_of_the_sample_site(
    rule: type[Rule],
    lay: Callable[[type[Rule]], tuple[SiteFolder, Invalid]],
    output_before: Mapping[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    site, example = lay(rule)
    monkeypatch.chdir(site.root)
    monkeypatch.setenv("XDG_STATE_HOME", str(site.state))
    assert main(["check"]) == 1
    report = capsys.readouterr().out
    assert _said_of(rule, example, report), report
    with pytest.raises(SystemExit) as ended:
        main(["build"])
    assert ended.value.code == 3
    assert _said_of(rule, example, capsys.readouterr().err)
    assert digests(site.output) == output_before


@pytest.mark.parametrize("name", TYPED)
@pytest.mark.parametrize("command", ["masthead check", "masthead build", "pelican"])
def test_a_wrong_example_stops_what_people_type(
    name: str,
    command: str,
    lay: Callable[[type[Rule]], tuple[SiteFolder, Invalid]],
    output_before: Mapping[str, str],
) -> None:
    site, example = lay(RULES[name])
    ended = site.run(*command.split())
    assert ended.code == (1 if command == "masthead check" else 3)
    assert _said_of(RULES[name], example, ended.out if command == "masthead check" else ended.err)
    assert digests(site.output) == output_before
