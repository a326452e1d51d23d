"""`masthead new` asks for what the policy requires, and writes a post that has it."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest
from site_folder import SiteFolder
from terminal import talk

from pelican.plugins.desk.new_post import FIELDS, INTERESTS, quoted, render_post
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.front_matter import Disclosure
from pelican.plugins.site_model.load_site import Places, load_site

GIVEN = {
    "title": 'A: "quoted" title #1, in nb',
    "authors": "kari-lund,ewa-nowak",
    "topic": "operations",
    "audience": "passengers",
    "goal": "trust",
    "voice": "personal",
    "disclosure": "gift",
    "by": "Fjordmat, AS",
    "what": "Two: dinners",
    "lang": "nb",
    "summary": "What: it is",
    "date": "2026-03-18",
}
PATH = "content/blog/2026/a-quoted-title-1-in-nb.nb.md"


def _options(**changes: str) -> list[str]:
    return [f"--{name}={value}" for name, value in {**GIVEN, **changes}.items() if value]


def test_a_post_is_written_from_what_was_typed_as_options(small_site: SiteFolder) -> None:
    ended = small_site.run("masthead", "new", *_options())
    assert ended.code == 0, ended.said
    assert ended.out.startswith(f"{PATH}\n")
    small_site.add(PATH, "Teksten kommer her.\n")
    site = load_site(small_site.root, Places(cache=None), cache=Cache(None))
    post = next(post for post in site.posts if post.path == PATH)
    assert not site.problems
    assert post.title == GIVEN["title"]
    assert post.authors == ("kari-lund", "ewa-nowak")
    assert post.lang == "nb"
    assert post.summary == GIVEN["summary"]
    assert post.disclosure == Disclosure(kind="gift", by="Fjordmat, AS", what="Two: dinners")


def test_a_new_post_lacks_nothing_but_its_text_and_sources(small_site: SiteFolder) -> None:
    assert small_site.run("masthead", "new", *_options()).code == 0
    small_site.add(PATH, "Havet var stille.\n")
    said = small_site.run("masthead", "check", "--post", PATH).out
    assert [line for line in said.splitlines() if ": error[" in line] == [
        f"{PATH}:13:10: error[sources-listed] no source is given"
    ]


def test_at_a_terminal_it_asks_offers_and_asks_again(small_site: SiteFolder) -> None:
    answers = [
        "",
        "The door",
        "2, 1",
        "operatons",
        "1",
        "passengers",
        "2",
        "9",
        "1",
        "2",
        "Fjordmat",
        "Soup",
        "1",
        "Short.",
    ]
    ended = talk(small_site, ["masthead", "new"], answers)
    assert ended.code == 0, ended.out
    assert "Please write something." in ended.out
    assert "2. kari-lund  Captain and managing director" in ended.out
    assert "Did you mean `operations`?" in ended.out
    assert "ola-berg" not in ended.out, "who left is not offered"
    text = (small_site.root / "content/blog/2026/the-door.md").read_text("utf-8")
    assert "authors: [kari-lund, ewa-nowak]\ntopic: operations\naudience: passengers\ngoal: trust\n" in text
    assert "disclosure: {kind: gift, by: Fjordmat, what: Soup}\n" in text
    assert "date: 2026-03-20\n" in text, "the day of `as_of`, as for everything else"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"authors": "kari"}, "--authors: 'kari' is none of those that the policy knows. Did you mean `kari-lund`?"),
        ({"authors": "ola-berg"}, "Use one of `ewa-nowak`, `kari-lund`, `mikko-salo`."),
        ({"lang": "xx"}, "--lang: 'xx'"),
        ({"date": "soonish"}, "--date: 'soonish' is no day. Write a day such as 2026-03-10."),
        ({"title": ""}, "no answer to 'Title (what the post is called)'; give it as an option"),
        ({"by": ""}, "no answer to 'By (who gave, paid or owns it)'"),
    ],
)
def test_what_is_wrong_or_missing_is_said_and_nothing_is_written(
    changes: dict[str, str], says: str, small_site: SiteFolder
) -> None:
    ended = small_site.run("masthead", "new", *_options(**changes))
    assert ended.code == 2
    assert ended.err.startswith("masthead new: ")
    assert says in ended.err
    assert len(list(small_site.root.glob("content/**/*.md"))) == 1


def test_a_post_that_is_there_is_not_overwritten(small_site: SiteFolder) -> None:
    place = small_site.write(PATH, "mine")
    ended = small_site.run("masthead", "new", *_options())
    assert ended.code == 2
    assert "is there already; choose another title" in ended.err
    assert place.read_text("utf-8") == "mine"


def test_every_interest_that_a_post_may_disclose_is_offered() -> None:
    assert set(INTERESTS) == {"none", *get_args(get_type_hints(Disclosure)["kind"])}


@pytest.mark.parametrize(
    "title", ["null", "~", "yes", "- a", "a: b", "#1", '"', "C:\\new", "[x]", "{x}", "&a", "*a", "50 %"]
)
def test_any_title_is_written_so_that_it_is_read_back(title: str, small_site: SiteFolder) -> None:
    answers = {**dict.fromkeys(FIELDS, ""), **GIVEN, "title": title, "what": title, "disclosure": "gift"}
    small_site.write("content/blog/2026/x.md", render_post(answers) + "Text.\n")
    site = load_site(small_site.root, Places(cache=None), cache=Cache(None))
    post = next(post for post in site.posts if post.path.endswith("/x.md"))
    assert post.title == title
    assert post.disclosure == Disclosure(kind="gift", by="Fjordmat, AS", what=title)
    assert quoted("plain words") == "plain words"
