"""The pages from which staff copy: one for each post, and one that lists them all."""

from __future__ import annotations

import base64
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from ..site_model import Account, House, OutputFile
from .card import card_of
from .load_templates import load_templates
from .network import Network
from .networks import find_networks
from .offers import names, places
from .old_limits import limits_to_check
from .phrases import disclosure
from .shared_post import SharedPost
from .timing import expires, is_held, starts


class Presence(NamedTuple):
    """One of the company's accounts, and what the network takes where we know it."""

    name: str
    account: Account
    owners: str
    network: Network | None


def render_page(one: SharedPost, house: House, approved: str, files: Sequence[str]) -> OutputFile:
    """Return the page of one post; it needs no server and no script.

    `approved` says by whom its texts are; `files` are the paths of what else there is for it.
    """
    page = _page("post.html", one.folder, house, by=approved, files=files, **_values(one, house))
    return OutputFile(f"{one.folder}index.html", page)


def render_index(
    house: House, shared: Sequence[SharedPost], approved: Collection[str], tables: Sequence[str]
) -> OutputFile:
    """Return the page that lists all posts; `approved` are the paths of those whose texts somebody let out."""
    rows = (
        (one, starts(one.post, house).date(), names(one.post.authors, house), _state(one, house, approved))
        for one in shared
    )
    values = {"rows": rows, "number": len(shared), "networks": find_networks(), "tables": tables}
    page = _page("index.html", "share/", house, presences=_presences(house), **values)
    return OutputFile("share/index.html", page)


def _values(one: SharedPost, house: House) -> dict[str, Any]:
    card, found = card_of(one.post, one.url, house), tuple(places(one.snippets, house))
    return {
        "one": one,
        "card": card,
        "host": urlsplit(one.url).hostname,
        "places": found,
        "shortest_alt": min((place.network.limits.alt for place in found if place.network.limits.alt), default=None),
        "starts": starts(one.post, house),
        "expires": expires(one.post, house),
        "held": is_held(one.post, house),
        "authors": names(one.post.authors, house),
        "disclosed": disclosure(one.post.disclosure, one.post.lang),
    }


def _state(one: SharedPost, house: House, approved: Collection[str]) -> str:
    """Return what an editor wants to know first."""
    end = expires(one.post, house)
    if is_held(one.post, house):
        return "held back"
    if end is not None and end <= house.now:
        return "over"
    if starts(one.post, house) > house.now:
        return "waits"
    return "approved" if one.post.path in approved else "not approved"


def _presences(house: House) -> Iterator[Presence]:
    """Yield the company's accounts, first where most of its audience is."""
    known, accounts = find_networks(), house.policy.networks
    for id in sorted(
        accounts, key=lambda id: (accounts[id].state != "active", -(accounts[id].audience_share or 0), id)
    ):
        network = known.get(id)
        yield Presence(network.name if network else id, accounts[id], names(accounts[id].owners, house), network)


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
