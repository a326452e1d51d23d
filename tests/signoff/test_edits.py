"""Nothing that readers see may change after an editor looked at it."""

from __future__ import annotations

import pytest
from blog import POST, Blog, said

SIGNED = "since Ewa Nowak approved revision 1 on 2026-03-20"
AGAIN = f"Ask Ewa Nowak to read the post and run `make sign POST={POST}`"


@pytest.fixture
def signed(blog: Blog) -> Blog:
    blog.branch()
    blog.picture("content/blog/2026/door.png")
    blog.change(POST, "authors: [kari-lund]", "authors: [kari-lund]\npicture: {file: door.png, alt: The door}")
    blog.write(POST, blog.read(POST) + "\nRead [the report]({attach}report.pdf).\n")
    blog.write("content/blog/2026/report.pdf", "a report")
    blog.sign()
    verdict = blog.signoff()
    assert verdict.state == "approved", said(verdict)
    return blog


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("had been inspected", "was inspected", f"the text changed {SIGNED}"),
        ("What a broken bow door", "What the broken bow door", "the title was 'What a broken bow door taught us'"),
        ("[kari-lund]", "[kari-lund, mikko-salo]", "the by-line was kari-lund and is now kari-lund, mikko-salo"),
        ("[kari-lund]", "[mikko-salo]", "the by-line was kari-lund and is now mikko-salo"),
        ("date: 2026-03-10", "date: 2026-03-11", "the date was '2026-03-10T00:00:00+01:00' and is now '2026-03-11"),
        (
            "voice: personal",
            "voice: personal\nslug: other",
            "the address was 'en/2026/example/' and is now 'en/2026/other/'",
        ),
        ("voice: personal", "voice: personal\nlang: nb", "the language was 'en' and is now 'nb'"),
        ("voice: personal", "voice: personal\nshare: {image: {alt: Another}}", f"the text changed {SIGNED}"),
        ("broken bow", "broken b\u043ew", f"the text changed {SIGNED}"),
    ],
    ids=[
        "a letter",
        "the title",
        "a co-author",
        "the author",
        "the date",
        "the address",
        "the language",
        "the words for the networks' picture",
        "a look-alike",
    ],
)
def test_a_change_after_sign_off_is_named_with_its_day_and_who_mends_it(
    signed: Blog, before: str, after: str, message: str
) -> None:
    signed.change(POST, before, after)
    verdict = signed.signoff()
    assert verdict.state == "stale"
    assert message in said(verdict)
    assert AGAIN in said(verdict)


def test_a_changed_picture_voids_the_sign_off(signed: Blog) -> None:
    signed.picture("content/blog/2026/door.png", "mikko-salo")
    assert f"content/blog/2026/door.png changed {SIGNED}" in said(signed.signoff())


def test_a_changed_attachment_voids_the_sign_off(signed: Blog) -> None:
    signed.write("content/blog/2026/report.pdf", "another report")
    assert f"content/blog/2026/report.pdf changed {SIGNED}" in said(signed.signoff())


def test_a_picture_that_became_a_link_voids_the_sign_off(signed: Blog) -> None:
    picture = signed.root / "content/blog/2026/door.png"
    picture.rename(signed.root / "elsewhere.png")
    picture.symlink_to(signed.root / "elsewhere.png")
    assert "content/blog/2026/door.png is reached through a symbolic link" in said(signed.signoff())


def test_one_more_file_than_was_signed_voids_the_sign_off(signed: Blog) -> None:
    signed.picture("content/blog/2026/more.png")
    signed.write(POST, signed.read(POST) + "\n![More](more.png)\n")
    assert f"content/blog/2026/more.png is used now and was not signed {SIGNED}" in said(signed.signoff())


def test_one_file_fewer_than_was_signed_voids_the_sign_off(signed: Blog) -> None:
    signed.change(POST, "\nRead [the report]({attach}report.pdf).\n", "")
    assert f"content/blog/2026/report.pdf was signed and is not used any more {SIGNED}" in said(signed.signoff())


def test_a_byte_order_mark_voids_the_sign_off(signed: Blog) -> None:
    place = signed.root / POST
    place.write_bytes(b"\xef\xbb\xbf" + place.read_bytes())
    assert f"the text changed {SIGNED}" in said(signed.signoff())


def test_other_line_endings_void_the_sign_off(signed: Blog) -> None:
    place = signed.root / POST
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    assert f"the text changed {SIGNED}" in said(signed.signoff())


def test_a_changed_policy_voids_the_sign_off(signed: Blog) -> None:
    signed.write("policy.yaml", signed.read("policy.yaml") + "# a word more\n")
    assert f"the policy changed {SIGNED}" in said(signed.signoff())


def test_a_policy_may_say_that_its_changes_keep_what_is_merged(blog: Blog) -> None:
    blog.edit_policy(signoff={"require": "ssh", "policy_changes": "keep"})
    blog.publish("Keep what was approved")
    blog.sign()
    before = blog.read("policy.yaml")
    blog.write("policy.yaml", before + "# a word more\n")
    assert blog.signoff().state == "stale", "what is not merged was approved under another policy"
    blog.write("policy.yaml", before)
    blog.publish("Approve")
    blog.branch()
    blog.commit("Work")
    blog.write("policy.yaml", before + "# a word more\n")
    assert blog.signoff().state == "approved"


def test_a_changed_snippet_voids_the_sign_off(blog: Blog) -> None:
    made = blog.sign()
    assert made.statement.predicate.snippets == {}
    assert f"the share snippet 'linkedin' is new {SIGNED}" in said(
        blog.signoff(snippets=lambda post: {"linkedin": "a" * 64})
    )
    for old in (blog.root / made.path).parent.iterdir():
        old.unlink()
    blog.sign(snippets={"linkedin": "a" * 64, "mastodon": "b" * 64})
    assert blog.signoff(snippets=lambda post: {"linkedin": "a" * 64, "mastodon": "b" * 64}).state == "approved"
    assert "the share snippet 'mastodon' changed" in said(
        blog.signoff(snippets=lambda post: {"linkedin": "a" * 64, "mastodon": "c" * 64})
    )
    assert "the share snippet 'mastodon' is gone" in said(blog.signoff(snippets=lambda post: {"linkedin": "a" * 64}))


def test_a_translation_is_signed_for_itself_and_holds_what_it_inherits(blog: Blog) -> None:
    other = "content/blog/2026/example.nb.md"
    blog.write(
        other, "---\ntitle: Hva en ødelagt baugport lærte oss\nsummary: En port.\n---\n\nPorten ville ikke lukkes.\n"
    )
    blog.sign()
    blog.sign(post=other)
    verdicts = blog.signoffs().posts
    assert verdicts[POST].state == verdicts[other].state == "approved"
    blog.change(POST, "disclosure: none", "disclosure: {kind: gift, by: The yard, what: A door}")
    verdicts = blog.signoffs().posts
    assert verdicts[POST].state == "stale"
    assert "what this translation takes from its original changed" in said(verdicts[other])
    blog.change(POST, "disclosure: {kind: gift, by: The yard, what: A door}", "disclosure: none")
    blog.change(POST, "We stayed at the quay", "We stayed")
    verdicts = blog.signoffs().posts
    assert (verdicts[POST].state, verdicts[other].state) == ("stale", "approved"), "its own words are its own"
