"""What each article carries for templates beside its post: topic, feeds, sign-off and neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from pelican.contents import Article

from ..feeds import links_for_post
from ..feeds.render import FeedLink
from ..signoff.verdict import Signoff
from ..site_model import Post, words_in
from .judge import Judgement


def furnish(articles: Iterable[Article], judgement: Judgement, links: Iterable[FeedLink]) -> None:
    """Set topic, feeds, sign-off and neighbours of each article, for templates to show."""
    house = judgement.site.house
    links = tuple(links)
    by_language: dict[str, list[Article]] = {}
    # Thousands of posts stand in the same few feeds: one object for all of them is made, kept and digested once.
    feeds: dict[tuple[str | tuple[str, ...], ...], tuple[FeedLink, ...]] = {}
    for article in articles:
        post: Post = article.post
        topic = house.policy.strategy.topics.get(post.topic)
        article.topic_name = words_in(topic.name, post.lang, house.policy.company.languages[0]) if topic else post.topic
        told = (post.topic, post.audience, post.lang, post.authors)
        article.feeds = feeds.get(told) or feeds.setdefault(told, links_for_post(links, post))
        article.signoff = shown_signoff(judgement.signoffs.posts.get(post.path))
        article.previous_post = article.next_post = None
        by_language.setdefault(post.lang, []).append(article)
    for group in by_language.values():
        group.sort(key=lambda article: (article.date, article.post.path))
        for before, after in pairwise(group):
            before.next_post, after.previous_post = after, before


def shown_signoff(signoff: Signoff | None) -> Signoff | None:
    """Return the verdict if a named editor stands behind it, for pages to show."""
    return signoff if signoff and signoff.editor and signoff.lets_out else None
