"""A drawing or attachment that would run, or call another site, in a reader's browser is never published."""

from __future__ import annotations

import pytest

from pelican.plugins.site_model.active_content import active_content

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
PLAIN = '<svg xmlns="http://www.w3.org/2000/svg"/>'

REFUSED = {
    "script": ("<script>alert(1)</script>", "holds <script> in line 1"),
    "script-from-elsewhere": ("<script href='//evil.example/x.js'/>", "holds <script>"),
    "handler": ("<circle onload='alert(1)'/>", "holds 'onload'"),
    "handler-capitals": ("<circle ONCLICK='alert(1)'/>", "holds 'ONCLICK'"),
    "foreign-object": ("<foreignObject><x/></foreignObject>", "holds <foreignObject>"),
    "html": ("<iframe xmlns='http://www.w3.org/1999/xhtml' src='//evil.example'/>", "holds HTML, <iframe>,"),
    "html-script": ("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>", "holds HTML"),
    "javascript": ("<a xlink:href='javascript:alert(1)'><text>x</text></a>", "calls 'javascript:alert(1)'"),
    "link": ("<a href='https://evil.example'><text>x</text></a>", "calls 'https://evil.example'"),
    "picture-from-elsewhere": ("<image href='https://evil.example/x.png'/>", "calls 'https://evil.example/x.png'"),
    "picture-that-is-a-drawing": ("<image href='data:image/svg+xml;base64,AAAA'/>", "calls 'data:image/svg"),
    "use": ("<use href='other.svg#x'/>", "calls 'other.svg#x'"),
    "animated-address": ("<a href='#'><set attributeName='href' to='javascript:x'/></a>", "changes an address"),
    "animated-prefix": ("<animate attributeName='xlink:href' values='javascript:x'/>", "changes an address"),
    "style": ("<style>@import 'https://evil.example/x.css';</style>", "a style that calls another file"),
    "style-url": ("<style>p{background:url( 'https://evil.example/x')}</style>", "a style that calls another file"),
    "style-hidden": ("<style>p{background:u\\72l(//evil.example/x)}</style>", "a style that calls another file"),
    "style-attribute": ("<rect style='fill:url(//evil.example/x#y)'/>", "another file through 'style'"),
    "filter": ("<rect filter='url(https://evil.example/x#y)'/>", "another file through 'filter'"),
    "sound": ("<audio src='x.mp3'/>", "holds <audio>"),
    "inside": ("<g><g><g><script/></g></g></g>", "holds <script>"),
    "formula": ("<math xmlns='http://www.w3.org/1998/Math/MathML' href='javascript:x'/>", "calls 'javascript:x'"),
}

ALLOWED = {
    "shapes": "<path d='M0 0 L1 1'/><text>Havørn</text>",
    "gradient": "<linearGradient id='a'/><rect fill='url(#a)'/><rect style=\"fill:url('#a')\"/>",
    "own-parts": "<symbol id='s'/><use href='#s'/><use xlink:href='#s'/>",
    "pixels": "<image href='data:image/png;base64,iVBORw0KGgo='/>",
    "style": "<style>.a{fill:#123;font-family:sans-serif}</style>",
    "editor": "<x:namedview xmlns:x='http://sodipodi.example/' href='file:///home' onload='x'/><metadata>me</metadata>",
    "movement": "<animate attributeName='x' from='0' to='9'/>",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_drawing_that_acts_is_refused_and_the_reason_named(name: str) -> None:
    inside, reason = REFUSED[name]
    assert reason in active_content(".svg", DRAWING.format(inside).encode())


@pytest.mark.parametrize("name", ALLOWED)
def test_a_drawing_that_is_only_seen_passes(name: str) -> None:
    assert active_content(".svg", DRAWING.format(ALLOWED[name]).encode()) == ""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_the_encoding_of_a_drawing_hides_nothing(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?>' + DRAWING.format("<script>x</script>")
    assert active_content(".SVG", text.encode(encoding)) == "holds <script> in line 1"


def test_entities_style_sheets_and_broken_files_are_refused() -> None:
    entity = '<!DOCTYPE svg [<!ENTITY x "y">]>' + PLAIN
    assert active_content(".svg", entity.encode()) == "defines entities"
    sheet = '<?xml-stylesheet href="//evil.example/x.xsl" type="text/xsl"?>' + PLAIN
    assert active_content(".xml", sheet.encode()) == "is shown through a style sheet"
    assert "no well-formed XML" in active_content(".svg", b"<svg><p>")
    assert "no well-formed XML" in active_content(".svg", b"")


def test_programs_and_pages_are_refused_by_their_ending_and_other_files_are_not_looked_into() -> None:
    assert active_content(".HTML", b"hello") == "is a '.html' file, which may run in the reader's browser"
    assert active_content(".svgz", b"\x1f\x8b")
    assert active_content(".pdf", b"<script>") == ""
    assert active_content(".xml", b"<timetable href='//other.example'><link>x</link></timetable>") == ""
