"""Tell for every post what it waits for, on whom, and since when."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ...press.settings import places_from
from ...signoff.load_signoffs import judge_site, load_evidence
from ...signoff.load_times import load_times
from ...signoff.waiting import Waiting, waiting
from ..find_post import find_post
from ..signing import all_posts, digests_of
from ..site_folder import open_press


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead status`."""
    parser.add_argument("--post", metavar="PATH", help="only this post")
    parser.add_argument("--all", action="store_true", help="also posts that wait for nothing")


def run(arguments: Namespace) -> int:
    """Print what waits, the longest first."""
    press = open_press(Path.cwd())
    root, places = places_from(press.settings)
    judgement = press.judge()
    site = all_posts(judgement)
    evidence = load_evidence(site, root, places, snippets=digests_of(judgement))
    trust = evidence.trusted.trust
    signoffs = judge_site(site, evidence, places, "merge")
    times = load_times(evidence.trusted.git, places.content)
    told = list(waiting(site.posts, signoffs, trust, times))
    if arguments.post:
        path = find_post(arguments.post, site, root)
        told = [one for one in told if one.post == path]
    shown = [one for one in told if one.what or arguments.all or arguments.post]
    for one in sorted(shown, key=lambda one: (one.since is None, one.since, one.post)):
        print("\n".join(_lines(one, one.how_long(trust.now))))
    resting = len(told) - len(shown)
    if resting and not arguments.post:
        print(f"{resting} post{'s wait' if resting > 1 else ' waits'} for nothing (--all shows more).", file=sys.stderr)
    if signoffs.why_no_base and signoffs.way in ("ssh", "merge"):
        print(f"There is no trusted base: {signoffs.why_no_base}.", file=sys.stderr)
    return 0


def _lines(one: Waiting, how_long: str) -> list[str]:
    whom = f", on {' or '.join(one.whom)}" if one.whom else ""
    until = f", until {one.until:%Y-%m-%d %H:%M %Z}" if one.until and one.state in ("forced", "overdue") else ""
    what = f"waits for {one.what}{whom}, {how_long}{until}" if one.what else f"waits for nothing, {how_long}"
    return [f"{one.post}", f"  {one.title}", f"  {one.state}: {what}", ""]
