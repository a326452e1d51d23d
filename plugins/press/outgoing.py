"""What the press adds to Pelican's pages: values for templates, feeds, snippets, portraits and the public record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, PagesGenerator

from ..feeds import MadeEntries, Scope, feed_links, feed_parts, find_scopes
from ..site_model import OutputFile, Published
from .all_content import all_articles, all_pages
from .aside import Aside
from .failure import StoppedError
from .feed_files import FeedFiles
from .furnish import furnish, shown_signoff
from .generators import OrderedPages
from .governance import governance
from .judge import Judgement
from .judged_article import published
from .kit import write_public
from .language_pages import LanguagePages
from .page_inputs import PageInputs
from .parts import PartInputs
from .pictures import feed_pictures, show_pictures
from .search_index import SEARCH, write_search_index
from .shown_article import show_whole
from .strict_log import KeptErrors
from .template_values import template_values
from .tombstones import tombstones
from .watch import Watched


class Outgoing:
    """Takes the articles over once Pelican has read them all, and writes the rest once it has written its pages."""

    def __init__(self, judgement: Judgement, settings: dict[str, Any], errors: KeptErrors, aside: Aside) -> None:
        self.judgement = judgement
        self.aside = aside
        self.settings = settings
        self.errors = errors
        self.generator: ArticlesGenerator | None = None
        self.pages: PagesGenerator | None = None
        self.published: tuple[Published, ...] = ()
        self.public: set[str] = set()
        self.scopes: tuple[Scope, ...] = ()
        self.entries = MadeEntries()

    def receive(self, generators: Iterable[Any]) -> None:
        """Compare what Pelican read with what was judged, and give templates our values. Raises StoppedError."""
        generators = list(generators)
        self.generator = generator = next(one for one in generators if isinstance(one, ArticlesGenerator))
        self.pages = next(one for one in generators if isinstance(one, PagesGenerator))
        self.confirm()
        articles = all_articles(generator)
        if self.aside.alone:
            # Nobody else is there who could still change what an address is made of, or has given one of them filters.
            self.settle()
            _share_templates(generators, generator.env)
        house = self.judgement.site.house
        base = house.policy.company.url
        self._publish(base)
        for article in articles:
            if article.post.attaches or article.replaced:
                # Pelican moves a file beside the first page that attaches it, when it makes that page's text.
                article.get_content(base)
        links = feed_links(self.scopes)
        furnish(articles, self.judgement, links)
        whole = [*articles, *all_pages(self.pages)]
        show_pictures(whole, self.judgement.site, generator.context, self.settings, self.aside)
        generator.context.update(template_values(self.judgement, articles, links, Path(generator.theme)))
        generator.context["search"] = bool(self.settings.get(SEARCH))
        for kind in ("generated_content", "static_content"):
            generator.context[kind] = Watched(kind, generator.context[kind])
        show_whole(whole, generator.env, generator.context)

    def write_public(self) -> None:
        """Write the cards and the feeds of texts to post."""
        before = self.aside.claimed.keys() | set()
        write_public(self.judgement, self.published, Path(self.settings["PATH"]).parent, self.aside)
        self.public = self.aside.claimed.keys() - before

    def write(self) -> None:
        """Write what the pages are needed for. Raises StoppedError where a page is missing."""
        self.confirm()
        self.aside.purge()
        folder, claimed = self.aside.path, self.aside.claimed
        all_content = [*all_articles(self.generator), *all_pages(self.pages)]
        loose = [one for one in all_content if one.save_as not in claimed]
        if unwritten := [one for one in loose if not (folder / one.save_as).is_file()]:
            raise StoppedError([f"{one.post.path}: its page was not written" for one in unwritten])
        if self.settings.get(SEARCH):
            self.aside.loose |= {str(place.relative_to(folder)) for place in write_search_index(folder)}

    def follow(self, judgement: Judgement, errors: KeptErrors, aside: Aside) -> None:
        """Put a later judgement, which differs in texts alone, in the place of the one that the articles have."""
        self.judgement, self.errors, self.aside = judgement, errors, aside
        articles = all_articles(self.generator)
        for one in [*articles, *all_pages(self.pages)]:
            own = {"post": judgement.by_path[one.post.path], "judgement": judgement}
            # Past the article's own way of setting values, which forgets its address.
            vars(one).update(own)
            vars(one)["metadata"].update(own)
        for article in articles:
            vars(article)["signoff"] = shown_signoff(judgement.signoffs.posts.get(article.post.path))
        base = judgement.site.house.policy.company.url
        self._publish(base)

    def _publish(self, base: str) -> None:
        """Note what goes out, and which feeds it belongs to."""
        self.published = tuple(published(article, base, self.aside) for article in all_articles(self.generator))
        self.scopes = find_scopes(self.judgement.site.house, [*self.published, *tombstones(self.judgement)])

    def beside_pages(self, inputs: PageInputs) -> Iterator[Callable[[], None]]:
        """Yield what writes the files that wait for no page."""
        house = self.judgement.site.house
        assert self.generator is not None, "Pelican has read the articles by now"
        inputs.begin(self.generator.context)
        if self.aside.alone:
            ledger = self.aside.ledger
            ledger.standing = self.judgement.standing
            inputs.compare(ledger.standing, ledger)
        pictures = feed_pictures(all_articles(self.generator), house.policy.company.url)
        feeds = feed_parts(house, self.scopes, pictures=pictures, made=self.entries)
        files = FeedFiles(self.aside, inputs, PartInputs(self.judgement), pictures)
        # An entry stands in several feeds: whoever writes one writes all, so that it is made once.
        yield partial(files.write, files.stale(feeds))
        yield partial(self.aside.write_all, self._record())

    def _record(self) -> Iterator[OutputFile]:
        yield OutputFile("governance.json", governance(self.judgement, self.published))

    def settle(self) -> None:
        """Let the articles keep their addresses from now on: whoever could change them has had their say."""
        for article in all_articles(self.generator):
            article.settle()

    def confirm(self) -> None:
        """Raise StoppedError if Pelican has met errors, or holds other articles or pages than were judged."""
        judged = self.judgement.by_path
        all_content = [*all_articles(self.generator), *all_pages(self.pages)]
        read = {_source(one): getattr(one, "post", None) for one in all_content}
        facts = [f"{path}: judged, but a plugin or a setting has Pelican leave it out" for path in judged.keys() - read]
        facts += [f"{path}: not judged, but Pelican would publish it" for path in read.keys() - judged]
        facts += [
            f"{path}: judged, but changed since" for path in judged if path in read and read[path] is not judged[path]
        ]
        if facts or self.errors.messages:
            raise StoppedError([*self.errors.messages, *sorted(facts)])


def _share_templates(generators: Iterable[Any], environment: Environment) -> None:
    """Have our own generators compile each template once for all."""
    for one in generators:
        if isinstance(one, OrderedPages | LanguagePages):
            one.env = environment


def _source(content: Content) -> str:
    return content.post.path if hasattr(content, "post") else str(content.source_path)
