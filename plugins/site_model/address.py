"""Where a post will live, by Pelican's own rule for its patterns."""

from __future__ import annotations

from .post import Post
from .site import House


def post_address(post: Post, house: House) -> str:
    """Return the post's address relative to the site, such as `en/2026/ferry-delay/`."""
    in_default_language = post.lang == house.policy.company.languages[0]
    addresses = house.addresses
    if post.page:
        pattern = addresses.page if in_default_language else addresses.page_translation
        return pattern.format(lang=post.lang, slug=post.slug)
    pattern = addresses.post if in_default_language else addresses.translation
    topic = post.topic or "unsorted"
    return pattern.format(lang=post.lang, slug=post.slug, date=post.date, category=topic)


def post_url(post: Post, house: House) -> str:
    """Return the post's absolute address."""
    return f"{house.policy.company.url}/{post_address(post, house)}"
