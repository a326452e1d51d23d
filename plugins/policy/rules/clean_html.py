"""The rule `clean-html`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...site_model import House, Post, Removed, Spot
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

_INSTEAD = {
    "iframe": "Write `[video: Title](https://…)` on a line of its own, see docs/writing.md.",
    "style": "Delete it: how posts look is the theme's business.",
    "class": "Delete it: how posts look is the theme's business.",
}


def _said(removed: Removed) -> str:
    written = {
        "element": f"<{removed.name}>",
        "attribute": f"the attribute '{removed.name}' of <{removed.tag}>",
        "class": f"the class '{removed.name}' of <{removed.tag}>",
        "address": f"the address '{removed.name[:60]}' of <{removed.tag}>",
    }
    return f"{written[removed.kind]} is not published"


@dataclass(frozen=True)
class CleanHtml(Rule):
    """The HTML in a post says what something is, and brings no program and no looks of its own.

    A script in a post runs in the name of the company at every reader. A form can ask for passwords, a frame
    can show a stranger's page, a style can hide the disclosure. Nothing of it reaches the page, whatever the severity
    here; this tells the author, who would otherwise wonder where it went. Markdown makes all that a text needs, and
    plain elements such as `<details>`, `<kbd>`, `<abbr>`, `<figure>` and tables may stand in it.
    """

    id = "clean-html"
    clause = "C8"
    who = AUTHOR
    fix = "Write it in Markdown or plain HTML, or delete it."
    pages = True
    VALID = [
        Example("---\nPress <kbd>F5</kbd>, <mark>not</mark> the <abbr title='Automatic ID'>AIS</abbr> key.\n"),
        Example("---\n<details markdown='1'><summary>Mer</summary>\n\nSlik *lukker* vi porten.\n\n</details>\n"),
        Example("---\nIn HTML, `<script>` starts a program.\n\n    <iframe src='x'></iframe>\n"),
        Example('---\n<p align="center">Moved in</p>\n', policy="rules: {clean-html: {ignored: [align]}}"),
    ]
    INVALID = [
        Invalid("---\n<script>alert(1)</script>\n", says="<script> is not published"),
        Invalid("---\nSe <img src='dor.jpg' alt='Døra' onerror='x()'>\n", says="'onerror' of <img>"),
        Invalid("---\n[Lue](javascript:alert(1))\n", says="the address 'javascript:alert(1)' of <a>"),
        Invalid("---\n## Furta {: style='display:none' }\n", says="'style' of <h2>"),
        Invalid("---\n<p class='notice'>Approved</p>\n", says="the class 'notice' of <p>"),
        Invalid("---\n<iframe src='https://video.example/1'></iframe>\n", says="<iframe>"),
    ]

    ignored: tuple[str, ...] = field(
        default=(), metadata={"doc": "Names of elements, attributes and classes that are taken away without a word."}
    )

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Pass on what the conversion took away."""
        for removed in post.removed:
            if removed.name not in self.ignored:
                fix = _INSTEAD.get(removed.name) or _INSTEAD.get(removed.kind)
                yield self.finding(Spot(post.path, removed.line, removed.column), _said(removed), fix=fix)
