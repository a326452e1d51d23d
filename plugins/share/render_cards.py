"""The cards of all posts, as files: public, because networks fetch them, and once more beside the kit's pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..site_model import House, OutputFile, Published
from .addresses import folder
from .card import Card, card_of
from .draw_card import draw_card

Draw = Callable[[Sequence[Card]], Iterable[bytes]]


def draw_each(cards: Sequence[Card]) -> Iterator[bytes]:
    """Draw one card after the other."""
    return map(draw_card, cards)


def render_cards(
    house: House, published: Iterable[Published], draw: Draw = draw_each, *, for_kit: bool = False
) -> Iterator[OutputFile]:
    """Yield one card a post; `draw` may be one that keeps what it drew under `card_key`."""
    pages = list(published)
    cards = [card_of(page.post, page.url, house) for page in pages]
    for page, card, picture in zip(pages, cards, draw(cards), strict=True):
        kit = f"{folder(page.url, house.policy.company.url)}share/card.png"
        yield OutputFile(kit if for_kit else card.path, picture)
