"""What a writer says about a picture stands below it: the caption, who made it, and the licence."""

from __future__ import annotations

import pytest

from pelican.plugins.site_model.figures import licence_url
from pelican.plugins.site_model.load_post import outside
from pelican.plugins.site_model.markdown_text import Converted, convert


def converted(text: str) -> Converted:
    return convert(text, 1, (), outside("blog.havlinje.example"))


def test_a_picture_with_a_title_alone_in_its_paragraph_becomes_a_figure_with_a_caption() -> None:
    made = converted('Before.\n\n![The door](door.png "Half open & <shut>")\n\nAfter.\n')
    assert made.html == (
        "<p>Before.</p>\n"
        '<figure><img alt="The door" src="{static}door.png">'
        "<figcaption>Half open &amp; &lt;shut&gt;</figcaption></figure>\n"
        "<p>After.</p>"
    )
    assert made.images[0].caption == "Half open & <shut>"


def test_credit_and_licence_stand_behind_the_caption_and_the_licence_leads_to_its_terms() -> None:
    made = converted('![A](a.png "Caption."){: credit="Kari Lund / Havlinje" licence="CC BY-SA 4.0" }')
    assert made.html.endswith(
        "<figcaption>Caption. <small>Kari Lund / Havlinje, "
        '<a href="https://creativecommons.org/licenses/by-sa/4.0/" rel="license">CC BY-SA 4.0</a></small>'
        "</figcaption></figure>"
    )
    assert (made.images[0].credit, made.images[0].licence) == ("Kari Lund / Havlinje", "CC BY-SA 4.0")
    assert made.removed == ()
    assert made.references == (), "the licence is no source of the post"


@pytest.mark.parametrize(
    "text", ['![A](a.png){: credit="K" }', '![A](a.png)\n{: credit="K" }', "<img src=a.png credit=K>"]
)
def test_a_credit_is_understood_wherever_markdown_lets_it_stand(text: str) -> None:
    made = converted(text)
    assert made.images[0].credit == "K"
    assert "<figcaption><small>K</small></figcaption>" in made.html
    assert made.removed == ()


def test_a_line_in_italics_below_a_picture_is_its_caption_with_links_and_citations() -> None:
    made = converted('![A](a.png){: credit="K" }\n*See **the** trial [@t].*\n\nThen [@u].')
    assert made.html.startswith(
        '<figure><img alt="A" src="{static}a.png"><figcaption>See <strong>the</strong> trial'
        '<sup class="citation"><a href="#source-1" id="cite-1-1">[1]</a></sup>. <small>K</small></figcaption></figure>'
    )
    assert [citation.id for citation in made.citations] == ["t", "u"]


def test_italics_in_a_sentence_behind_a_picture_are_no_caption() -> None:
    assert "<figure" not in converted("![A](a.png) *so* it goes").html
    assert "<figure" not in converted("![A](a.png)\n\n*so*").html


def test_a_picture_inside_a_sentence_keeps_its_place_and_its_credit() -> None:
    made = converted('Press ![the key](key.png "Red"){: credit="K" } twice.')
    assert made.html == ('<p>Press <img alt="the key" src="{static}key.png" title="Red"> <small>K</small> twice.</p>')


def test_a_picture_without_words_stays_a_plain_picture() -> None:
    assert converted("![A](a.png)").html == '<p><img alt="A" src="{static}a.png"></p>'


@pytest.mark.parametrize(
    ("licence", "url"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc-by-nc-nd-3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("All rights reserved", ""),
    ],
)
def test_creative_commons_licences_lead_to_their_terms(licence: str, url: str) -> None:
    assert licence_url(licence) == url
