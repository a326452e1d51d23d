"""The shortcuts through Python-Markdown save time and change nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from pelican.plugins.site_model.citations import CitationExtension
from pelican.plugins.site_model.markdown_shortcuts import QuickMarkdown, QuickToc, ShortcutExtension, shared_formatter

USUAL = ["extra", "codehilite", "sane_lists", CitationExtension()]
PLAIN = Markdown(extensions=[*USUAL, "toc"], output_format="html")
SHORT = QuickMarkdown(
    extensions=[*USUAL, QuickToc(), ShortcutExtension()],
    extension_configs={"codehilite": {"pygments_formatter": shared_formatter}},
    output_format="html",
)

TEXTS = (
    "The HTML here.\n\n*[HTML]: Hyper Text\n",
    "Plain words.\n\nMore of them,  \nwith a break.",
    "# Words & more\n\nA &copy; b, 3 < 4, snake_case, 2*3*4\n",
    "- one\n- two [x](y)\n\n| a | b |\n|---|--:|\n| c | *d* |\n",
    "Note[^1] and [@board].\n\n[^1]: The note is plain.\n",
    "```python\nx = 1\n```\n\n```\ntext\n```\n",
    "One\n  \ntwo",
    "One,\ttwo\rand\x02three",
    "Term\n: What it means\n\n> quoted\n\n<div markdown>inside</div> \\* tail",
    "[TOC]\n\n# One *two*\n\n### `[TOC]`\n\n## One *two*\n",
    "## Plain\n\n> [TOC]\n\n<div markdown>\n## Inside\n\n[TOC]\n</div>\n",
    'a `b` \\` *c\\** [d](e "f\\*")\n\n- g {: .h title="\\_" }\n',
    "word<b>tag</b>tail text\n\n[ref]: https://a.example\n\nSee [ref] and ![alt](p.png){.wide} end.",
    "A line\nand <b>one</b>\n**more** | x\n--- | ---\n\nA line\n1. more\n**b**\n# then\n\nOne\n* two\n[a]: b\nc",
    '*a*{: hidden open=open title="<&>\\"" } b{: x=x }\n\n<div markdown hidden><br>&amp; & < c</div>\n\n---\nd',
)
PIECES = st.sampled_from(
    [
        *" \n\\`*_[]()<>&!#:|{}-+~^@1.a",
        "  \n",
        "\n\n",
        "word ",
        "*[a]: b\n",
        "```\n",
        "[^1]",
        "</b>",
        "    ",
        *"\t\r\x02\x03",
        "[TOC]",
        "[a]",
        "\nword",
        "**word",
        "{: hidden}",
    ]
)


def _both(text: str) -> tuple[str, str]:
    return PLAIN.reset().convert(text), SHORT.reset().convert(text)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_converts_alike_with_and_without_shortcuts(text: str) -> None:
    plain, short = _both(text)
    assert plain == short


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_converts_alike_with_and_without_shortcuts(text: str) -> None:
    plain, short = _both(text)
    assert plain == short


def test_code_blocks_with_the_same_options_share_one_formatter() -> None:
    assert shared_formatter(cssclass="highlight", full=False) is shared_formatter(cssclass="highlight", full=False)
    assert shared_formatter(cssclass="highlight") is not shared_formatter(cssclass="other")
