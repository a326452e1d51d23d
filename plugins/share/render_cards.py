"""The cards of all posts, as files: public, because networks fetch them, and once more beside the kit's pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..site_model import House, OutputFile, Published
from .addresses import folder
from .card import Card, card_of
from .draw_card import draw_card

Draw = Callable[[Card], bytes]


def render_cards(
    house: House, published: Iterable[Published], draw: Draw = draw_card, *, for_kit: bool = False
) -> Iterator[OutputFile]:
    """Yield one card a post; `draw` may be one that keeps what it drew under `card_key`."""
    for page in published:
        card = card_of(page.post, page.url, house)
        path = f"{folder(page.url, house.policy.company.url)}share/card.png" if for_kit else card.path
        yield OutputFile(path, draw(card))
