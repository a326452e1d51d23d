"""What feedgen 1.0 leaves out or gets wrong, put right through its own extension points.

RSS loses the hub; Atom entries lose `rel`, `type` and `length` of their links; its media extension wraps one
picture in a group; only `author` is written, which RSS reserves for mail addresses. Extensions are duck-typed
there, so nothing is inherited.
"""

from __future__ import annotations

from lxml.etree import SubElement, _Element

from .entry import FeedEntry

ATOM = "http://www.w3.org/2005/Atom"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class FeedExtension:
    """Adds the hub to RSS and declares the namespaces entries use."""

    def __init__(self, hub: str | None) -> None:
        self._hub = hub

    def extend_ns(self) -> dict[str, str]:
        """Return the prefixes for the root of the feed."""
        return {"dc": DUBLIN_CORE, "media": MEDIA}

    def extend_rss(self, rss: _Element) -> _Element:
        """Name the WebSub hub; feedgen writes the first self link only."""
        if self._hub:
            SubElement(rss[0], f"{{{ATOM}}}link", {"rel": "hub", "href": self._hub})
        return rss


class EntryExtension:
    """Adds to one entry what feedgen cannot."""

    def __init__(self, entry: FeedEntry) -> None:
        self._entry = entry

    def extend_rss(self, item: _Element) -> _Element:
        """Name authors and language, and show the picture without a group around it."""
        # One element for all: of several, newsboat shows the last and others the first.
        SubElement(item, f"{{{DUBLIN_CORE}}}creator").text = ", ".join(self._entry.authors)
        SubElement(item, f"{{{DUBLIN_CORE}}}language").text = self._entry.language
        if picture := self._entry.picture:
            attributes = {"url": picture.url, "type": picture.media_type, "fileSize": str(picture.length)}
            shown = SubElement(item, f"{{{MEDIA}}}content", attributes | {"medium": "image"})
            if self._entry.picture_alt:
                SubElement(shown, f"{{{MEDIA}}}description", {"type": "plain"}).text = self._entry.picture_alt
        return item

    def extend_atom(self, entry: _Element) -> _Element:
        """Write the links with all their attributes, and the language of the entry."""
        entry.set(XML_LANG, self._entry.language)
        page = {"rel": "alternate", "type": "text/html", "hreflang": self._entry.language, "href": self._entry.url}
        SubElement(entry, "link", page)
        if picture := self._entry.picture:
            attributes = {"type": picture.media_type, "length": str(picture.length), "href": picture.url}
            SubElement(entry, "link", {"rel": "enclosure"} | attributes)
        return entry


class WrittenEntry:
    """An entry rendered once and lent to one feed after the other; feedgen asks it for nothing but its element."""

    def __init__(self, element: _Element) -> None:
        self._element = element

    def register_extension(self, *_: object) -> None:
        """Take no further extension: the element is finished."""

    def rss_entry(self) -> _Element:
        """Return the element; appending it moves it out of the feed that was written before."""
        return self._element

    atom_entry = rss_entry
