"""Where each page of the site lives, in each language. The default language has the plain addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..site_model import House, Post
from ..site_model.slug import slugify

PAGES = {
    "home": ("", "index"),
    "topics": ("topic/", "categories"),
    "people": ("author/", "authors"),
    "archive": ("archive/", "archives"),
    "tags": ("tag/", "tags"),
    "search": ("search/", "search"),
    "contact": ("contact/", "contact"),
    "conduct": ("conduct/", "conduct"),
    "feeds": ("feeds/", "feeds"),
}
"""Name of each page that every site has, with its address in the default language and its template."""


@dataclass(frozen=True)
class Addressbook:
    """Addresses are relative to the site; a page that does not exist has the address ''."""

    languages: tuple[str, ...]
    topics: frozenset[str]
    audiences: frozenset[str]
    people: frozenset[str]

    @classmethod
    def of(cls, house: House, posts: Iterable[Post]) -> Addressbook:
        """Return the addresses of a site with these posts."""
        posts = list(posts)
        return cls(
            languages=house.policy.company.languages,
            topics=frozenset(post.topic for post in posts if post.topic),
            audiences=frozenset(post.audience for post in posts if post.audience in house.policy.strategy.audiences),
            people=frozenset(name for post in posts for name in post.authors if name in house.people),
        )

    def prefix(self, lang: str) -> str:
        """Return what stands before every address in that language."""
        return "" if lang == self.languages[0] or lang not in self.languages else f"{lang}/"

    def page_url(self, name: str, lang: str) -> str:
        """Return the address of one of PAGES. Raises KeyError for a name that is none."""
        return self.prefix(lang) + PAGES[name][0]

    def topic_url(self, topic: str, lang: str) -> str:
        """Return the address of a topic's page."""
        return f"{self.prefix(lang)}topic/{slugify(topic)}/" if topic in self.topics else ""

    def audience_url(self, audience: str, lang: str) -> str:
        """Return the address of an audience's page."""
        return f"{self.prefix(lang)}audience/{slugify(audience)}/" if audience in self.audiences else ""

    def person_url(self, person: str, lang: str) -> str:
        """Return the address of an author's page."""
        return f"{self.prefix(lang)}author/{person}/" if person in self.people else ""

    def alternates(self) -> Iterator[dict[str, str]]:
        """Yield, for each page that exists in all languages, language to address."""
        for name in PAGES:
            yield {lang: self.page_url(name, lang) for lang in self.languages}
        for names, address in (
            (self.topics, self.topic_url),
            (self.audiences, self.audience_url),
            (self.people, self.person_url),
        ):
            for name in sorted(names):
                yield {lang: address(name, lang) for lang in self.languages}
