"""All that decides how the page of a post looks, beside its words."""

from __future__ import annotations

from msgspec import Struct

from .offers import Offer


class OfferShape(Struct, frozen=True, kw_only=True):
    """How the place of one text looks; `folded` says of each of its posts whether the network hides its end."""

    name: str
    network: str
    variant: str
    own: bool
    written: bool
    titled: bool
    opens: bool
    fits: bool
    folded: tuple[bool, ...]


class PageShape(Struct, frozen=True, kw_only=True):
    """All that decides how a page looks, beside the words of its post."""

    depth: int
    host: str | None
    lang: str
    expires: bool
    disclosed: bool
    held: bool
    drafts: int
    files: tuple[str, ...]
    offers: tuple[OfferShape, ...]


def offer_shape(offer: Offer) -> OfferShape:
    """Return how the place of this text looks."""
    snippet = offer.snippet
    return OfferShape(
        name=snippet.name,
        network=snippet.network,
        variant=snippet.variant,
        own=snippet.audience == "employee",
        written=snippet.source == "written",
        titled=bool(snippet.title),
        opens=bool(snippet.intent_url),
        fits=snippet.count.fits,
        folded=tuple(bool(part.after) for part in offer.parts),
    )
