"""The rule `own-pictures`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ...site_model import House, Post, Spot
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


@dataclass(frozen=True)
class OwnPictures(Rule):
    """Every picture lies with the post, not on somebody else's server.

    A picture from elsewhere tells that server who reads the post, and when. Whoever runs it may put another picture
    in its place, or none, long after the editor signed. The pages' Content-Security-Policy does not even load it.
    """

    id = "own-pictures"
    clause = "C8"
    who = AUTHOR
    fix = "Put the file beside the post and write its name, with a credit if it is not yours."
    pages = True
    VALID = [
        Example('---\n![The bow door](door.jpg){: credit="Kari Lund" }\n'),
        Example("lang: nb\n---\n![Baugporten](https://blog.havlinje.example/port.jpg)\n"),
        Example(
            "lang: fi\n---\n![Keulaportti](https://kuvat.havlinje.example/portti.jpg)\n",
            policy="rules: {own-pictures: {hosts: [kuvat.havlinje.example]}}",
        ),
    ]
    INVALID = [
        Invalid("---\n![The door](https://pictures.example/door.jpg)\n", says="lies on 'pictures.example'"),
        Invalid("lang: pl\n---\n<img src='//pictures.example/f.jpg' alt='Furta'>\n", says="lies on 'pictures.example'"),
    ]

    hosts: tuple[str, ...] = field(
        default=(), metadata={"doc": "Further servers of the company, which its theme allows pictures from."}
    )

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Look where each picture of the text lies."""
        own = {"", _host(house.policy.company.url), *(host.lower() for host in self.hosts)}
        for image in post.images:
            if (host := _host(image.url)) not in own:
                name = image.url.rsplit("/", 1)[-1][:60]
                yield self.finding(Spot(post.path, image.line, image.column), f"the picture '{name}' lies on '{host}'")
