"""schema.org's vocabulary, read from the types that Google publishes as npm `schema-dts`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

TYPES = Path(__file__).parents[1] / "oracles" / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"
_INTERFACE = re.compile(r"interface (\w+) extends ([^{]+?)\s*\{(.*?)^\}", re.M | re.S)
_PROPERTY = re.compile(r'^    "([^"@]+)"\?: SchemaValue<(.*), "[^"]*">;$', re.M)
_PLAIN = {"Text", "URL", "Date", "DateTime", "Number", "Integer", "string"}


@cache
def _interfaces() -> dict[str, tuple[tuple[str, ...], dict[str, str]]]:
    return {
        name: (tuple(re.findall(r"\w+", parents)), dict(_PROPERTY.findall(body)))
        for name, parents, body in _INTERFACE.findall(TYPES.read_text("utf-8"))
    }


@cache
def _parents(name: str) -> tuple[str, ...]:
    """Return the interface and everything it extends."""
    return (name, *(above for parent in _interfaces().get(name, ((), {}))[0] for above in _parents(parent)))


def properties(kind: str) -> dict[str, str]:
    """Return the properties that a type may have, with what each expects; none where there is no such type."""
    return {
        name: expected
        for interface in reversed(_parents(f"{kind}Leaf"))
        for name, expected in _interfaces().get(interface, ((), {}))[1].items()
    }


def faults(node: dict[str, Any]) -> Iterator[str]:
    """Yield each type, property or kind of value in JSON-LD that schema.org does not know there."""
    kind = str(node["@type"])
    known = properties(kind)
    if not known:
        yield f"{kind} is no type"
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{name} does not belong to {kind}"
            continue
        wanted = set(re.findall(r"\w+", known[name]))
        for one in value if isinstance(value, list) else [value]:
            if not isinstance(one, dict):
                if not wanted & _PLAIN:
                    yield f"{name} of {kind} cannot be the plain value {one!r}"
                continue
            above = {interface.removesuffix("Base") for interface in _parents(f"{one['@type']}Leaf")}
            if not wanted & {one["@type"], *above} - {"IdReference"}:
                yield f"{name} of {kind} cannot be a {one['@type']}"
            yield from faults(one)
