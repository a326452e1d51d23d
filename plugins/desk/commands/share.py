"""Show what a post says on each network: the text, its count, where it folds, and what stands against it.

Exit codes: 0 every text can go out, 1 an error stands against one, 2 the set-up itself is wrong.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..find_post import find_post
from ..site_folder import open_press

# A key that is misspelt says nothing, so that a text is made from other words than those somebody wrote.
_ABOUT_SHARING = ("snippet-", "card-", "network-", "known-keys")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead share`."""
    parser.add_argument("--post", metavar="PATH", required=True, help="the post, as a path or by its file's name")
    parser.add_argument("--network", metavar="ID", help="only this network's texts, such as `mastodon`")


def run(arguments: Namespace) -> int:
    """Print the post's texts."""
    from ...press.show import style_for
    from ...share import card_of, limits_to_check
    from ...site_model import Problem, SetupError, Spot
    from ...site_model.address import post_url
    from ...site_model.did_you_mean import did_you_mean
    from ..show_share import show_card, show_old_limits, show_share, show_tags

    root = Path.cwd()
    press = open_press(root)
    press.require_plugins()
    judgement = press.judge()
    house = judgement.site.house
    path = find_post(arguments.post, judgement.site, root)
    post = judgement.by_path.get(path)
    if not post:
        broken = Problem(Spot(path), "unreadable", "the post cannot be read", f"See `make check POST={path}`.")
        raise SetupError((broken,))
    active = sorted(id for id, account in house.policy.networks.items() if account.state == "active")
    if arguments.network and arguments.network not in active:
        message = f"the company is not active on '{arguments.network}'"
        raise SetupError(
            (Problem(Spot(house.policy.path), "bad-value", message, did_you_mean(arguments.network, active)),)
        )
    snippets = [one for one in judgement.snippets(post, house) if arguments.network in (None, one.network)]
    findings = [
        one for one in judgement.report.findings if one.spot.file == path and one.rule.startswith(_ABOUT_SHARING)
    ]
    style, url = style_for(sys.stdout), post_url(post, house)
    print(f"{post.title}  ({post.lang})\n{url}")
    old = [network.name for network in limits_to_check(house.today) if network.id in active]
    lines = [
        *show_old_limits(old, style),
        *show_tags(post, style),
        *show_share(snippets, findings, style),
        *show_card(card_of(post, url, house), style),
    ]
    print("\n".join(lines))
    return 1 if any(one.severity == "error" for one in findings) else 0
