"""What the share plugin makes of a build: public feeds and cards, and the kit that only staff see."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ..share import render_approved_feeds
from ..share.render import Part, share_parts
from ..site_model import OutputFile, Published
from ..site_model.parallel import spread
from .approved_texts import approvals, said_before
from .card_drawer import CardDrawer
from .judge import Judgement
from .write_files import write_files


def public_files(judgement: Judgement, published: tuple[Published, ...], root: Path) -> Iterator[OutputFile]:
    """Yield the feeds of texts to post, and the cards, which networks fetch."""
    from ..share.render_cards import render_cards

    house = judgement.site.house
    yield from render_approved_feeds(house, published, texts=judgement.snippets)
    yield from render_cards(house, published, CardDrawer(root))


def write_kit(judgement: Judgement, published: tuple[Published, ...], folder: Path, public: Path) -> None:
    """Write the texts to post with all that belongs to them, over all cores; `public` holds the cards by now."""
    from ..share.render_cards import render_cards

    house, said = judgement.site.house, said_before(judgement.folders)
    drawn = partial(map, lambda card: (public / card.path).read_bytes())
    parts: list[Part] = [
        *share_parts(house, published, texts=judgement.snippets, approvals=approvals(judgement), said=said),
        *(partial(render_cards, house, [page], drawn, for_kit=True) for page in published),
    ]
    spread(lambda part: write_files(part(), folder), parts)
