"""Every text the company would say about a post: written ones as they were written, the rest made from the post."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from msgspec import structs

from ..site_model import House, Media, NetworkText, Post, Snippet
from .addresses import ascii_address, campaign_address
from .card import card_of
from .compose import clean, clean_lines, compose, shorten_title, with_hashtags
from .hashtags import find_hashtags, hashtags
from .network import Draft, Network
from .networks import find_networks
from .phrases import disclosure, employment
from .speakers import byline

EMPLOYEE = "employee"
SEPARATOR = "\x1e"


class Wording(NamedTuple):
    """A text with its place in the front matter; it is still to be made where there are no words."""

    variant: str
    key: str
    words: str = ""
    thread: tuple[str, ...] = ()

    @property
    def by_employee(self) -> bool:
        """Say whether the text belongs on an employee's own account."""
        return self.variant.partition("-")[0] == EMPLOYEE


class Material(NamedTuple):
    """What all texts about a post are made of."""

    address: str
    title: str
    summary: str
    hashtags: tuple[str, ...]
    disclosed: str
    company: str
    employee: str
    media: tuple[Media, ...]


def snippets(post: Post, url: str, house: House) -> tuple[Snippet, ...]:
    """Return the snippets of a post published at `url`, for every active network that we know."""
    known, material = find_networks(), _material(post, url, house)
    networks = (
        _on_this_site(id, _server_limit(post, id) or account.limit, account.url)
        for id, account in sorted(house.policy.networks.items())
        if account.state == "active" and id in known
    )
    return tuple(
        _snippet(network, wording, post, material, house)
        for network in networks
        for wording in _wordings(post, network.id)
    )


def _material(post: Post, url: str, house: House) -> Material:
    card, company = card_of(post, url, house), house.policy.company
    return Material(
        address=ascii_address(url),
        title=clean(post.title),
        summary=clean(post.summary),
        hashtags=hashtags([*(post.hashtags or post.tags), *company.hashtags]),
        disclosed=disclosure(post.disclosure, post.lang),
        company=byline(post, house),
        employee=employment(company.name, post.lang),
        media=(Media(url=card.image, alt=card.alt, missing=card.missing),),
    )


def _server_limit(post: Post, network: str) -> int | None:
    written = post.share.get(network)
    return written.server_limit if isinstance(written, NetworkText) else None


@lru_cache(maxsize=256)
def _on_this_site(id: str, limit: int | None, home: str) -> Network:
    network = find_networks()[id]
    limits = structs.replace(network.limits, text=limit) if limit else network.limits
    return dataclasses.replace(network, limits=limits, home=home)


def _wordings(post: Post, network: str) -> Iterator[Wording]:
    place = network if network in post.share else "default"
    written = post.share.get(place, "")
    if isinstance(written, str):
        yield Wording("default", f"share.{place}" if written else "summary", written)
        yield Wording(EMPLOYEE, "summary")
        return
    yield Wording("default", f"share.{place}.text", written.text, written.thread)
    for name, texts in written.variants.items():
        for number, text in enumerate(texts):
            yield Wording(f"{name}-{number + 1}", f"share.{place}.variants.{name}[{number}]", text)
    if EMPLOYEE not in written.variants:
        yield Wording(EMPLOYEE, "summary")


def _snippet(network: Network, wording: Wording, post: Post, material: Material, house: House) -> Snippet:
    variant = "company" if wording.variant == "default" else wording.variant
    link = campaign_address(material.address, house.policy.share.campaign, network.id, post.slug, variant)
    wanted = material.hashtags
    draft = Draft(prose="", link=link, hashtags=wanted[: network.limits.hashtags])
    text, tags = _written(network, draft, wording) if wording.words else _made(network, draft, wording, material)
    thread = tuple(clean_lines(part) for part in wording.thread) if network.threads else ()
    title = shorten_title(material.title, network.limits.title) if network.titled else ""
    everything = (title, text, *thread) if title else (text, *thread)
    own = find_hashtags(wording.words)
    return Snippet(
        id=f"{post.id}:{post.lang}:{network.id}:{wording.variant}",
        network=network.id,
        variant=wording.variant,
        audience="employee" if wording.by_employee else "company",
        source="written" if wording.words else "generated",
        text=text,
        sha256=sha256(SEPARATOR.join(everything).encode()).hexdigest(),
        url=link,
        count=network.count(text, *thread),
        key=wording.key,
        title=title,
        thread=thread,
        hashtags=own or tags,
        hashtags_left_out=wanted[len(tags) :] if (post.hashtags or post.tags) and not own else (),
        most_hashtags=network.limits.most_hashtags,
        links=tuple(found for part in (text, *thread) for found in network.links(part)),
        intent_url=network.intent(text, link, title),
        prefill=network.prefill,
        media=material.media,
    )


def _written(network: Network, draft: Draft, wording: Wording) -> tuple[str, tuple[str, ...]]:
    """Add only what is missing: the link, and hashtags where the writer has none; the words stay as they are."""
    words = clean_lines(wording.words)
    draft = structs.replace(
        draft,
        prose=words,
        link="" if draft.link in words else draft.link,
        hashtags=() if find_hashtags(words) else draft.hashtags,
    )
    return with_hashtags(network, draft) or (network.lay_out(structs.replace(draft, hashtags=())), ())


def _made(network: Network, draft: Draft, wording: Wording, material: Material) -> tuple[str, tuple[str, ...]]:
    closing = material.employee if wording.by_employee else material.company
    draft = structs.replace(draft, opening=material.disclosed, closing=closing)
    return compose(network, draft, material.title, material.summary)
