"""The page that lists all posts and says where the company is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ..site_model import Account, House, OutputFile
from .kit_frame import render_in_frame
from .network import Network
from .networks import find_networks
from .offers import names
from .shared_post import SharedPost
from .timing import expires, is_held, starts


class Presence(NamedTuple):
    """One of the company's accounts, and what the network takes where we know it."""

    name: str
    account: Account
    owners: str
    network: Network | None


def render_index(
    house: House, shared: Sequence[SharedPost], approved: Collection[str], tables: Sequence[str]
) -> OutputFile:
    """Return the page that lists all posts; `approved` are the paths of those whose texts somebody let out."""
    rows = (
        (one, starts(one.post, house).date(), names(one.post.authors, house), _told(one), _state(one, house, approved))
        for one in shared
    )
    values = {"rows": rows, "number": len(shared), "tables": tables, "presences": _presences(house)}
    return OutputFile("share/index.html", render_in_frame("index.html", 1, house, **values).encode())


def _told(one: SharedPost) -> str:
    """Name the networks that there is a text for, and say where it is too long."""
    known, outline = find_networks(), one.outline
    main = (name for name in outline.digests if name in known)
    return ", ".join(f"{known[id].name}{' (too long)' if id in outline.too_long else ''}" for id in main)


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
