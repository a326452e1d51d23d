"""The page from which staff copy the texts about one post: laid out once per shape, then filled with words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlsplit

from markupsafe import escape

from ..site_model import House, OutputFile, Snippet
from .card import Card
from .kit_frame import render_in_frame
from .network import Network
from .networks import find_networks
from .offers import CLOSES, OPENS, Offer, names, offers
from .page_shape import OfferShape, PageShape, offer_shape
from .phrases import disclosure
from .shared_post import SharedPost
from .timing import expires, is_held, starts

_MOST_LAYOUTS = 64
_EDGE = "\0"


class Dossier(NamedTuple):
    """A post with its texts and its card at hand; `approved` says by whom the texts are."""

    one: SharedPost
    texts: tuple[Snippet, ...]
    card: Card
    approved: str


class Place(NamedTuple):
    """A network with its numbered texts; `people` may post on the company's account."""

    network: Network
    account: str
    people: str
    offers: tuple[tuple[int, OfferShape], ...]

    @property
    def has_choice(self) -> bool:
        """Say whether employees find several texts for their own account."""
        return sum(offer.own for _, offer in self.offers) > 1


class Layout:
    """A page with gaps for words."""

    def __init__(self, page: str) -> None:
        pieces = page.split(_EDGE)
        self._names = pieces[1::2]
        self._pieces = [piece.encode() for piece in pieces]

    def filled(self, words: Mapping[str, str]) -> bytes:
        """Return the page with the words in its gaps, made harmless all at once, and with what they mark marked."""
        joined = _EDGE.join([word.replace(_EDGE, "") for word in words.values()])
        harmless = str(escape(joined)).replace(OPENS, '<span class="link">').replace(CLOSES, "</span>")
        filling = dict(zip(words, harmless.encode().split(_EDGE.encode()), strict=True))
        pieces = self._pieces.copy()
        pieces[1::2] = map(filling.__getitem__, self._names)
        return b"".join(pieces)


class PostPages:
    """Renders the pages of a house's posts; they need no server and no script."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._layout = lru_cache(maxsize=_MOST_LAYOUTS)(partial(_layout, house))

    def render(self, dossier: Dossier, drafts: Sequence[str], files: Sequence[str]) -> OutputFile:
        """Return the page of one post; `drafts` are paths, `files` are the names of what else is in its folder."""
        one, shown = dossier.one, tuple(offers(dossier.texts))
        shape = PageShape(
            depth=one.folder.count("/"),
            host=urlsplit(one.url).hostname,
            lang=one.post.lang,
            expires=bool(one.post.share_window and one.post.share_window.expires),
            disclosed=bool(disclosure(one.post.disclosure, one.post.lang)),
            held=is_held(one.post, self._house),
            drafts=len(drafts),
            files=tuple(files),
            offers=tuple(map(offer_shape, shown)),
        )
        words = _words(dossier, self._house, drafts) | dict(_offered(shown))
        return OutputFile(f"{one.folder}index.html", self._layout(shape).filled(words))


def _gap(*name: object) -> str:
    return f"{_EDGE}{' '.join(map(str, name))}{_EDGE}"


def _layout(house: House, shape: PageShape) -> Layout:
    places = tuple(_places(shape.offers, house))
    most = (place.network.limits.alt for place in places)
    values = {"shape": shape, "gap": _gap, "places": places, "shortest_alt": min(filter(None, most), default=None)}
    return Layout(render_in_frame("post.html", shape.depth, house, **values))


def _places(shapes: Sequence[OfferShape], house: House) -> Iterator[Place]:
    for id, group in groupby(enumerate(shapes), key=lambda numbered: numbered[1].network):
        account = house.policy.networks[id]
        yield Place(find_networks()[id], account.account, names(account.owners, house), tuple(group))


def _words(dossier: Dossier, house: House, drafts: Sequence[str]) -> dict[str, str]:
    one, card = dossier.one, dossier.card
    post, end = one.post, expires(one.post, house)
    words = {
        "title": post.title,
        "url": one.url,
        "authors": names(post.authors, house),
        "approved": dossier.approved or "nobody yet",
        "starts": f"{starts(post, house):%Y-%m-%d %H:%M %Z}",
        "expires": f"{end:%Y-%m-%d %H:%M %Z}" if end else "",
        "disclosed": disclosure(post.disclosure, post.lang),
        "card title": card.title,
        "alt": card.alt,
        "alt length": str(len(card.alt)),
        "folder": one.folder,
    }
    for number, path in enumerate(drafts):
        words |= {f"draft {number}": path, f"draft name {number}": path.rpartition("/")[2]}
    return {name: word.replace(OPENS, "").replace(CLOSES, "") for name, word in words.items()}


def _offered(shown: Sequence[Offer]) -> Iterator[tuple[str, str]]:
    for number, offer in enumerate(shown):
        yield f"measure {number}", offer.measure
        if offer.snippet.title:
            yield f"subject {number}", offer.snippet.title
        if offer.snippet.intent_url:
            yield f"intent {number}", offer.snippet.intent_url
        for place, part in enumerate(offer.parts):
            yield f"rows {number} {place}", part.rows
            yield f"text {number} {place}", part.text
            yield f"before {number} {place}", part.before
            yield f"after {number} {place}", part.after
