"""The folders that are measured: one corpus as a site of ours and of each other generator, with an equal theme."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from corpus import AUDIENCES, AUTHORS, LAST_DAY, LEADER, PICTURES, TOPICS, Written, day_of, picture, write_posts
from dialects import DIALECTS
from PIL import Image

HERE = Path(__file__).parent
PEERS = HERE / "peers"
REPOSITORY = HERE.parent.parent
NAME = "The harbour log"
STAFF = {"ragna-lie": "Ragna Lie", "sverre-lie": "Sverre Lie"}
"""Who answers for the accounts and writes nothing."""

SHARED = {
    "ARTICLE_URL": "{lang}/{date:%Y}/{slug}/",
    "ARTICLE_SAVE_AS": "{lang}/{date:%Y}/{slug}/index.html",
    "TAG_URL": "tag/{slug}/",
    "TAG_SAVE_AS": "tag/{slug}/index.html",
    "CATEGORY_URL": "topic/{slug}/",
    "CATEGORY_SAVE_AS": "topic/{slug}/index.html",
    "AUTHOR_URL": "author/{slug}/",
    "AUTHOR_SAVE_AS": "author/{slug}/index.html",
    "TAGS_SAVE_AS": "tag/index.html",
    "CATEGORIES_SAVE_AS": "topic/index.html",
    "AUTHORS_SAVE_AS": "author/index.html",
    "ARCHIVES_SAVE_AS": "archive/index.html",
    "DEFAULT_PAGINATION": 10,
    "PAGINATION_PATTERNS": [
        [1, "{base_name}/", "{base_name}/index.html"],
        [2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"],
    ],
    "DIRECT_TEMPLATES": ["index", "tags", "categories", "authors", "archives"],
    "JINJA_ENVIRONMENT": {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []},
    "USE_FOLDER_AS_CATEGORY": False,
    "RELATIVE_URLS": True,
    "LOCALE": ["C"],
    "TIMEZONE": "Europe/Oslo",
    "DEFAULT_LANG": "en",
}
"""What both sites have, in the words of Pelican."""

ONE_FEED = {
    "FEED_MAX_ITEMS": 20,
    "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "FEED_ALL_RSS": "feeds/all.rss.xml",
    **{f"{kind}_FEED_{form}": None for kind in ("CATEGORY", "AUTHOR", "TRANSLATION") for form in ("ATOM", "RSS")},
}
"""What every other generator makes: the newest twenty posts as RSS and as Atom."""

ALL_FEEDS = {
    **ONE_FEED,
    **{
        f"{kind}_FEED_{form}": f"feeds/{kind.lower()}-{{slug}}.{form.lower()}.xml"
        for kind in ("CATEGORY", "AUTHOR")
        for form in ("ATOM", "RSS")
    },
    **{f"TRANSLATION_FEED_{form}": f"feeds/all-{{lang}}.{form.lower()}.xml" for form in ("ATOM", "RSS")},
}
"""The feeds that ours makes, but for JSON Feed and the feeds of audiences, which Pelican does not have."""

CARDS_APART = """
from pelican.plugins.press.card_drawer import CardDrawer
CardDrawer.__call__ = lambda self, cards: (b"" for card in cards)
"""
"""Lines for `pelicanconf.py`: no peer draws cards, so empty files take their place where they are told apart."""

WITHOUT_FEEDS_AND_SHARE = """
from pelican.plugins import share
from pelican.plugins.press import both_folders, kit, outgoing
for place, name in ((outgoing, "feed_parts"), (kit, "render_approved_feeds"), (both_folders, "write_kit"),
                    (share, "snippets")):
    assert getattr(place, name)
    setattr(place, name, lambda *words, **options: ())
"""


def lay_ours(root: Path, posts: int, *, cards: bool = False, told: bool = True) -> Path:
    """Write a Masthead site with so many posts and the plain theme; without `told` nobody hears of its posts."""
    _lay_posts(root, "ours", posts)
    (root / "authors").mkdir()
    for name, shown in {**AUTHORS, **STAFF}.items():
        trained = "2025-10-01" if name in STAFF else "2017-10-01"
        (root / "authors" / f"{name}.yaml").write_text(_person(name, shown, trained), "utf-8")
        (root / "authors" / f"{name}.png").write_bytes(picture(len(name)))
    # The training lasts, as the posts span eight years.
    (root / "policy.yaml").write_text(_policy({"trained-author": {"valid_days": 3660}}), "utf-8")
    settings = (REPOSITORY / "pelicanconf.py").read_text("utf-8")
    settings += ("" if cards else CARDS_APART) + ("" if told else WITHOUT_FEEDS_AND_SHARE)
    (root / "pelicanconf.py").write_text(settings, "utf-8")
    (root / "theme").symlink_to(HERE / "theme")
    return root


def lay_stock(root: Path, posts: int) -> Path:
    """Write the same posts in Pelican's own dialect, with the same theme and addresses."""
    _lay_posts(root, "stock", posts)
    own = {"SITENAME": NAME, "SITEURL": "https://blog.havlinje.example", "PATH": "content", "PLUGINS": []}
    (root / "theme").symlink_to(HERE / "theme")
    settings = {**SHARED, **ONE_FEED, **own, "THEME": "theme", "STATIC_PATHS": [], "PAGE_PATHS": []}
    write_settings(root / "pelicanconf.py", settings)
    write_settings(root / "allfeeds.py", {**settings, **ALL_FEEDS})
    write_settings(root / "cached.py", {**settings, "CACHE_CONTENT": True, "LOAD_CONTENT_CACHE": True})
    return root


def lay_peer(root: Path, kind: str, posts: int) -> Path:
    """Write the same posts for Hugo, Eleventy or Jekyll, with their own equal theme."""
    shutil.copytree(PEERS / kind, root)
    _lay_posts(root, kind, posts)
    if (PEERS / "node_modules").exists():
        (root / "node_modules").symlink_to(PEERS / "node_modules")
    return root


@lru_cache(maxsize=1)
def _posts(count: int) -> tuple[Written, ...]:
    return tuple(write_posts(count))


def _lay_posts(root: Path, kind: str, count: int) -> None:
    dialect = DIALECTS[kind]
    for post in _posts(count):
        place = root / dialect.path(post.name, post.day)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(dialect.render(post, count), "utf-8")
    (root / dialect.pictures).mkdir(parents=True)
    for number in range(PICTURES):
        (root / dialect.pictures / f"{number:02}.png").write_bytes(picture(number))


def write_settings(place: Path, settings: dict[str, object]) -> None:
    """Write settings as the Python file that Pelican reads."""
    place.write_text("".join(f"{name} = {value!r}\n" for name, value in settings.items()), "utf-8")


def edit_post(root: Path, kind: str, number: int, count: int, words: str) -> None:
    """Add a sentence to one post, as its author would."""
    place = root / DIALECTS[kind].path(f"log-{number:05}", day_of(number, count))
    place.write_text(f"{place.read_text('utf-8')}\n{words}\n", "utf-8")


def edit_title(root: Path, number: int, edit: int) -> None:
    """Change a title, which the pages of neighbours, lists and feeds show too."""
    place = root / f"content/blog/log-{number:05}.md"
    text = re.sub(r'^title: ".*"$', f'title: "The log of edit {edit}"', place.read_text("utf-8"), flags=re.MULTILINE)
    place.write_text(text, "utf-8")


def edit_author(root: Path, number: int, edit: int) -> None:
    """Change what an author says of themselves."""
    name = sorted(AUTHORS)[number % len(AUTHORS)]
    profile = json.loads((root / "authors" / f"{name}.yaml").read_text("utf-8"))
    profile["bio"] = f"{profile['name']} has worked on the coast since 2004. Edit {edit} told you so."
    (root / "authors" / f"{name}.yaml").write_text(json.dumps(profile, ensure_ascii=False, indent=1), "utf-8")


def large_pictures(root: Path) -> int:
    """Put photographs of 1,600 by 1,066 pixels in the place of the small pictures, and return how many."""
    for number in range(PICTURES):
        chance = random.Random(number)
        small = Image.frombytes("RGB", (80, 53), chance.randbytes(80 * 53 * 3))
        large = small.resize((1600, 1066), Image.Resampling.BICUBIC)
        large.save(root / DIALECTS["ours"].pictures / f"{number:02}.png")
    return PICTURES


def _person(name: str, shown: str, trained: str) -> str:
    profile = {
        "name": shown,
        "role": "Seafarer",
        "photo": f"{name}.png",
        "photo_alt": f"Drawing of {shown} on deck",
        "bio": f"{shown.partition(' ')[0]} has worked on the coast since 2004 and writes about what breaks on board.",
        "employed": {"from": "2004-05-01"},
        "trained": trained,
        "topics": list(TOPICS),
        "languages": ["en"],
        "mails": [f"{name}@havlinje.example"],
    }
    return json.dumps(profile, ensure_ascii=False, indent=1)


def switch_rules_off(root: Path, rules: Iterable[str]) -> None:
    """Change the site's policy so that no rule runs: the difference is what governance costs."""
    (root / "policy.yaml").write_text(_policy(dict.fromkeys(rules, "off")), "utf-8")


def _policy(rules: dict[str, object]) -> str:
    first, second = STAFF
    policy = {
        "as_of": f"{LAST_DAY.replace(day=20)}",
        "company": {
            "name": "Havlinje",
            "url": "https://blog.havlinje.example",
            "blog": NAME,
            "description": "What breaks at sea, and how it is mended.",
            "languages": ["en"],
            "country": "NO",
            "timezone": "Europe/Oslo",
            "mail": "blog@havlinje.example",
        },
        "strategy": {
            "goals": {"openness": {"name": "Be open", "measure": "Every setback is told within a week"}},
            "audiences": {name: {"name": name.capitalize(), "about": f"Our {name}"} for name in AUDIENCES},
            "topics": {topic: {"name": topic.replace("-", " ").capitalize()} for topic in TOPICS},
            "promises": ["We answer within a day"],
            "value_chain": ["We plan", "We sail"],
            "channels": ["blog", "linkedin", "mastodon"],
        },
        "roles": {"editor": [first], "leader": [LEADER], "communications": [first]},
        "signoff": {"require": "nothing"},
        "cadence": {"window": 28, "longest_gap": 60},
        "networks": {
            "x": {"account": "havlinje", "url": "https://x.com/havlinje_example"},
            "linkedin": {"account": "havlinje", "url": "https://www.linkedin.com/company/havlinje-example"},
            "facebook": {"account": "havlinje", "url": "https://www.facebook.com/havlinje.example"},
            "mastodon": {"account": "@havlinje@social.example", "url": "https://social.example/@havlinje"},
            "bluesky": {"account": "@havlinje.example", "url": "https://bsky.app/profile/havlinje.example"},
        },
        "rules": rules,
        "response": {
            "promise_hours": 24,
            "channels": [
                {
                    "name": "Customer service",
                    "address": "mailto:help@havlinje.example",
                    "languages": ["en"],
                    "hours": {"opens": "06:00", "closes": "22:00"},
                    "answer_hours": 24,
                    "people": [first],
                }
            ],
        },
    }
    for account in policy["networks"].values():
        account |= {"state": "active", "owners": [first, second]}
    # JSON is YAML too.
    return json.dumps(policy, ensure_ascii=False, indent=1) + "\n"
