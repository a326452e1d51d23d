"""A hostile post, built: nothing of it is on any page or in any feed, and a hostile file stops the build."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hostile import ATTACKS
from lxml import etree
from site_folder import SiteFolder

HARM = re.compile(r"<script(?! type=\"application/ld\+json\")|<iframe|<svg|<[^>]* on\w+=|javascript:|data:text", re.I)
POST = "content/blog/2026/example.md"


def test_nothing_of_a_hostile_post_reaches_page_or_feed_and_the_author_is_told(small_site: SiteFolder) -> None:
    texts = [attack.text for attack in ATTACKS if attack.told and attack.name not in ("plaintext", "script-unclosed")]
    small_site.add(POST, "\n\n" + "\n\n".join(texts))
    built = small_site.run("masthead", "build", "--phase", "write", "--output", "output")
    assert built.code == 0, built.err
    # What stands behind an element that is never closed goes with it, and is not told one by one.
    for piece in ("<script> is not published", "'onerror' of <img>", "the address 'javascript:alert(1)' of <a>"):
        assert piece in built.said
    shown = [text for file in small_site.output.rglob("*") for text in _shown(file) if "forty-second morning" in text]
    assert len(shown) > 3
    assert not [found[0] for text in shown if (found := HARM.search(text))]


def _shown(file: Path) -> list[str]:
    """Return what the file has browsers and readers of feeds show as HTML."""
    if file.suffix == ".html":
        return [file.read_text("utf-8")]
    if file.suffix == ".xml":
        return ["".join(map(str, element.itertext())) for element in etree.parse(file).iter("{*}content", "{*}encoded")]
    if file.suffix == ".json" and "feeds" in file.parts:
        return [entry["content_html"] for entry in json.loads(file.read_bytes())["items"]]
    return []


def test_a_drawing_with_a_script_stops_the_build_whatever_the_policy_says(small_site: SiteFolder) -> None:
    small_site.write(
        "content/blog/2026/door.svg",
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    )
    small_site.add(POST, "\n\n![The door, half open](door.svg)\n")
    small_site.add("policy.yaml", "rules: {linked-files: off}\n")
    built = small_site.run("masthead", "build")
    assert built.code != 0
    assert "'content/blog/2026/door.svg' holds <script> in line 1" in built.said
    assert not list(small_site.output.rglob("door.svg"))
