"""The cards of all posts, as files: public, because networks fetch them. The kit has each once more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..site_model import House, OutputFile, Published
from .card import Card, card_of
from .draw_card import draw_card

Draw = Callable[[Sequence[Card]], Iterable[bytes]]


def draw_each(cards: Sequence[Card]) -> Iterator[bytes]:
    """Draw one card after the other."""
    return map(draw_card, cards)


def render_cards(house: House, published: Iterable[Published], draw: Draw = draw_each) -> Iterator[OutputFile]:
    """Yield one card a post; `draw` may be one that keeps what it drew under `card_key`."""
    cards = [card_of(page.post, page.url, house) for page in published]
    for card, picture in zip(cards, draw(cards), strict=True):
        yield OutputFile(card.path, picture)
