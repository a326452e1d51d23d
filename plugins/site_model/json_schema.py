"""JSON Schemas (draft 2020-12) of the files people write, from the same types that read them.

An editor that knows them completes and checks while one types: put `# yaml-language-server: $schema=` and the path of
the schema into the first line of a YAML file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, get_args

import msgspec
from msgspec import Struct

from .front_matter import FrontMatter
from .person import Profile
from .policy import PolicyFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY_OR_MOMENT = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?\s?(Z|[+-]\d\d:?\d\d)?)?$",
    "examples": ["2026-03-10", "2026-03-10T08:30+01:00"],
}
_NOTHING: tuple[Any, ...] = (None, "", [], {})


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schemas by name; `rules` of the policy are left to whoever knows the rules."""
    post = schema("post", "Front matter of a post", FrontMatter)
    # A translation inherits its date, and an editor cannot tell which file is one; `make check` asks for the rest.
    post["required"] = ["title"]
    return {
        "policy": schema("policy", "A company's blog policy", PolicyFile),
        "person": schema("person", "Somebody who writes", Profile),
        "post": post,
    }


def schema(name: str, title: str, model: type[Struct]) -> dict[str, Any]:
    """Return the schema of one model, ready to stand in a file of its own."""
    (_, *_), definitions = msgspec.json.schema_components([model], ref_template="#/$defs/{name}")
    for struct in _structs(model):
        _allow_days(definitions[struct.__name__], struct)
    for definition in definitions.values():
        _drop_empty_defaults(definition)
        _put_inside(definition.get("properties", {}))
    root = definitions.pop(model.__name__)
    head = {"$schema": DIALECT, "$id": f"urn:masthead:schema:{name}", **root, "title": title}
    return {**head, "$defs": definitions}


def _structs(wanted: Any) -> Iterator[type[Struct]]:
    if isinstance(wanted, type) and issubclass(wanted, Struct):
        yield wanted
        for field in msgspec.structs.fields(wanted):
            yield from _structs(field.type)
    for part in get_args(wanted):
        yield from _structs(part)


def _allow_days(definition: dict[str, Any], struct: type[Struct]) -> None:
    for field in msgspec.structs.fields(struct):
        if datetime in _plain_types(field.type):
            described = definition["properties"][field.encode_name]
            for place in (described, *described.get("anyOf", ())):
                if place.get("type") == "string":
                    place.update(_DAY_OR_MOMENT)


def _plain_types(wanted: Any) -> tuple[Any, ...]:
    return (wanted, *(part for one in get_args(wanted) for part in _plain_types(one)))


def _drop_empty_defaults(definition: dict[str, Any]) -> None:
    for described in definition.get("properties", {}).values():
        if any(described.get("default", 0) == nothing for nothing in _NOTHING):
            del described["default"]
        if isinstance(described.get("default"), dict):
            del described["default"]


def _put_inside(properties: dict[str, Any]) -> None:
    """Put `share.image` where people write it, into `share`."""
    for key in [key for key in properties if "." in key]:
        outer, _, name = key.partition(".")
        properties[outer].setdefault("properties", {})[name] = properties.pop(key)
