"""The folder that a build writes into, beside the output."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from site_folder import digests

from pelican.plugins.press.ledger import Page
from pelican.plugins.press.output_folder import replaced
from pelican.plugins.press.watch import Seen


def test_pages_and_folders_of_one_name_take_the_place_of_each_other(tmp_path: Path) -> None:
    output = tmp_path / "output"
    for name in ("a/b/index.html", "a/b", "a/b/c/index.html", "a", "a/b"):
        # The second build of each starts from what another left.
        for _ in range(2):
            with replaced(output, tmp_path, alone=True) as aside:
                aside.write(name, name.encode())
            assert [*digests(output)] == [name]


def test_what_is_known_of_a_page_is_kept_only_while_somebody_says_that_it_holds(tmp_path: Path) -> None:
    page = Page(b"inputs", b"around", Seen(("title",), (), ()), sha256(b"text").digest())
    known = []
    for says in (
        lambda ledger: ledger.set_page("a", page),
        lambda ledger: ledger.confirm("a"),
        lambda ledger: None,
        id,
    ):
        with replaced(tmp_path / "output", tmp_path, alone=True) as aside:
            kept = aside.ledger.kept_page("a")
            known.append(aside.ledger.page(kept) if kept else None)
            aside.write("a", b"text")
            says(aside.ledger)
    assert known == [None, page, page, None]
