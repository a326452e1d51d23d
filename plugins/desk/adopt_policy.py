"""A first policy for an existing site: what its settings say, and nothing made up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import yaml

from ..site_model import Problem


def first_policy(settings: dict[str, Any], today: date, problems: Iterable[Problem]) -> str:
    """Return the text of a `policy.yaml` that an editor completes."""
    company = {
        "name": settings.get("SITENAME") or "Our company",
        "url": (settings.get("SITEURL") or "https://blog.example.org").rstrip("/"),
        "languages": [settings.get("DEFAULT_LANG") or "en"],
        "timezone": settings.get("TIMEZONE") or "UTC",
    }
    policy: dict[str, Any] = {"adopted": today.isoformat(), "company": company}
    old_keys = sorted({problem.key for problem in problems if problem.kind == "unknown-key"})
    if old_keys:
        policy["rules"] = {"known-keys": {"ignored": old_keys}}
    head = (
        "# Made by `masthead adopt` from the settings of the site.\n"
        "# Next: write strategy, roles and networks (see docs/policy.md), then run `make check` and `make baseline`.\n"
    )
    return head + yaml.safe_dump(policy, allow_unicode=True, sort_keys=False)
