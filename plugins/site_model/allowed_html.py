"""What a post's text may bring to a page: elements, attributes, classes and kinds of addresses, and nothing else."""

from __future__ import annotations

from pygments.token import STANDARD_TYPES

from .citations import CITE_ATTRIBUTE
from .embeds import EMBED_CLASSES
from .figures import CREDIT, LICENCE

EVERYWHERE = {"id", "lang", "dir", "title"}
"""Attributes that every element may have."""

_PLAIN = (
    "b bdi bdo br caption cite code dd dfn dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i kbd mark p pre "
    "rp rt ruby s samp small span strong sub summary sup table tbody tfoot thead tr u ul var wbr"
)
ELEMENTS: dict[str, set[str]] = {
    **{tag: set() for tag in _PLAIN.split()},
    "a": {"href", "hreflang", "rel"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "div": {"tabindex"},
    "img": {"src", "alt", "width", "height"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"start", "type", "reversed"},
    "q": {"cite"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "time": {"datetime"},
}
"""The elements that may stay, each with the attributes it may have beside those of every element."""

_CELL = {"align-left", "align-center", "align-right"}
CLASSES: dict[str, set[str]] = {
    "a": {"footnote-ref", "footnote-backref"},
    "figure": set(EMBED_CLASSES),
    "div": {"footnote", "highlight", "scroll", "toc"},
    "span": {name for name in STANDARD_TYPES.values() if name} | {"hll", "linenos"},
    "sup": {"citation"},
    "td": _CELL,
    "th": _CELL,
}
"""Only those that Markdown makes: with the theme's own a text could hide words, or pass for a disclosure."""

VALUES: dict[str, dict[str, set[str]]] = {
    # Without `me`, which on the author's page proves who somebody is.
    "a": {"rel": {"nofollow", "noopener", "noreferrer", "external", "sponsored", "ugc", "license"}},
    "div": {"tabindex": {"0"}},
}
"""Attributes whose values are a closed list too."""

SCHEMES = {"http", "https", "mailto", "tel"}
ADDRESSES = {"href", "src", "cite"}

_NO_TEXT = (
    "applet audio canvas embed frame frameset head iframe math noembed noframes noscript object picture plaintext "
    "script select style svg template textarea title video xmp"
)
WITH_CONTENT = set(_NO_TEXT.split())
"""Elements that go together with what stands in them, which was never text for readers."""

UNTIL_CONVERTED = {
    ("sup", CITE_ATTRIBUTE),
    *((cell, "align") for cell in ("td", "th")),
    *((around, words) for around in ("img", "p") for words in (CREDIT, LICENCE)),
}
"""Attributes that Markdown writes and the conversion replaces."""
