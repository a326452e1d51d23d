"""Articles are what Pelican would make of the same posts: every value, every address, every list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.settings import read_settings
from pelican.urlwrappers import URLWrapper
from site_folder import SMALL, SiteFolder, lay_site

from pelican.plugins.press import Press
from pelican.plugins.press.ordered_articles import OrderedArticles
from pelican.plugins.press.post_reader import JUDGEMENT, take_over
from pelican.plugins.site_model import Post

LISTS = ("articles", "translations", "hidden_articles", "hidden_translations", "drafts", "drafts_translations", "dates")
NAMED = ("tags", "categories", "authors")
MORE_POSTS = {
    "blog/2026/bare.md": "---\ntitle: Bare & <plain>\ndate: 2026-03-01\ntags: [doors]\n---\nNothing else.\n",
    "blog/2026/late.md": "---\ntitle: Late\ndate: 2027-03-01\ntags: [Doors, '#', doors]\nauthors: [nobody]\n---\n.\n",
    "blog/2026/late.nn.md": "---\ntitle: Seint\ndate: 2026-02-01\nmodified: 2026-03-01\n---\nSnart.\n",
    "top.md": "---\ntitle: Top\ndate: 2026-03-01\n---\nHigh up.\n",
}
SETTINGS = {
    "as they are": {},
    "a folder is a topic": {"USE_FOLDER_AS_CATEGORY": True},
    "dates by language": {"DATE_FORMATS": {"nb": "%d. %B %H:%M"}, "DEFAULT_DATE_FORMAT": "%-d %b %z"},
    "a locale for each language": {"DATE_FORMATS": {"nb": ("C", "%d. %B")}},
    "planned posts are drafts": {"WITH_FUTURE_DATES": False},
    "metadata for all": {"DEFAULT_METADATA": {"url": "somewhere/", "series": "one"}},
    "metadata of names": {"FILENAME_METADATA": r"(?P<series>\w+)"},
    "metadata of paths": {"EXTRA_PATH_METADATA": {"blog": {"save_as": "up/here.html"}}},
    "an address of everything": {
        "ARTICLE_URL": "{category}/{date:%Y/%j}/{lang}-{slug}.html",
        "ARTICLE_SAVE_AS": "{author}/{path}/{title}/{post.id}.html",
    },
    "translations by slug": {"ARTICLE_TRANSLATION_ID": "slug", "ARTICLE_ORDER_BY": "title"},
    "no translations": {"ARTICLE_TRANSLATION_ID": None},
    "no company": {"AUTHOR": None},
}


def _stranger(sender: Any, metadata: dict[str, Any]) -> None:
    """Wait for articles: whatever of ours takes a shorter way has to go Pelican's."""


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    laid = lay_site(SMALL, tmp_path / "site", tmp_path / "state")
    for path, text in MORE_POSTS.items():
        laid.write(f"content/{path}", text)
    return laid


def _gather(site: SiteFolder, more: dict[str, Any], *, alone: bool) -> OrderedArticles:
    settings = read_settings(str(site.root / "pelicanconf.py"), override=more)
    if "AUTHOR" in more:
        del settings["AUTHOR"]
    settings["masthead_phase"] = "write"
    settings[JUDGEMENT] = Press(settings).judge()
    context = {**settings, "generated_content": {}, "static_links": set(), "static_content": {}, "localsiteurl": ""}
    signals.readers_init.connect(take_over)
    if not alone:
        signals.article_generator_context.connect(_stranger)
    try:
        generator = OrderedArticles(context, settings, settings["PATH"], settings["THEME"], settings["OUTPUT_PATH"])
        generator.generate_context()
    finally:
        signals.readers_init.disconnect(take_over)
        signals.article_generator_context.disconnect(_stranger)
    return generator


def _told(value: Any) -> Any:
    """Return the value in a form that is the same for two that are made apart."""
    if isinstance(value, Article):
        return value.source_path
    if isinstance(value, Post):
        return value.path, value.key
    if isinstance(value, URLWrapper):
        return type(value).__name__, value.name, value.slug, value.url
    if isinstance(value, dict):
        return {name: _told(one) for name, one in value.items() if name not in ("settings", "_context", "judgement")}
    if isinstance(value, list | tuple):
        return [*map(_told, value)]
    return type(value), repr(value)


def _all_told(generator: OrderedArticles) -> dict[str, Any]:
    every = [article for name in LISTS[:-1] for article in getattr(generator, name)]
    return {
        "lists": {name: _told(getattr(generator, name)) for name in LISTS},
        "named": {name: _told([*dict(getattr(generator, name)).items()]) for name in NAMED},
        "context": {name: _told(generator.context[name]) for name in (*LISTS[:1], "drafts", "dates", *NAMED)},
        "values": {
            article.source_path: _told({name: one for name, one in vars(article).items() if name != "_settled"})
            for article in every
        },
        "addresses": {article.source_path: (article.url, article.save_as, article.summary) for article in every},
        "names": {article.source_path: [name for name in dir(article) if name != "_settled"] for article in every},
        "content": {path: _told(one) for path, one in generator.context["generated_content"].items()},
        "links": generator.context["static_links"],
    }


@pytest.mark.parametrize("more", SETTINGS.values(), ids=SETTINGS)
def test_an_article_is_what_pelican_makes_of_the_post(site: SiteFolder, more: dict[str, Any]) -> None:
    ours, pelicans = (_all_told(_gather(site, more, alone=alone)) for alone in (True, False))
    assert len(ours["values"]) > len(MORE_POSTS)
    for part in pelicans:
        assert ours[part] == pelicans[part]


@pytest.mark.parametrize("kind", NAMED)
def test_each_list_has_the_articles_and_dates_that_pelican_gives_it(site: SiteFolder, kind: str) -> None:
    generator = _gather(site, {"NEWEST_FIRST_ARCHIVES": False}, alone=True)
    written: dict[type, list[Any]] = {OrderedArticles: [], ArticlesGenerator: []}
    for whose, told in written.items():

        def write(name: str, *_: Any, into: list[Any] = told, **page: Any) -> None:
            into.append((name, _told(page)))

        getattr(whose, f"generate_{kind}")(generator, write)
    assert any(len(page["dates"]) > 1 for _, page in written[OrderedArticles])
    assert written[OrderedArticles] == written[ArticlesGenerator]
