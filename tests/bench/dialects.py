"""The same post as each generator reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from corpus import AUDIENCES, AUTHORS, Written, day_of

_CREDIT = '{: credit="Dag Eide / Havlinje" licence="CC BY 4.0" }'


@dataclass(frozen=True)
class Dialect:
    """Where a generator looks for posts and pictures, and how it writes a post."""

    path: Callable[[str, date], str]
    pictures: str
    render: Callable[[Written, int], str]


def _ours(post: Written, count: int) -> str:
    front = f"""---
title: "{post.title}"
date: {post.day}
authors: [{", ".join(post.authors)}]
topic: {post.topic}
audience: {AUDIENCES[post.number % len(AUDIENCES)]}
goal: openness
voice: personal
disclosure: none
summary: "{post.summary}"
sources:
  - {{id: report, title: Report {post.number}, publisher: Havlinje, url: {post.report}}}
tags: [{", ".join(post.tags)}]
---
"""
    return _whole(front, post, "[@report]", "pictures", f"{_before(post)}.md", credit=_CREDIT)


def _stock(post: Written, count: int) -> str:
    front = f"""Title: {post.title}
Date: {post.day}
Authors: {"; ".join(_names(post))}
Category: {post.topic}
Summary: {post.summary}
Tags: {", ".join(post.tags)}
"""
    return _whole(front, post, _link(post), "{static}pictures", f"{{filename}}{_before(post)}.md")


def _hugo(post: Written, count: int) -> str:
    return _peer(post, count, {"topic": f"[{post.topic}]"})


def _eleventy(post: Written, count: int) -> str:
    return _peer(post, count, {"topic": post.topic, "layout": "post.njk", "permalink": _address(post.name, post.day)})


def _jekyll(post: Written, count: int) -> str:
    return _peer(post, count, {"topic": post.topic, "layout": "post"})


def _peer(post: Written, count: int, more: Mapping[str, str]) -> str:
    keys = {
        "title": f'"{post.title}"',
        "date": str(post.day),
        "author": f"[{', '.join(_names(post))}]",
        "summary": f'"{post.summary}"',
        "tag": f"[{', '.join(post.tags)}]",
        **more,
    }
    front = "\n".join(["---", *(f"{key}: {value}" for key, value in keys.items()), "---", ""])
    before = max(post.number - 1, 0)
    # The address itself, so that no peer spends time on finding it.
    neighbour = _address(_before(post), day_of(before, count))
    return _whole(front, post, _link(post), "/blog/pictures", neighbour)


def _whole(front: str, post: Written, cite: str, pictures: str, neighbour: str, *, credit: str = "") -> str:
    body = post.body
    filled = {"<cite>": cite, "<pictures>": pictures, "<neighbour>": neighbour, "<credit>": credit}
    for slot, words in filled.items():
        body = body.replace(slot, words)
    return f"{front}\n{body}\n"


def _names(post: Written) -> list[str]:
    return [AUTHORS[author] for author in post.authors]


def _link(post: Written) -> str:
    return f"([Report {post.number}]({post.report}))"


def _before(post: Written) -> str:
    return f"log-{max(post.number - 1, 0):05}"


def _address(name: str, day: date) -> str:
    return f"/en/{day.year}/{name}/"


DIALECTS = {
    "ours": Dialect(lambda name, day: f"content/blog/{name}.md", "content/blog/pictures", _ours),
    "stock": Dialect(lambda name, day: f"content/blog/{name}.md", "content/blog/pictures", _stock),
    "hugo": Dialect(lambda name, day: f"content/blog/{name}.md", "static/blog/pictures", _hugo),
    "eleventy": Dialect(lambda name, day: f"posts/{name}.md", "blog/pictures", _eleventy),
    "jekyll": Dialect(lambda name, day: f"_posts/{day}-{name}.md", "blog/pictures", _jekyll),
}
