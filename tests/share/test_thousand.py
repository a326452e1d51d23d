"""A thousand posts in six languages whose titles try to break things."""

from __future__ import annotations

from itertools import product
from urllib.parse import parse_qs, urlsplit

import hostile_titles
from hostile_titles import LANGUAGES
from share_site import house, post

from pelican.plugins.share import find_networks, snippets

TITLES = (
    *hostile_titles.TITLES,
    "]]> &amp; {{ x }} \\n \u202eright to left\u202c \x07\x00",
)


def test_a_thousand_hostile_posts_fit_link_and_open() -> None:
    everywhere, known = house(), find_networks()
    count = 0
    for number, (title, language) in zip(range(1000), product(TITLES * 14, LANGUAGES), strict=False):
        url = f"https://blog.havlinje.no/{language}/post-{number}/"
        one = post(
            title=f"{number} {title}", summary=title[::-1][:150], lang=language, tags=("sjø og land", title[:30], "C++")
        )
        for text in snippets(one, url, everywhere):
            count += 1
            assert text.count.fits, (number, text)
            assert url in text.text.split(), (number, text)
            assert known[text.network].count(text.text) == text.count
            if text.intent_url and text.prefill == "text+url":
                values = {key: value[0] for key, value in parse_qs(urlsplit(text.intent_url).query).items()}
                said = values.get("body", values.get("text", "")).replace("\r\n", "\n")
                assert text.text in (said, f"{url}\n{said}"), (number, text)
    assert count == 1000 * len(known) * 2
