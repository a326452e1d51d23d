"""The rule `readable-post`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...site_model import House, Post, Site
from ...site_model.did_you_mean import did_you_mean
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

_LANGUAGE_IN_NAME = re.compile(r"\.([a-z]{2}(?:-[A-Za-z]{2,4})?)\.md$")
_POST = "---\ntitle: Die Tür\ndate: 2026-03-10\n---\nDie Tür ging nicht zu.\n"


class ReadablePost(Rule):
    """Every file in the content folder can be read, and each of its values is of the kind it should be.

    A post that cannot be read would be left out of the blog without a word, and one whose date is a guess would be
    published on the wrong day. Both stop here, with the line and what was expected on it.
    """

    id = "readable-post"
    clause = "P1"
    who = AUTHOR
    pages = True
    waivable = False
    fix = "Correct the value as the message says."
    VALID = [Example("date: 2026-03-10T08:30+01:00")]
    INVALID = [
        Invalid("date: soonish", says="soonish"),
        Invalid("date: 10.3.2026", says="10.3.2026"),
        Invalid("voice: funny", says="funny"),
        Invalid("status: draft", says="'status' is 'draft', and every post in this folder is published"),
        Invalid(without=["title"], says="title"),
        Invalid("lang: se", says="'se' is no language of the company"),
        Invalid(files={"content/blog/2026/example.de.md": _POST}, says="the file's name ends in '.de.md'"),
    ]

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Look at the language, which only the policy knows."""
        languages = house.policy.company.languages
        named = _LANGUAGE_IN_NAME.search(post.path)
        if named and named[1] not in languages and "lang" not in post.given:
            message = f"the file's name ends in '.{named[1]}.md', and '{named[1]}' is no language of the company"
            fix = f"Use one of {', '.join(f'`{language}`' for language in languages)}, or take the dot out of the name."
            yield self.finding(post.spot(), message, fix=fix)
        if post.lang not in languages:
            message = f"'{post.lang}' is no language of the company"
            yield self.finding(post.spot("lang"), message, fix=did_you_mean(post.lang, languages))

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Pass on what the reader of the files found."""
        for problem in site.problems:
            if problem.kind != "unknown-key":
                yield self.finding(problem.spot, problem.message, fix=problem.fix)
