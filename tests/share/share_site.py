"""A house with every network, and posts to share, as values."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from pelican.plugins.share.networks import find_networks
from pelican.plugins.site_model import Account, Company, Guest, House, Person, Policy, Post, Strategy, Topic

URL = "https://blog.havlinje.no/en/what-a-broken-bow-door-taught-us/"


def house(**networks: Account) -> House:
    """Return a house that is active on every network there is."""
    every = {id: Account(state="active", url=f"https://{id}.example/@havlinje") for id in find_networks()}
    return House(
        policy=Policy(
            company=Company(name="Havlinje", url="https://blog.havlinje.no", languages=("en", "nb", "fi", "pl")),
            networks=every | networks,
            strategy=Strategy(topics={"operations": Topic(name={"en": "Operations", "nb": "Drift"})}),
        ),
        people={
            "kari-lund": Person(id="kari-lund", name="Kari Lund"),
            "mikko-salo": Person(id="mikko-salo", name="Mikko Salo"),
            "jan-vik": Person(id="jan-vik", name="Jan Vik", guest=Guest("Fjord Research", sponsor="kari-lund")),
        },
        now=datetime(2026, 11, 20, tzinfo=UTC),
    )


def post(**changes: Any) -> Post:
    """Return a post that differs from the usual one in what is given."""
    usual: dict[str, Any] = {
        "id": "blog/2026/bow-door",
        "digest": "a" * 64,
        "path": "content/blog/2026/bow-door.md",
        "title": "What a broken bow door taught us",
        "date": datetime(2026, 3, 10, tzinfo=UTC),
        "authors": ("kari-lund",),
        "topic": "operations",
        "disclosure": "none",
        "summary": "A bow door would not close, and four hundred people waited. This is what we changed.",
        "tags": ("safety", "machine-learning", "delays"),
        "lang": "en",
    }
    return Post(**usual | changes)
