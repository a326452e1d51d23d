"""A post from its bytes: both dialects, translations, citations and links, and everything hostile."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelican.plugins.site_model import Post, ShareImage
from pelican.plugins.site_model.load_post import LoadedPost, PostFile, load_post

OSLO = ZoneInfo("Europe/Oslo")
HOST = "blog.havlinje.example"
HEAD = "---\ntitle: Ferry\ndate: 2026-03-10\n---\n"


def load(text: str | bytes, base: str | None = None) -> LoadedPost:
    content = text.encode() if isinstance(text, str) else text
    file = PostFile(
        path="content/a.nb.md" if base else "content/a.md",
        id="a",
        lang="nb" if base else "en",
        content=content,
        base_path="content/a.md" if base else None,
        base=base.encode() if base else None,
    )
    return load_post(file, HOST, OSLO)


def post(text: str, base: str | None = None) -> Post:
    loaded = load(text, base)
    assert loaded.post, loaded.problems
    return loaded.post


def test_both_dialects_give_the_same_post() -> None:
    ours = post(
        "---\ntitle: A: B\ndate: 2026-03-10T08:30+01:00\n".replace("A: B", '"A: B"')
        + "authors: [x, y]\ntopic: t\n---\nHi."
    )
    theirs = post("Title: A: B\nDate: 2026-03-10 08:30+01:00\nAuthors: x, y\nCategory: t\n\nHi.")
    for name in ("title", "date", "authors", "topic", "html"):
        assert getattr(ours, name) == getattr(theirs, name)


def test_a_bare_day_is_midnight_where_the_company_is() -> None:
    assert post(HEAD).date == datetime(2026, 3, 10, tzinfo=OSLO)


def test_a_continued_line_belongs_to_the_key_above_in_pelicans_dialect() -> None:
    assert post("Title: A\nDate: 2026-01-01\nSummary: one\n  two\n\nText").summary == "one two"


def test_a_translation_inherits_what_it_does_not_say() -> None:
    base = "---\ntitle: Ferry\ndate: 2026-03-10\nauthors: [x]\ntopic: t\nsummary: S\nshare: {image: {alt: A}}\n---\nHi."
    translated = post("---\ntitle: Ferge\n---\nHei.", base)
    assert (translated.title, translated.topic, translated.authors, translated.summary) == ("Ferge", "t", ("x",), "")
    assert (post(base).share_image, translated.share_image) == (ShareImage(alt="A"), None)
    assert not translated.original
    assert translated.given == {"title"}


def test_citations_and_links_are_numbered_together_in_reading_order() -> None:
    text = HEAD.replace("---\n", "---\nsources: [{id: b, title: B, url: https://b.example/x}]\n", 1)
    found = post(text + "One [@b]. Two [a](https://a.example). Three [b](https://b.example/x#part). Four [@b].")
    assert [(r.number, r.source.id, r.places) for r in found.references] == [
        (1, "b", ("cite-1-1", "cite-1-2", "cite-1-3")),
        (2, "a.example", ("cite-2-1",)),
    ]
    for reference in found.references:
        for place in reference.places:
            assert f'id="{place}"' in found.html
    assert [(c.id, c.line, c.column) for c in found.citations] == [("b", 6, 6), ("b", 6, 82)]


def test_a_cited_id_in_code_or_in_a_link_stays_as_written() -> None:
    found = post(HEAD + "`[@x]` and [@18F](https://twitter.example/18F)\n\n    [@y]\n")
    assert not found.citations
    assert "[@x]" in found.html


def test_an_uncited_source_stands_last_among_the_references() -> None:
    text = HEAD.replace("---\n", "---\nsources: [{id: b, title: B}]\n", 1)
    found = post(text + "[a](https://a.example)")
    assert [r.source.id for r in found.references] == ["a.example", "b"]


def test_our_own_site_is_no_source() -> None:
    found = post(HEAD + f"[us](https://{HOST}/x) [near]({{filename}}b.md) [mail](mailto:a@b.example)")
    assert not found.references


def test_a_picture_beside_the_post_is_found_by_its_name_alone() -> None:
    found = post(HEAD + "![A door](door.png)")
    assert found.images[0].url == "door.png"
    assert 'src="{static}door.png"' in found.html


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no front matter"),
        (b"Just text.\n", "no front matter"),
        (b"---\ntitle: x\n", "not closed"),
        (b"---\ntitle: x\n\xff\n---\n", "0xff is not UTF-8"),
        (b"---\ntitle: x\ndate: 2026-01-01\n---\n\0", "NUL"),
        (b"---\ntitle: x\ndate: 2026-01-01\n---\n" + b"x" * 2_000_001, "bytes"),
        (b"Title: a\nTitle: b\nDate: 2026-01-01\n\n", "the key 'title' again"),
    ],
)
def test_what_cannot_be_read_is_a_problem_and_no_post(content: bytes, says: str) -> None:
    loaded = load(content)
    assert loaded.post is None
    assert says in loaded.problems[0].message


def test_windows_line_ends_and_a_byte_order_mark_change_no_line_number() -> None:
    plain = post(HEAD + "\nText with [a](https://a.example).\n")
    windows = load(
        b"\xef\xbb\xbf" + (HEAD + "\nText with [a](https://a.example).\n").replace("\n", "\r\n").encode()
    ).post
    assert windows
    assert windows.links == plain.links
    assert windows.html == plain.html


@given(st.text(max_size=400))
def test_any_body_is_read_and_kept_whole(body: str) -> None:
    loaded = load((HEAD + body).encode("utf-8", "surrogatepass"))
    if loaded.post:
        again = msgspec.json.decode(msgspec.json.encode(loaded), type=LoadedPost)
        assert again == loaded
        for block in loaded.post.blocks:
            assert len(block.words) == len(block.raw)
            assert block.words.count("\n") == block.raw.count("\n")
    else:
        assert loaded.problems


@given(st.binary(max_size=300))
def test_any_bytes_are_a_post_or_a_problem(content: bytes) -> None:
    loaded = load(content)
    assert loaded.post or loaded.problems


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: A\ndate: 2026-01-01\n---\nText.\n", "this line closes front matter that no line `---` opens"),
        ("title: A\ndate: 2026-01-01\ntags: [a, b]\n\nText.\n", "'tags' is written in YAML"),
        ("---\ntitle: A\ndate: 2026-01-01\n---\n \n", "the post has no text"),
        ("---\ntitle: #A\ndate: 2026-01-01\n---\nText.\n", "'title' has no value"),
        ("---\ntitle: A\nsources:\n\t- {id: a}\ndate: 2026-01-01\n---\nText.\n", "found a tab"),
    ],
)
def test_what_beginners_get_wrong_is_said_in_their_words(text: str, said: str) -> None:
    assert [problem.message for problem in load(text).problems if said in problem.message]


def test_a_list_may_be_written_with_commas_and_quotes_keep_one_word() -> None:
    read = post('---\ntitle: A\ndate: 2026-01-01\nauthors: kari-lund, mikko-salo\ntags: "a, b"\n---\nText.\n')
    assert (read.authors, read.tags) == (("kari-lund", "mikko-salo"), ("a, b",))
    assert read.marks["authors[1]"] == (4, 21, 4, 31)
