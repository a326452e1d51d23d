"""Tell what a rule asks, why, and how to satisfy it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead explain`."""
    parser.add_argument("rule", nargs="?", help="a rule's id, such as sources-listed; all rules if left out")


def run(arguments: Namespace) -> int:
    """Print the rule's page."""
    from ...policy.find_rules import find_rules
    from ...policy.rulebook import UnknownRuleError, explain

    if not arguments.rule:
        for name, rule in find_rules().items():
            print(f"{name:<24}{(rule.__doc__ or '').splitlines()[0]}")
        return 0
    try:
        print(explain(arguments.rule))
    except UnknownRuleError as error:
        print(f"masthead explain: {error}", file=sys.stderr)
        return 2
    return 0
