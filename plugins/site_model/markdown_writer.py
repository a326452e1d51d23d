"""Writes Markdown's tree as HTML: what Markdown's own writer writes, in fewer steps."""

from __future__ import annotations

from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown.serializers import RE_AMP, to_html_string

_TAKEN_AS_IT_IS = ("script", "style")


def write_html(root: Element) -> str:
    """Return the element with all that is in it and the text behind it."""
    written: list[str] = []
    waiting: list[Element | str] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            written.append(one)
        elif _is_odd(one):
            written.append(to_html_string(one))
        else:
            tag = one.tag
            written.append(f"<{tag}{_attributes(one)}>{_escaped(one.text)}")
            end = _escaped(one.tail) if tag.lower() in HTML_EMPTY else f"</{tag}>{_escaped(one.tail)}"
            if len(one):
                waiting.append(end)
                waiting.extend(reversed(one))
            else:
                written.append(end)
    return "".join(written)


def _is_odd(element: Element) -> bool:
    """Say whether it is a comment or the like, or has an attribute without a value, or with its name as the value."""
    tag = element.tag
    return (
        not isinstance(tag, str)
        or tag.lower() in _TAKEN_AS_IT_IS
        or any(not isinstance(value, str) or name == value for name, value in element.items())
    )


def _attributes(element: Element) -> str:
    named = ((name, _escaped(value).replace('"', "&quot;")) for name, value in sorted(element.items()))
    return "".join(f' {name}="{value}"' for name, value in named)


def _escaped(text: str | None) -> str:
    if not text:
        return ""
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")
