"""The repository keeps its own rules: boundaries, names, sizes and documents, read from the code with `ast`."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import subprocess
from pathlib import Path

import pytest

from pelican.plugins.desk.command_line import command_names
from pelican.plugins.policy.clauses import CLAUSES
from pelican.plugins.policy.find_reporters import reporter_names
from pelican.plugins.policy.find_rules import find_rules
from pelican.plugins.policy.manual import manual_files
from pelican.plugins.policy.rule import Rule

ROOT = Path(__file__).parent.parent
PLUGINS = ROOT / "plugins"
MODULES = sorted(PLUGINS.rglob("*.py"))
LONGEST_MODULE = 200
READS = {
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "iterdir",
    "glob",
    "rglob",
    "mkdir",
    "unlink",
    "is_file",
}
ARROWS = {
    "site_model": set(),
    "signoff": {"site_model"},
    "policy": {"site_model", "signoff"},
    "feeds": {"site_model"},
    "share": {"site_model"},
    "press": {"site_model", "signoff", "policy", "feeds", "share"},
    "desk": {"site_model", "signoff", "policy", "feeds", "share", "press"},
}
LOADERS = {"cache.py", "trust.py", "ssh_keygen.py"}
"""Beside `load_*` and `write_*`: the store of derived values, git and OpenSSH."""
VAGUE = {"utils", "helpers", "common", "manager", "misc"}


def _tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


def _name(module: Path) -> str:
    return module.relative_to(PLUGINS).as_posix()


def _imports(module: Path) -> set[str]:
    """Return the plugins of ours that a module imports, wherever in the module it does."""
    depth = len(module.relative_to(PLUGINS).parts)
    found = set()
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            found |= {node.module.split(".")[0]} if node.module else {alias.name for alias in node.names}
    return found


def _calls(module: Path) -> set[str]:
    names = set()
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Call):
            names.add(node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""))
    return names


def _foreign(module: Path) -> set[str]:
    found = set()
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_a_plugin_imports_only_what_lies_below_it(module: Path) -> None:
    plugin = module.relative_to(PLUGINS).parts[0]
    assert _imports(module) - {plugin} <= ARROWS[plugin]


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_only_the_press_and_the_desk_print_exit_or_know_pelican(module: Path) -> None:
    plugin = module.relative_to(PLUGINS).parts[0]
    if plugin in ("press", "desk"):
        return
    assert not _calls(module) & {"print", "exit", "_exit"}
    assert "pelican" not in _foreign(module)


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_only_loaders_touch_files(module: Path) -> None:
    plugin = module.relative_to(PLUGINS).parts[0]
    loader = module.stem.startswith(("load_", "write_")) or module.name in LOADERS
    if plugin in ("press", "desk") or loader:
        return
    assert not _calls(module) & (READS | {"open"})


@pytest.mark.parametrize(
    "module", [m for m in MODULES if m.parent.name in ("rules", "networks", "reporters")], ids=_name
)
def test_a_rule_or_network_or_reporter_works_on_values_alone(module: Path) -> None:
    allowed = {"site_model", "signoff"} if module.parent.name == "rules" else {"site_model"}
    plugin = module.relative_to(PLUGINS).parts[0]
    assert _imports(module) - {plugin} <= allowed
    assert not _foreign(module) & {"os", "pathlib", "subprocess", "socket", "urllib.request", "time", "random"}


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_a_module_stays_small_and_well_named(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST_MODULE
    assert not set(module.stem.split("_")) & VAGUE
    assert ast.get_docstring(_tree(module)), "a module says in its docstring what it is for"


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_no_module_silences_a_check(module: Path) -> None:
    text = module.read_text("utf-8")
    silenced = re.findall(r"# (?:noqa|type: ignore)(?!\[(?:misc|arg-type|override)\])[^\n]*", text)
    assert not silenced
    assert not re.findall(r"\b(?:TODO|FIXME|XXX)\b", text)


@pytest.mark.parametrize("rule", find_rules().values(), ids=find_rules())
def test_a_rule_has_a_promise_a_reason_a_clause_and_uses_every_option(rule: type[Rule]) -> None:
    promise, _, reason = (inspect.getdoc(rule) or "").partition("\n\n")
    assert promise.endswith(".")
    assert reason.strip(), "the docstring gives the reason below the promise"
    assert rule.clause in CLAUSES
    source = (PLUGINS / "policy" / "rules" / f"{rule.id.replace('-', '_')}.py").read_text("utf-8")
    for option in dataclasses.fields(rule):
        assert f"self.{option.name}" in source
        assert option.metadata.get("doc"), f"option {option.name} says what it does"
    # A broken rule and a forced post have no example in words: the one is code, the other needs a signature.
    assert rule.INVALID or rule.id in ("rule-not-run", "forced-out")


def test_the_manual_is_fresh() -> None:
    for path, text in manual_files().items():
        assert (ROOT / path).read_text("utf-8") == text, f"{path}: run `make manual`"


def test_the_makefile_and_the_readme_name_every_command() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for name in command_names():
        assert f"$(MASTHEAD) {name}" in makefile, name
    reporters = (ROOT / "docs" / "checking.md").read_text("utf-8")
    for name in reporter_names():
        assert f"`{name}`" in reporters, name


def test_every_dependency_is_justified_and_pinned() -> None:
    declared = re.findall(r'^\s+"([A-Za-z0-9-]+)', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    reasons = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    pinned = (ROOT / "constraints.txt").read_text("utf-8").lower().replace("_", "-")
    for name in declared:
        if name in ("pelican", "plugins") or "." in name:
            continue
        assert f"`{name.lower()}`" in reasons, f"docs/dependencies.md does not say why {name}"
        assert f"{name.lower()}==" in pinned, f"constraints.txt does not pin {name}"


def test_nothing_committed_names_a_registry_host() -> None:
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    hosts = re.compile(r"https?://(?:files\.pythonhosted|pypi|registry\.npmjs|deb\.debian)\.org")
    for file in files.split("\0"):
        place = ROOT / file
        if place.is_file() and place.suffix in {".txt", ".toml", ".json", ".md", ".py", ".sh", ".cfg", ""}:
            assert not hosts.search(place.read_text("utf-8", "replace")), file
