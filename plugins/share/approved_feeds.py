"""One small feed per network whose entries are the texts to post, for every tool that reads RSS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from email.utils import format_datetime
from html import escape
from urllib.parse import urlsplit

from lxml import etree

from ..site_model import House, OutputFile, Published, Snippet
from .compose import clean
from .networks import find_networks
from .shared_post import SharedPost, Texts, shared_posts
from .timing import is_open, starts

ENTRIES = 20
ATOM, MEDIA = "http://www.w3.org/2005/Atom", "http://search.yahoo.com/mrss/"


def render_approved_feeds(
    house: House, published: Iterable[Published], *, texts: Texts | None = None
) -> Iterator[OutputFile]:
    """Yield `feeds/share-<network>.xml`, newest first, with nothing whose time has not come or is over."""
    current = [page for page in published if is_open(page.post, house)]
    shared = shared_posts(house, current, texts)
    shared.sort(key=lambda one: starts(one.post, house), reverse=True)
    # Every post has a text for each network, so the newest posts are all that any feed needs.
    newest = [(one, snippet) for one in shared[:ENTRIES] for snippet in one.scheduled]
    for network in sorted({snippet.network for _, snippet in newest}):
        entries = [(one, snippet) for one, snippet in newest if snippet.network == network]
        path = f"feeds/share-{network}.xml"
        yield OutputFile(path, _feed(network, entries, path, house))


def _feed(network: str, entries: list[tuple[SharedPost, Snippet]], path: str, house: House) -> bytes:
    company = house.policy.company
    rss = etree.Element("rss", {"version": "2.0"}, nsmap={"atom": ATOM, "media": MEDIA})
    channel = etree.SubElement(rss, "channel")
    _add(channel, "title", f"{company.name}: {find_networks()[network].name}")
    _add(channel, "link", f"{company.url}/")
    _add(channel, "description", f"What {company.name} says about its posts on {find_networks()[network].name}.")
    _add(channel, "lastBuildDate", format_datetime(starts(entries[0][0].post, house)))
    self_link = {"rel": "self", "type": "application/rss+xml", "href": f"{company.url}/{path}"}
    etree.SubElement(channel, f"{{{ATOM}}}link", self_link)
    for one, snippet in entries:
        entry = etree.SubElement(channel, "item")
        _add(entry, "title", clean(one.post.title))
        _add(entry, "link", one.url)
        # Of a thread its first post, which has the link: all of it is more than a network takes at once.
        _add(entry, "description", _as_html(snippet.text))
        host, day = urlsplit(company.url).hostname, one.post.date.date()
        _add(entry, "guid", f"tag:{host},{day}:{snippet.id}").set("isPermaLink", "false")
        _add(entry, "pubDate", format_datetime(starts(one.post, house)))
        for tag in snippet.hashtags:
            _add(entry, "category", tag)
        for media in snippet.media:
            picture = {"url": media.url, "medium": "image", "type": "image/png"}
            content = etree.SubElement(entry, f"{{{MEDIA}}}content", picture)
            _add(content, f"{{{MEDIA}}}description", media.alt)
    body: bytes = etree.tostring(rss, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return body


def _as_html(text: str) -> str:
    """Return the text as what RSS takes a description for, lines kept."""
    return escape(text, quote=False).replace("\n", "<br>\n")


def _add(parent: etree._Element, name: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, name)
    element.text = text
    return element
