"""Nothing in a post's text runs, calls or passes for the page, and the author hears of all that was taken away."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hostile import ATTACKS, Attack
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pelican.plugins.policy.rules.clean_html import CleanHtml
from pelican.plugins.site_model import Post, Removed
from pelican.plugins.site_model.allowed_html import ADDRESSES, ELEMENTS, EVERYWHERE, SCHEMES
from pelican.plugins.site_model.load_post import outside
from pelican.plugins.site_model.markdown_text import Converted, convert


def converted(text: str) -> Converted:
    return convert(text, 1, (), outside("blog.havlinje.example"))


def told(removed: tuple[Removed, ...]) -> list[str]:
    post = Post(title="T", date=None, id="a", digest="", path="a.md", removed=removed)  # type: ignore[arg-type]
    return [f"{finding.spot.line}: {finding.message}" for finding in CleanHtml().check_post(post, None)]  # type: ignore[arg-type]


class Reading(HTMLParser):
    """Python's own parser, which shares no code with the cleaner: notes whatever could do harm."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.harm: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self.harm.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ELEMENTS.get(tag, ()) and name not in EVERYWHERE | {"class"}:
                self.harm.append(f"{name} of <{tag}>")
            scheme = re.match("([a-z][a-z0-9+.-]*):", re.sub("[\x00-\x20]", "", value or ""), re.IGNORECASE)
            if name in ADDRESSES and scheme and scheme[1].lower() not in SCHEMES:
                self.harm.append(f"{name}={value}")

    def handle_comment(self, data: str) -> None:
        self.harm.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.harm.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.harm.append(f"<?{data}>")


@pytest.mark.parametrize("attack", ATTACKS, ids=[attack.name for attack in ATTACKS])
def test_no_attack_reaches_the_page_and_the_author_is_told(attack: Attack) -> None:
    made = converted(f"First line.\n\n{attack.text}\n")
    assert Reading(made.html).harm == []
    heard = told(made.removed)
    for piece in attack.told:
        assert any(piece in one for one in heard), (piece, heard)
    assert bool(heard) == bool(attack.told)
    assert all(one.line >= 3 for one in made.removed)


def test_the_author_is_told_line_and_column_and_samples_of_code_are_passed_over() -> None:
    text = "Say `<script>`.\n\n```html\n<script>\n```\n\nNow <b>x</b> <script>y</script>\n\n<b onclick=z>\n"
    assert [(one.name, one.line, one.column) for one in converted(text).removed] == [
        ("script", 7, 14),
        ("onclick", 9, 4),
    ]


def test_each_of_several_is_told_at_its_own_place() -> None:
    text = "[a](javascript:x)\n\n[b](javascript:x)\n\n<p class=x>\n\n<p class=x>\n"
    assert [one.line for one in converted(text).removed] == [1, 3, 5, 7]


MADE = (
    '<h2 id="own">',
    '<div class="toc">',
    '<a href="#own">',
    "<kbd>F5</kbd>",
    "H<sub>2</sub>O",
    'id="fnref:1"',
    '<a href="https://ok.example" title="Title">link</a>',
    '<sup class="citation"><a href="#source-1" id="cite-1-1">',
    'href="mailto:a@ok.example"',
    'href="tel:+4712345678"',
    '<abbr title="Automatic identification system">AIS</abbr>',
    'href="{filename}other.md"',
    '<ol start="3">',
    "<dt>Term</dt>",
    '<td class="align-right">b</td>',
    '<div class="scroll" tabindex="0"><table>',
    '<div class="highlight"><pre>',
    '<span class="k">def</span>',
    "<summary>More</summary>",
    '<img src="{static}a.png" alt="A" width="3" height="2"',
    "<figcaption>Caption",
    '<blockquote cite="https://ok.example">',
    'src="{static}b.png"',
    '<div class="footnote">',
    "footnote-backref",
)


def test_what_markdown_makes_is_left_as_it_is() -> None:
    text = """\
[TOC]

## Heading {: #own }

Text with *emphasis*, `code`, <kbd>F5</kbd>, H<sub>2</sub>O, a[^1], [link](https://ok.example "Title"), \\
[mail](mailto:a@ok.example), [call](tel:+4712345678) and AIS.

- [here](#own)
- [post]({filename}other.md)

3. three
4. four

Term
: meaning

| left | right |
|:-----|------:|
| a    | b     |

```python
def f() -> int: return 1
```

<details markdown="1">
<summary>More</summary>

<figure><img src="a.png" alt="A" width="3" height="2"><figcaption>Caption</figcaption></figure>

<blockquote cite="https://ok.example"><p>Words</p></blockquote>

</details>

![Alt](b.png "Title")

*[AIS]: Automatic identification system
[^1]: Note.
"""
    made = converted(text)
    assert made.removed == ()
    for piece in MADE:
        assert piece in made.html, piece


def test_a_citation_keeps_its_number_when_something_is_taken_away_before_it() -> None:
    made = converted("<script>[@no]</script> One [@a], <b onclick=x>two</b> [@b; @a].\n")
    assert [reference.source.id for reference in made.references] == ["a", "b"]
    assert 'id="cite-1-2">[1]' in made.html


PLAIN = "< > </ /> = \" ' ` <!-- --> ]]> <![CDATA[ &lt; &#60; ![ ]( ) {: } > | javascript: onerror="
TAGS = (
    "<script </script> <style> </style> <svg> </svg> <math> <table> <td> <select> <noscript> </noscript> <xmp> <body>"
)
SPACED = (" onerror=", "<p title=", "<img src=", "<a href=", "<div markdown='1'>", "\n\n", "    ", "> ")
PIECES = st.one_of(
    st.sampled_from([attack.text for attack in ATTACKS]),
    st.sampled_from([*PLAIN.split(), *TAGS.split(), *SPACED, *"\t\n \x00\x0b\ufeff\u202e\ufffe"]),
    st.text(alphabet="ab<>\"'=/ \n&;:!-[](){}", max_size=8),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=12).map("".join))
def test_nothing_harmful_survives_whatever_is_put_together(text: str) -> None:
    assert Reading(converted(text).html).harm == []
