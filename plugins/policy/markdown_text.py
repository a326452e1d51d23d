"""Text from files people write, as GitHub-flavoured Markdown that shows it and does nothing else.

Characters with a meaning become numeric references, which CommonMark (6.2) never reads as structure. Mentions,
references and bare addresses are looked for after that, in the finished page: a zero-width space stops them, and code
is exempt (https://docs.github.com/en/get-started/writing-on-github, GitLab's reference filters). A stretch between
backticks becomes code.
"""

from __future__ import annotations

import re

from .visible import visible

_STRUCTURE = re.compile(r"[\\`*_{}\[\]()<>#!|~&$@:]|(?<=[Ww]{3})\.")
_REFERENCE = re.compile(r"([@#!~%&$])(?=[\w\"/])")
_ADDRESS = re.compile(r"(?i)(:)(?=//)|(www)(?=\.)")
_STOP = "\u200b"


def markdown_text(text: str) -> str:
    """Return one line of Markdown."""
    plain_and_code = visible(text).split("`")
    if len(plain_and_code) % 2 == 0:
        plain_and_code[-2:] = ["`".join(plain_and_code[-2:])]
    return "".join(_code(part) if index % 2 else _plain(part) for index, part in enumerate(plain_and_code))


def markdown_code(text: str) -> str:
    """Return the text as inline code."""
    return _code(visible(text))


def _plain(text: str) -> str:
    stopped = _ADDRESS.sub(rf"\g<0>{_STOP}", _REFERENCE.sub(rf"\1{_STOP}", text))
    return _escaped(stopped).replace(_STOP, "&#8203;")


def _code(text: str) -> str:
    return f"<code>{_escaped(text)}</code>" if text else ""


def _escaped(text: str) -> str:
    return _STRUCTURE.sub(lambda found: f"&#{ord(found[0])};", text)
