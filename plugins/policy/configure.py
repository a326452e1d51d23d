"""The `rules:` of the policy applied to the rules there are."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, NamedTuple, cast, get_args, get_type_hints

from ..site_model import Phase, Policy, Problem, SetupError
from ..site_model.did_you_mean import did_you_mean
from ..site_model.typed import MISSING, TypedReader
from ..site_model.yaml_tree import Node, Scalar, Table
from .finding import Severity
from .rule import Rule

PHASES = cast(tuple[Phase, ...], get_args(Phase))
SEVERITIES = cast(tuple[Severity, ...], get_args(Severity))


class ConfiguredRule(NamedTuple):
    """A rule with its options, and how severe it is in each phase."""

    rule: Rule
    severity: Mapping[Phase, Severity]


def configure(policy: Policy, rules: Mapping[str, type[Rule]]) -> tuple[ConfiguredRule, ...]:
    """Return every rule as the policy wants it, in order of id. Raises SetupError with every mistake in `rules:`."""
    reader = TypedReader(policy.path)
    for name in policy.rules:
        if name not in rules:
            spot = policy.spot(f"rules.{name}")
            problem = Problem(spot, "unknown-key", f"there is no rule '{name}'", did_you_mean(name, rules))
            reader.problems.append(problem)
    configured = tuple(_configured(kind, policy.rules.get(name), reader) for name, kind in sorted(rules.items()))
    for rule, severity in configured:
        if not rule.waivable and severity["publish"] != "error":
            spot = policy.spot(f"rules.{rule.id}")
            message = f"the rule '{rule.id}' is '{severity['publish']}' at publish"
            fix = "Leave it an error there: without it nobody knows what is published."
            reader.problems.append(Problem(spot, "bad-value", message, fix))
    if reader.problems:
        raise SetupError(tuple(reader.problems))
    return configured


def _configured(kind: type[Rule], node: Node | None, reader: TypedReader) -> ConfiguredRule:
    severity = dict(kind.severity)
    if node is None:
        return ConfiguredRule(kind(), severity)
    at = f"rules.{kind.id}"
    if isinstance(node, Scalar):
        return ConfiguredRule(kind(), _all_phases(node, reader, at, severity))
    if not isinstance(node, Table):
        reader.convert(node, Severity, at)
        return ConfiguredRule(kind(), severity)
    options: dict[str, Any] = {}
    known = {field.name for field in dataclasses.fields(kind)}
    types = get_type_hints(kind, include_extras=True)
    for key, child in node.entries.items():
        if key == "severity":
            severity = _all_phases(child, reader, f"{at}.{key}", severity)
        elif key in PHASES:
            if (value := reader.convert(child, Severity, f"{at}.{key}")) and value is not MISSING:
                severity[key] = value
        elif key in known:
            if (value := reader.convert(child, types[key], f"{at}.{key}")) is not MISSING and value is not None:
                options[key] = value
        else:
            reader.unknown(key, node.key_marks[key], [*known, *PHASES, "severity"], at)
    return ConfiguredRule(kind(**options), severity)


def _all_phases(node: Node, reader: TypedReader, at: str, severity: dict[Phase, Severity]) -> dict[Phase, Severity]:
    value = reader.convert(node, Severity, at)
    return dict.fromkeys(PHASES, value) if value and value is not MISSING else severity
