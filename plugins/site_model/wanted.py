"""What a type of the model asks for: reading one word as it, and saying it in words."""

from __future__ import annotations

import re
import types
from datetime import date, datetime, timezone, tzinfo
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Meta, Struct

from .yaml_tree import Listing, Node, Table

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?\s?(Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
_NUMBER = {int: re.compile(r"[+-]?\d+", re.ASCII), float: re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)}
_BOUNDS = ("ge", "gt", "le", "lt", "multiple_of", "pattern", "min_length", "max_length", "tz")
_EXPECTED: dict[Any, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a day such as 2026-03-10",
    datetime: "a day or a moment such as 2026-03-10 or 2026-03-10T08:30+01:00",
}


class Field(NamedTuple):
    """One key of a model: the attribute it becomes, its type, and whether it has to be there."""

    name: str
    type: Any
    required: bool


@cache
def fields_of(model: type[Struct]) -> dict[str, Field]:
    """Return a model's fields by the key that people write."""
    return {
        field.encode_name: Field(
            field.name, field.type, field.default is NODEFAULT and field.default_factory is NODEFAULT
        )
        for field in msgspec.structs.fields(model)
    }


def read_scalar(text: str, wanted: Any, zone: tzinfo) -> Any:
    """Read one word as the wanted type; raises ValueError where it is none."""
    if wanted is str:
        return text
    if wanted is bool and text in ("true", "false"):
        return text == "true"
    if wanted in (int, float) and _NUMBER[wanted].fullmatch(text):
        return wanted(text)
    if wanted is date and _DAY.fullmatch(text):
        return date.fromisoformat(text)
    if wanted is datetime and _MOMENT.fullmatch(text):
        moment = datetime.fromisoformat(re.sub(r"\s(?=Z|[+-]\d\d:?\d\d$)", "", text))
        return fixed_offset(moment if moment.tzinfo else moment.replace(tzinfo=zone))
    if get_origin(wanted) is Literal and text in get_args(wanted):
        return text
    raise ValueError(text)


@cache
def is_bounded(wanted: Any) -> bool:
    """Say whether an annotated type asks for more of a value than to be of its kind."""
    notes = get_args(wanted)[1:]
    return any(getattr(note, bound) is not None for note in notes if isinstance(note, Meta) for bound in _BOUNDS)


def fixed_offset(moment: datetime) -> datetime:
    """Return the same moment with its offset alone, which unlike a zone survives being written and read."""
    offset = moment.utcoffset()
    assert offset is not None
    return moment.replace(tzinfo=timezone(offset))


def expected(wanted: Any) -> str:
    """Say in words what a type asks for."""
    origin = get_origin(wanted)
    if origin is Annotated:
        plain, *notes = get_args(wanted)
        return expected(plain) + "".join(_more(note) for note in notes if isinstance(note, Meta))
    if origin in (Union, types.UnionType):
        return " or ".join(expected(member) for member in get_args(wanted) if member is not type(None))
    if origin is Literal:
        choices = [f"`{choice}`" for choice in get_args(wanted)]
        return choices[0] if len(choices) == 1 else f"one of {', '.join(choices)}"
    if origin is tuple:
        return f"a list, each entry {expected(get_args(wanted)[0])}"
    if origin is dict:
        return "a table of `key: value` lines"
    if isinstance(wanted, type) and issubclass(wanted, Struct):
        return "a table with " + ", ".join(f"`{key}`" for key in fields_of(wanted))
    return _EXPECTED.get(wanted, "another value")


def takes(member: Any, node: Node) -> bool:
    """Say whether a node of that shape could be this member of a union."""
    plain = get_args(member)[0] if get_origin(member) is Annotated else member
    is_table = get_origin(plain) is dict or (isinstance(plain, type) and issubclass(plain, Struct))
    if isinstance(node, Table):
        return is_table
    if isinstance(node, Listing):
        return get_origin(plain) is tuple
    if get_origin(plain) is Literal:
        return node.text in get_args(plain)
    return not is_table and get_origin(plain) is not tuple and plain is not type(None)


def _more(meta: Meta) -> str:
    """Say in words what a constraint asks for, and what the value is."""
    words = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    limits = [f"{word} {limit}" for name, word in words.items() if (limit := getattr(meta, name)) is not None]
    said = f", {' and '.join(limits)}" if limits else ""
    said += f" of at most {meta.max_length} characters" if meta.max_length else ""
    said += " that is not empty" if meta.min_length else ""
    examples = [f"`{example}`" for example in meta.examples or ()]
    said += f" such as {', '.join(examples)}" if examples else f" of the form `{meta.pattern}`" if meta.pattern else ""
    about = (meta.description or "").rstrip(".")
    # In the middle of a sentence, unless it begins with an abbreviation.
    about = about if about[1:2].isupper() else about[:1].lower() + about[1:]
    return f"{said} ({about})" if about else said


def not_there(text: str, wanted: Any) -> str:
    """Say of a word of the right form why it still is no value: some days are in no calendar; '' of other words."""
    if wanted is date and _DAY.fullmatch(text):
        return ", and there is no such day"
    if wanted is datetime and _MOMENT.fullmatch(text):
        return ", and there is no such day or time"
    return ""


def too_long(value: Any, wanted: Any) -> str:
    """Say how long a text is that is longer than its type allows; '' of other values."""
    most = next((note.max_length for note in get_args(wanted)[1:] if isinstance(note, Meta) and note.max_length), None)
    return f", {len(value)} characters long" if isinstance(value, str) and most and len(value) > most else ""


def short(text: str | None) -> str:
    """Return the text on one line, cut where it is long, for a message."""
    text = " ".join((text or "").split())
    return text if len(text) <= 60 else text[:59] + "…"
