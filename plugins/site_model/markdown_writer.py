"""Writes Markdown's tree as HTML: what Markdown's own writer writes, in fewer steps."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown.serializers import RE_AMP, to_html_string

Named = Collection[tuple[str, str]]
"""Attributes with their values."""
_TAKEN_AS_IT_IS = ("script", "style")


def write_html(root: Element) -> str:
    """Return the element with all that is in it and the text behind it."""
    written: list[str] = []
    waiting: list[Element | str] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            written.append(one)
            continue
        tag, named = one.tag, one.items()
        if _is_odd(tag, named):
            written.append(to_html_string(one))
            continue
        written.append(f"<{tag}{_attributes(named) if named else ''}>{_escaped(one.text)}")
        end = _escaped(one.tail) if tag.lower() in HTML_EMPTY else f"</{tag}>{_escaped(one.tail)}"
        if len(one):
            waiting.append(end)
            waiting.extend(reversed(one))
        else:
            written.append(end)
    return "".join(written)


def _is_odd(tag: object, named: Named) -> bool:
    """Say whether it is a comment or the like, or has an attribute without a value, or with its name as the value."""
    if not isinstance(tag, str) or tag.lower() in _TAKEN_AS_IT_IS:
        return True
    return bool(named) and any(not isinstance(value, str) or name == value for name, value in named)


def _attributes(named: Named) -> str:
    escaped = [(name, _escaped(value).replace('"', "&quot;")) for name, value in sorted(named)]
    return "".join([f' {name}="{value}"' for name, value in escaped])


def _escaped(text: str | None) -> str:
    if not text:
        return ""
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")
