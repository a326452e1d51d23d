"""What was made of some people of the house is made again when one of these changes, and not when others do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from example_site import SMALL, lay_out
from msgspec.structs import replace
from site_folder import REPOSITORY

from pelican.plugins.feeds import feed_parts, find_scopes
from pelican.plugins.policy.checker import check
from pelican.plugins.policy.configure import configure
from pelican.plugins.policy.find_rules import find_rules
from pelican.plugins.policy.finding import Finding
from pelican.plugins.policy.rule import Example
from pelican.plugins.press.snippet_shelf import SnippetShelf
from pelican.plugins.share.render import Approval, share_parts
from pelican.plugins.site_model import Published, Site
from pelican.plugins.site_model.address import post_url
from pelican.plugins.site_model.asked_people import EVERYONE, AskedPeople
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.load_site import load_site

MIKKO = (SMALL / "authors" / "mikko-salo.yaml").read_text("utf-8")
GUEST = "name: Jan Vik\nguest: {organisation: Fjord Research, sponsor: mikko-salo}\n"


class NotedCache(Cache):
    """A cache that notes what it is given to keep."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.given: set[str] = set()

    def put_many(self, values: Mapping[str, bytes]) -> None:
        self.given |= values.keys()
        super().put_many(values)


def _findings(site: Site, cache: Cache) -> list[Finding]:
    shelf = SnippetShelf(site, cache)
    findings = check(site, configure(site.house.policy, find_rules()), "publish", snippets=shelf, cache=cache).findings
    shelf.keep()
    return list(findings)


def _load(root: Path) -> Site:
    return load_site(root, cache=Cache(None))


@pytest.mark.parametrize(
    ("authors", "changed", "text"),
    [
        ("jan-vik", "mikko-salo", MIKKO.replace("{from: 2017-02-01}", "{from: 2017-02-01, until: 2018-02-01}")),
        ("mikko-salo", "mikko-salo", MIKKO.replace("{from: 2017-02-01}", "{from: 2017-02-01, until: 2018-02-01}")),
        ("Eva Ek", "eva-ek", MIKKO.replace("Mikko Salo", "Eva Ek").replace("mikko-salo.png", "")),
        ("Ola Berg", "mikko-salo", MIKKO.replace("Mikko Salo", "Ola Berg")),
    ],
    ids=["the sponsor of the author", "the author", "somebody new of that name", "somebody else takes the name"],
)
def test_a_post_is_judged_again_when_somebody_changes_whom_rules_asked_for(
    authors: str, changed: str, text: str, tmp_path: Path
) -> None:
    root = lay_out(Example(f"authors: [{authors}]", files={"authors/jan-vik.yaml": GUEST}), tmp_path)
    cache = Cache(tmp_path / "cache.sqlite")
    before = _findings(_load(root), cache)
    (root / "authors" / f"{changed}.yaml").write_text(text, "utf-8")
    after = _findings(_load(root), cache)
    assert after == _findings(_load(root), Cache(None))
    assert after != before


def test_a_post_is_not_judged_again_when_somebody_changes_whom_nobody_asked_for(tmp_path: Path) -> None:
    root = lay_out(Example("authors: [kari-lund]"), tmp_path)
    cache = NotedCache(tmp_path / "cache.sqlite")
    _findings(_load(root), cache)
    assert cache.given
    cache.given.clear()
    (root / "authors" / "mikko-salo.yaml").write_text(MIKKO.replace("keeps", "mends"), "utf-8")
    _findings(_load(root), cache)
    assert not cache.given


def test_texts_that_were_kept_tell_whom_they_asked_for(tmp_path: Path) -> None:
    site, cache = _load(lay_out(Example("authors: [kari-lund]"), tmp_path)), Cache(tmp_path / "cache.sqlite")
    asked = []
    for _ in range(2):
        people, shelf = AskedPeople(site.house.people), SnippetShelf(site, cache)
        shelf(site.posts[0], replace(site.house, people=people))
        shelf.keep()
        asked.append(people.asked)
    assert asked == [{"kari-lund"}] * 2


@pytest.mark.parametrize(
    "look", [list, len, dict, bool, lambda people: people == {}, lambda people: [*people.values()]]
)
def test_a_look_at_all_people_is_noted(look: object) -> None:
    people = AskedPeople({})
    assert callable(look)
    look(people)
    assert people.asked == {EVERYONE}


def test_feeds_and_kit_show_nobody_but_those_their_digests_stand_for() -> None:
    site = _load(REPOSITORY)
    people = AskedPeople(site.house.people)
    house = replace(site.house, people=people)
    owners = {owner for account in house.policy.networks.values() for owner in account.owners}
    pages = [Published(post, post_url(post, house), post.html) for post in site.posts if not post.page]
    editor = next(iter(site.house.policy.roles.editor))
    approval = Approval(by=editor, role="editor", at=datetime(2026, 1, 1, tzinfo=UTC), snippet_sha256=())
    authors = {page.post.path: set(page.post.authors) for page in pages}
    asked = set()
    for path, make in share_parts(house, pages, approvals={page.post.path: (approval,) for page in pages}):
        people.asked.clear()
        assert [*make()]
        assert not path or people.asked <= authors[path] | owners | {editor}
        asked |= people.asked
    for scope, make_feed in feed_parts(house, find_scopes(house, pages)):
        people.asked.clear()
        assert [*make_feed()]
        assert people.asked <= {author for page in scope.members for author in page.post.authors}
        asked |= people.asked
    assert asked > owners
