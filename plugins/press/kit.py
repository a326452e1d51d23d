"""What the share plugin makes of a build: public feeds and cards, and the kit that only staff see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec

from ..share import Said, render_approved_feeds
from ..share.card import card_path, kit_card_path
from ..share.render import Approvals, share_parts
from ..share.timing import Hours, told_by_the_hour
from ..site_model import House, OutputFile, Published
from ..site_model.address import post_url
from .approved_texts import approvals, said_before
from .aside import Aside
from .card_drawer import CardDrawer
from .judge import Judgement
from .parts import Part, PartInputs, write_parts
from .standing import Standing


def write_public(judgement: Judgement, published: tuple[Published, ...], root: Path, aside: Aside) -> None:
    """Write the feeds of texts to post, and the cards, which networks fetch."""
    house = judgement.site.house
    aside.write_all(render_approved_feeds(house, published, texts=judgement.snippets))
    cards = {f"card {page.post.path}": page for page in published}
    digests = PartInputs(judgement)
    inputs = {key: digests.of(page) for key, page in cards.items()}
    stale = [key for key in cards if not aside.claim_part(key, inputs[key])]
    if not stale:
        return
    from ..share.render_cards import render_cards

    # All that is missing is drawn at once, over all cores.
    drawn = render_cards(house, [cards[key] for key in stale], CardDrawer(root))
    for key, file in zip(stale, drawn, strict=True):
        aside.write(file.path, file.body)
        aside.keep_part(key, inputs[key], (file.path,))


def write_kit(
    judgement: Judgement,
    standing: Standing,
    public: Path,
    kit: Aside,
    wait_for_cards: Callable[[], object] = lambda: None,
) -> None:
    """Write what only staff see: the texts to post, one folder a post, over all cores, and the cards of `public`.

    Nothing of Pelican's is needed, as the texts name the addresses that were judged.
    """
    house, approved = judgement.site.house, approvals(judgement)
    pages = [Published(post, post_url(post, house), "") for post in judgement.site.posts]
    digests = PartInputs(judgement)
    told = [(page.post.path, page, approved.get(page.post.path, ())) for page in pages]
    # What is new by the hour has drafts for schedulers; the house's digest knows the day alone.
    hours = {page.post.path: told_by_the_hour(page.post, house) for page in pages}
    inputs = {path: digests.of(page, said, hours[path], people=[one.by for one in said]) for path, page, said in told}
    said = tuple(said_before(judgement.folders))
    inputs[""] = _lists_inputs(judgement, digests.frame.encode() + standing.frame, approved, hours, said)
    folder = "kit/" if house.policy.share.kit == "public" else ""
    write_parts(kit, [part.below(folder) for part in _texts(judgement, pages, inputs, approved, said)])
    wait_for_cards()
    write_parts(kit, [part.below(folder) for part in _cards(house, pages, inputs, public)])


def _lists_inputs(
    judgement: Judgement, frame: bytes, approved: Approvals, hours: Mapping[str, Hours], said: Sequence[Said]
) -> bytes:
    """Return the digest of what the lists of all posts follow from: of a post, all but its text."""
    follows = sha256(frame)
    for post in judgement.site.posts:
        told = (judgement.snippets.digest(post), post.path in approved, hours[post.path])
        follows.update(msgspec.msgpack.encode(told))
    follows.update(msgspec.msgpack.encode(said))
    return follows.digest()


def _texts(
    judgement: Judgement,
    pages: Sequence[Published],
    inputs: Mapping[str, bytes],
    approved: Approvals,
    said: Sequence[Said],
) -> Iterator[Part]:
    house, shelf = judgement.site.house, judgement.snippets
    for path, make in share_parts(house, pages, texts=shelf, outlines=shelf.outline, approvals=approved, said=said):
        yield Part(f"kit {path}", inputs[path], make)


def _cards(house: House, pages: Iterable[Published], inputs: Mapping[str, bytes], public: Path) -> Iterator[Part]:
    for page in pages:
        yield Part(f"kit card {page.post.path}", inputs[page.post.path], partial(_card, house, page, public))


def _card(house: House, page: Published, public: Path) -> Iterator[OutputFile]:
    yield OutputFile(kit_card_path(page.url, house), (public / card_path(page.url, house)).read_bytes())
