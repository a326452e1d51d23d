"""The cards of all posts, each drawn once per change of its words, the layout, the fonts or the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..share.card import Card
from ..site_model.cache import Cache
from ..site_model.parallel import spread

CARDS_FILE = ".masthead/cards.sqlite"
_MOST_BYTES = 2 * 1024**3
_AT_ONCE = 400


class CardDrawer:
    """Looks cards up in the cache of the site at `root`, and draws what is missing over all cores."""

    def __init__(self, root: Path) -> None:
        self.cache = Cache(root / CARDS_FILE, _MOST_BYTES)

    def __call__(self, cards: Sequence[Card]) -> Iterator[bytes]:
        """Yield the picture of each card, with some of them at a time in memory."""
        # Pillow takes time to import, and a check of the site needs no pictures.
        from ..share.draw_card import card_key, draw_card

        for start in range(0, len(cards), _AT_ONCE):
            some = {card_key(card): card for card in cards[start : start + _AT_ONCE]}
            kept = self.cache.get_many(some)
            missing = [key for key in some if key not in kept]
            fresh = dict(zip(missing, spread(draw_card, [some[key] for key in missing]), strict=True))
            self.cache.put_many(fresh)
            yield from ((kept | fresh)[card_key(card)] for card in cards[start : start + _AT_ONCE])
