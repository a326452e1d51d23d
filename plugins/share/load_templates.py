"""Reading the templates of the kit; they are package data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined

NAMES = ("base.html", "post.html", "index.html", "kit.css", "kit.js")


@cache
def load_templates() -> Environment:
    """Return the templates, which escape everything and refuse names they do not know."""
    folder = files(__package__) / "templates"
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in NAMES}
    return Environment(
        loader=DictLoader(texts), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
