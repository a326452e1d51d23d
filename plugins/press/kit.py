"""What the share plugin makes of a build: public feeds and cards, and the kit that only staff see."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ..share import render_approved_feeds, render_share
from ..site_model import OutputFile, Published
from .approved_texts import approvals, said_before
from .card_drawer import CardDrawer
from .judge import Judgement


def public_files(judgement: Judgement, published: tuple[Published, ...], root: Path) -> Iterator[OutputFile]:
    """Yield the feeds of texts to post, and the cards, which networks fetch."""
    from ..share.render_cards import render_cards

    house = judgement.site.house
    yield from render_approved_feeds(house, published, texts=judgement.snippets)
    yield from render_cards(house, published, CardDrawer(root))


def kit_files(judgement: Judgement, published: tuple[Published, ...], public: Path) -> Iterator[OutputFile]:
    """Yield the texts to post with all that belongs to them; the cards are those that lie in `public` by now."""
    from ..share.render_cards import render_cards

    house, said = judgement.site.house, said_before(judgement.folders)
    yield from render_share(house, published, texts=judgement.snippets, approvals=approvals(judgement), said=said)
    drawn = partial(map, lambda card: (public / card.path).read_bytes())
    yield from render_cards(house, published, drawn, for_kit=True)
