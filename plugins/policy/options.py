"""A rule's options: the fields of its class, as `rules:` in the policy may set them."""

from __future__ import annotations

import dataclasses
from typing import Any, NamedTuple, get_type_hints

import msgspec

from ..site_model.wanted import expected
from .rule import Rule


class Option(NamedTuple):
    """One field: what may be written, as a type, and what holds where nothing is written."""

    name: str
    type: Any
    default: Any
    doc: str

    @property
    def wanted(self) -> str:
        """Say in words what may be written."""
        return expected(self.type)


def options_of(rule: type[Rule]) -> tuple[Option, ...]:
    """Return the options in the order of the class."""
    types = get_type_hints(rule, include_extras=True)
    return tuple(
        Option(field.name, types[field.name], _default(field), field.metadata.get("doc", ""))
        for field in dataclasses.fields(rule)
    )


def _default(field: dataclasses.Field[Any]) -> Any:
    made = field.default if field.default_factory is dataclasses.MISSING else field.default_factory()
    return None if made is dataclasses.MISSING else msgspec.to_builtins(made)
