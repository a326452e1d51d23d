"""What all pages of the kit have around them."""

from __future__ import annotations

import base64
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from ..site_model import House
from .load_templates import load_templates
from .old_limits import limits_to_check


def render_in_frame(name: str, depth: int, house: House, **values: Any) -> str:
    """Return the page of this template that lies so many folders deep."""
    style, script = _source("kit.css"), _source("kit.js")
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(house.policy.company.url))
    rules = (
        "default-src 'none'",
        f"img-src 'self' {origin}",
        f"style-src '{_hash(style)}'",
        f"script-src '{_hash(script)}'",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return (
        load_templates()
        .get_template(name)
        .render(
            old=[network.name for network in limits_to_check(house.today)],
            style=Markup(style),
            script=Markup(script),
            security="; ".join(rules),
            up="../" * depth,
            house=house,
            **values,
        )
    )


@cache
def _source(name: str) -> str:
    return "\n" + load_templates().get_template(name).render()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode()
