"""Posts in six languages whose titles try to break pages, feeds, texts and cards."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import hostile_titles
import yaml
from hostile_titles import LANGUAGES
from site_folder import SMALL

from pelican.plugins.share import find_networks

TITLES = (
    *hostile_titles.TITLES,
    "]]> &amp; {{ x }} \\n {% raw %} right to left <script>alert(1)</script>",
)


def lay_hostile(root: Path, posts: int) -> None:
    """Write a site with so many posts, active on every network."""
    shutil.copytree(SMALL / "authors", root / "authors")
    policy = yaml.load((SMALL / "policy.yaml").read_text("utf-8"), yaml.BaseLoader)
    policy["company"]["languages"] = list(LANGUAGES)
    policy["networks"] = {
        id: {"state": "active", "url": f"https://{id}.example/@havlinje", "owners": ["ewa-nowak", "kari-lund"]}
        for id in find_networks()
    }
    (root / "policy.yaml").write_text(yaml.safe_dump(policy, allow_unicode=True), "utf-8")
    (root / "content" / "blog").mkdir(parents=True)
    pairs = list(product(TITLES, LANGUAGES))
    for number in range(posts):
        title, lang = pairs[number % len(pairs)]
        front = {
            "title": f"{number} {title}",
            "slug": f"post-{number}",
            "date": str(date(2026, 3, 19) - timedelta(days=number % 700)),
            "lang": lang,
            "authors": ["kari-lund", "mikko-salo"],
            "topic": "operations",
            "audience": "passengers",
            "goal": "openness",
            "voice": "personal",
            "disclosure": "none",
            "summary": f"About {title[:150]}",
            "sources": "own experience",
            "tags": ["sjø og land", title[:30], "C++"],
        }
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
        text = "\n".join(["---", *lines, "---", f"It went as **{number}** says: &amp; no more.", ""])
        (root / "content" / "blog" / f"post-{number}.md").write_text(text, "utf-8")
