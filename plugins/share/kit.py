"""The pages from which staff copy: one for each post, and one that lists them all."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from ..site_model import House, OutputFile, Snippet
from .card import card_of
from .fold import folded
from .load_templates import load_templates
from .network import Network
from .networks import find_networks
from .old_limits import limits_to_check
from .phrases import disclosure
from .shared_post import SharedPost
from .timing import expires, is_held, starts

LINE = 56


class Offer(NamedTuple):
    """A snippet with what the page says beside it."""

    snippet: Snippet
    network: Network
    account: str
    owners: str
    parts: tuple[str, ...]

    @property
    def heading(self) -> str:
        """Return the network, and which text for it where it is not the usual one."""
        variant = self.snippet.variant
        return self.network.name if variant == "default" else f"{self.network.name}, {variant.replace('-', ' ')}"

    @property
    def measure(self) -> str:
        """Say how much of the limit the text uses."""
        count = self.snippet.count
        size = f"{count.used} of {count.limit} {count.unit}"
        if count.byte_limit:
            size += f", {count.bytes} of {count.byte_limit} bytes"
        return size if count.fits else f"{size}: too long"

    @property
    def rows(self) -> list[int]:
        """Return how many lines each part needs, so that it prints whole."""
        return [sum(len(line) // LINE + 1 for line in part.split("\n")) + 1 for part in self.parts]

    @property
    def shown(self) -> tuple[str, str]:
        """Return the text as the network shows it, before the fold and after it."""
        return folded(self.network, self.parts[0])


def render_page(one: SharedPost, house: House, approved: str) -> OutputFile:
    """Return the page of one post; it needs no server and no script. `approved` says by whom its texts are."""
    page = _page("post.html", one.folder, house, by=approved, **_values(one, house))
    return OutputFile(f"{one.folder}index.html", page)


def render_index(house: House, shared: Sequence[SharedPost]) -> OutputFile:
    """Return the page that lists them all."""
    rows = ((one, starts(one.post, house).date(), _names(one.post.authors, house)) for one in shared)
    values = {"rows": rows, "number": len(shared), "networks": find_networks()}
    return OutputFile("share/index.html", _page("index.html", "share/", house, **values))


def _values(one: SharedPost, house: House) -> dict[str, Any]:
    card = card_of(one.post, one.url, house)
    return {
        "one": one,
        "card": card,
        "host": urlsplit(one.url).hostname,
        "offers": [_offer(snippet, house) for snippet in one.snippets],
        "starts": starts(one.post, house),
        "expires": expires(one.post, house),
        "held": is_held(one.post, house),
        "authors": _names(one.post.authors, house),
        "disclosed": disclosure(one.post.disclosure, one.post.lang),
    }


def _offer(snippet: Snippet, house: House) -> Offer:
    account = house.policy.networks[snippet.network]
    parts = (snippet.text, *snippet.thread)
    return Offer(snippet, find_networks()[snippet.network], account.account, _names(account.owners, house), parts)


def _names(people: Sequence[str], house: House) -> str:
    return ", ".join(house.people[id].name if id in house.people else id for id in people)


def _page(name: str, folder: str, house: House, **values: Any) -> bytes:
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
    template = load_templates().get_template(name)
    page = template.render(
        old=[network.name for network in limits_to_check(house.today)],
        style=Markup(style),
        script=Markup(script),
        security="; ".join(rules),
        up="../" * folder.count("/"),
        house=house,
        **values,
    )
    return page.encode()


@cache
def _source(name: str) -> str:
    return "\n" + load_templates().get_template(name).render()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode()
