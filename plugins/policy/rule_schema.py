"""The part of the policy's JSON Schema that the rules themselves decide: `rules:` and the names in `waivers:`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from .configure import PHASES, SEVERITIES
from .options import options_of
from .promise import promise_and_reason
from .rule import Rule


def with_rules(policy: Mapping[str, Any], rules: Mapping[str, type[Rule]]) -> dict[str, Any]:
    """Return the policy's schema with every rule, its severities and its options."""
    definitions = dict(policy["$defs"])
    asked = {name: _rule(rule, definitions) for name, rule in sorted(rules.items())}
    definitions["Severity"] = {
        "description": "How grave a finding of the rule is: `error` stops the phase, `off` switches the rule off.",
        "enum": list(SEVERITIES),
    }
    properties = dict(policy["properties"])
    properties["rules"] = {
        "description": "Severity and options by rule; what is not said here stays as the rule's page says.",
        "type": "object",
        "properties": asked,
        "additionalProperties": False,
    }
    waiver = definitions["Waiver"]
    named = {**waiver["properties"]["rule"], "enum": sorted(rules)}
    definitions["Waiver"] = {**waiver, "properties": {**waiver["properties"], "rule": named}}
    return {**policy, "properties": properties, "$defs": definitions}


def _rule(rule: type[Rule], definitions: dict[str, Any]) -> dict[str, Any]:
    severity = {"$ref": "#/$defs/Severity"}
    options = options_of(rule)
    schemas, used = msgspec.json.schema_components([one.type for one in options], ref_template="#/$defs/{name}")
    definitions.update(used)
    described = {
        one.name: {**({"description": one.doc} if one.doc else {}), **schema, "default": one.default}
        for one, schema in zip(options, schemas, strict=True)
    }
    severities = {str(key): severity for key in ("severity", *PHASES)}
    table = {"type": "object", "properties": {**severities, **described}, "additionalProperties": False}
    return {"description": promise_and_reason(rule)[0], "anyOf": [severity, table]}
