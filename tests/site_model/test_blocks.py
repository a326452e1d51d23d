"""The prose of a text, with offsets that still are offsets in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelican.plugins.site_model.blocks import find_blocks, mask
from pelican.plugins.site_model.load_post import outside


def blocks(text: str) -> list[tuple[str, int, str, bool]]:
    found = find_blocks(text, 1, outside("own.example"))
    return [(block.kind, block.line, " ".join(block.words.split()), block.cited) for block in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Head\nText", [("heading", 1, "Head", False), ("paragraph", 2, "Text", False)]),
        ("Head\n====\nText", [("heading", 1, "Head ====", False), ("paragraph", 3, "Text", False)]),
        ("- a\n- b\n  more", [("list", 1, "a", False), ("list", 2, "b more", False)]),
        ("> said\n> so", [("quote", 1, "said so", False)]),
        ("```\n40 %\n```\nText", [("paragraph", 4, "Text", False)]),
        ("Text\n\n    code 40 %\n\nMore", [("paragraph", 1, "Text", False), ("paragraph", 5, "More", False)]),
        ("a | b\n--|--\n1 | 2", [("table", 1, "a b -- -- 1 2", False)]),
        ("[x]: https://a.example\n\nSee [this][x].", [("paragraph", 3, "See this .", True)]),
        ("See [us](https://own.example/x).", [("paragraph", 1, "See us .", False)]),
        ("A fact[^1].\n\n[^1]: From [a](https://a.example).", [
            ("paragraph", 1, "A fact .", True), ("paragraph", 3, "From a .", True)]),
        ("<script>40 %</script>\nText", [("paragraph", 2, "Text", False)]),
        ("`40 %` and **bold** [@x]", [("paragraph", 1, "and bold", True)]),
    ],
)  # fmt: skip
def test_a_block_holds_what_readers_read(text: str, expected: list[tuple[str, int, str, bool]]) -> None:
    assert blocks(text) == expected


@given(st.text(max_size=300))
def test_masking_moves_no_character(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(m in (" ", t) for m, t in zip(masked, text, strict=True))
