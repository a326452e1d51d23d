"""Statements that are broken, huge, foreign or no files at all are refused, each with its reason."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from blog import NAMESPACE, Blog, said

FOLDER = "content/blog/2026/example.signoffs"
FIRST = f"{FOLDER}/0001.json"


def _resign(blog: Blog, content: bytes) -> str:
    """Let the editor sign whatever bytes, so that only the bytes can be at fault; return what the verdict says."""
    (blog.root / FIRST).write_bytes(content)
    (blog.root / f"{FIRST}.sig").write_bytes(blog.keys["ewa-nowak"].sign(content, NAMESPACE))
    verdict = blog.signoff()
    assert verdict.state == "invalid"
    return said(verdict)


@pytest.fixture
def content(blog: Blog) -> bytes:
    return blog.sign().content


def _twice(content: bytes) -> bytes:
    return content.replace(b'"id":', b'"post": "other", "id":')


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (lambda content: content[:-200], "the statement is no JSON"),
        (lambda content: b"", "the statement is no JSON"),
        (lambda content: bytes(range(256)) * 4, "is not UTF-8"),
        (lambda content: content.replace(b"kari", b"k\xe4ri"), "is not UTF-8"),
        (lambda content: b"\xef\xbb\xbf" + content, "byte-order mark"),
        (lambda content: content.replace(b"\n", b"\r\n"), "its line endings were converted"),
        (lambda content: content + b" " * 300_000, "more than 262,144"),
        (lambda content: b"[" * 100_000, "nested too deeply"),
        (_twice, "gives the key 'post' twice"),
        (lambda content: content.replace(b'"id":', b'"extra": 1,\n    "id":'), "`extra`"),
        (lambda content: content.replace(b'"revision": 1', b'"revision": 1.0'), "expected `int`, got `float`"),
        (lambda content: content.replace(b'"revision": 1', b'"revision": NaN'), "the statement holds NaN"),
        (lambda content: content.replace(b'"revision": 1', b'"revision": 0'), "expected `int` >= 1"),
        (lambda content: content.replace(b'"approve"', b'"publish"'), "'publish'"),
        (lambda content: json.dumps(json.loads(content)).encode(), "the statement is not in its one right form"),
        (lambda content: content.replace(b"T10:00:00Z", b"T25:00:00Z"), "hour must be in 0..23"),
        (lambda content: content.replace(b"in-toto.io/Statement/v1", b"in-toto.io/Statement/v2"), "Statement/v2"),
    ],
    ids=[
        "truncated", "empty", "binary", "latin-1", "bom", "crlf", "huge", "deep", "key-twice", "unknown-key", "float",
        "nan", "zero", "other-decision", "one-line", "no-such-hour", "other-type",
    ],
)  # fmt: skip
def test_a_statement_is_read_strictly_even_if_it_is_signed(
    blog: Blog, content: bytes, broken: Callable[[bytes], bytes], why: str
) -> None:
    assert why in _resign(blog, broken(content))


def test_files_of_a_statement_are_listed_once_and_in_order(blog: Blog, content: bytes) -> None:
    statement = json.loads(content)
    statement["subject"] *= 2
    doubled = json.dumps(statement, indent=2, sort_keys=True, ensure_ascii=False).encode() + b"\n"
    assert "names a file twice" in _resign(blog, doubled)


def test_a_statement_without_signature_does_not_count(blog: Blog, content: bytes) -> None:
    (blog.root / f"{FIRST}.sig").unlink()
    assert f"{FIRST} does not count: it is not signed" in said(blog.signoff())


@pytest.mark.parametrize(
    ("signature", "why"),
    [
        (b"", "does not begin like an SSH signature"),
        (b"-----BEGIN SSH SIGNATURE-----\n", "the signature has no end"),
        (b"-----BEGIN SSH SIGNATURE-----\n!!!!\n-----END SSH SIGNATURE-----\n", "no base64"),
        (b"-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n", "the signature is damaged"),
        (b"\x00" * 40_000, "more than 32,768"),
    ],
    ids=["empty", "cut", "no-base64", "short", "huge"],
)
def test_a_signature_that_is_none_is_refused(blog: Blog, content: bytes, signature: bytes, why: str) -> None:
    (blog.root / f"{FIRST}.sig").write_bytes(signature)
    assert why in said(blog.signoff())


def test_a_signature_over_another_statement_is_refused(blog: Blog, content: bytes) -> None:
    (blog.root / f"{FIRST}.sig").write_bytes(blog.keys["ewa-nowak"].sign(content + b" ", NAMESPACE))
    assert "the signature was made over other bytes or with another key" in said(blog.signoff())


def test_every_revisions_signature_is_checked(blog: Blog) -> None:
    blog.sign(key=blog.keys["stranger"])
    blog.sign()
    verdict = blog.signoff()
    assert verdict.state == "invalid"
    assert f"{FIRST} claims to be by Ewa Nowak" in said(verdict)


def test_a_linked_statement_is_refused(blog: Blog, content: bytes) -> None:
    (blog.root / FIRST).rename(blog.root / "elsewhere.json")
    (blog.root / FIRST).symlink_to(blog.root / "elsewhere.json")
    assert f"{FIRST} is no plain file" in said(blog.signoff())


def test_a_linked_folder_is_refused(blog: Blog, content: bytes) -> None:
    (blog.root / FOLDER).rename(blog.root / "elsewhere")
    (blog.root / FOLDER).symlink_to(blog.root / "elsewhere")
    assert f"{FOLDER} is a symbolic link" in said(blog.signoff())


def test_a_foreign_file_among_the_statements_is_refused(blog: Blog, content: bytes) -> None:
    blog.write(f"{FOLDER}/0001.json.orig", "")
    assert f"{FOLDER}/0001.json.orig does not belong there" in said(blog.signoff())


def test_a_signature_without_statement_is_refused(blog: Blog, content: bytes) -> None:
    (blog.root / f"{FIRST}.sig").rename(blog.root / f"{FOLDER}/0002.json.sig")
    assert f"{FOLDER}/0002.json.sig signs nothing" in said(blog.signoff())


def test_what_the_system_drops_there_is_passed_over(blog: Blog, content: bytes) -> None:
    blog.write(f"{FOLDER}/.DS_Store", "")
    assert blog.signoff().state == "approved"
