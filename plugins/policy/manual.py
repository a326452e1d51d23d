"""All pages that are made from code: `docs/rules/` and `docs/schemas/`."""

from __future__ import annotations

from ..site_model.json_schema import schema, schemas
from .find_rules import find_rules
from .json_text import json_text
from .reporters.json import Document
from .rule_schema import with_rules
from .rulebook import rulebook

FOLDER = "docs/schemas"


def manual_files() -> dict[str, str]:
    """Return path to text."""
    rules = find_rules()
    made = schemas()
    made["policy"] = with_rules(made["policy"], rules)
    made["report"] = schema("report", "What a check found", Document)
    files = {f"{FOLDER}/{name}.schema.json": json_text(one, indent=2) + "\n" for name, one in made.items()}
    return {**rulebook(rules), **files}
