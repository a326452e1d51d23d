"""What every rule is: a reason, options, a fix, examples and one check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from ..signoff.verdict import Signoffs
from ..site_model import House, Phase, Post, Site, Snippet, Spot
from .finding import Edit, Finding, Severity, Who


@dataclass(frozen=True)
class Example:
    """A site that differs from the small sample house in a few lines.

    `post` holds front-matter lines, `---`, and the text; keys it does not give come from the sample post,
    but for those in `without`. `policy` is YAML laid over the sample policy, key by key;
    `files` are whole further files by path. With `before`, the protected branch holds the sample site as it is,
    its policy with that YAML laid over it, and the example is a change on top.
    """

    post: str = ""
    without: Sequence[str] = ()
    policy: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    before: str | None = None


@dataclass(frozen=True)
class Invalid(Example):
    """An example that the rule must refuse with a message containing `says`."""

    says: str = ""


@dataclass(frozen=True)
class Rule:
    """Subclasses give the class variables, their options as fields, and one of the five checks.

    `check_post` sees one post and the house, never other posts, so its findings are kept until either changes.
    `check_snippets` sees one post and what would be said about it on the networks, `check_site` everything,
    `check_signoffs` also what the sign-offs prove.
    The docstring's first sentence is the promise, the rest the reason.
    What is not `waivable` can be neither waived nor weakened for publishing.
    Only the rules with `pages` look at pages too, such as an imprint; `check_signoffs` sees both.
    """

    id: ClassVar[str]
    clause: ClassVar[str]
    who: ClassVar[Who]
    fix: ClassVar[str]
    severity: ClassVar[Mapping[Phase, Severity]] = {"write": "warning", "merge": "error", "publish": "error"}
    waivable: ClassVar[bool] = True
    pages: ClassVar[bool] = False
    VALID: ClassVar[Sequence[Example]] = ()
    INVALID: ClassVar[Sequence[Invalid]] = ()

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Yield what is wrong with one post."""
        yield from ()

    def check_snippets(self, post: Post, snippets: tuple[Snippet, ...], house: House) -> Iterator[Finding]:
        """Yield what is wrong with the texts for the networks, written and generated."""
        yield from ()

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Yield what is wrong with the site as a whole."""
        yield from ()

    def check_signoffs(self, site: Site, signoffs: Signoffs) -> Iterator[Finding]:
        """Yield what is wrong with who let the posts out."""
        yield from ()

    def finding(self, spot: Spot, message: str, *, fix: str | None = None, edit: Edit | None = None) -> Finding:
        """Make a finding of this rule."""
        return Finding(spot, self.id, message, fix or self.fix, self.who, self.clause, edit=edit)
