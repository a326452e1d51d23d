"""The rule `claims-cited`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import get_args

from ...site_model import Block, House, NoSources, Post, Spot
from ..claims import Claim, ClaimKind, Scope, find_claims, unsourced_blocks
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

OPINION: frozenset[ClaimKind] = frozenset({"generalisation", "superlative"})
NOT_AN_OPINION = "Name the source under `sources:` in place of `none` and cite it with `[@id]`, or leave the claim out."
PLACES = {"list": "list item", "table": "table", "quote": "quotation", "caption": "caption"}


@dataclass(frozen=True)
class ClaimsCited(Rule):
    """A claim about the world has its source beside it.

    A reader may ask "says who?" of a figure with a unit, of "studies show", of "most customers", of "the largest in
    Norway" and of words in quotation marks. The answer belongs in the same paragraph, list item or table: a
    citation `[@id]` or a link to another site. What the writer tells in the first person ("I waited two hours") is
    experience and needs none, unless it measures a success. An opinion post (`sources: {none: ...}`) may generalise and
    praise, but its figures, studies and quotations are asked about all the same. How it decides: docs/claims.md.
    """

    id = "claims-cited"
    clause = "C1"
    who = AUTHOR
    fix = (
        "Cite a listed source with `[@id]` or link to one beside the claim; for your own figures list your own record."
    )
    VALID = [
        Example("---\nThe yard found 12 % less wear [@board-report].\n"),
        Example("---\nAbout 40 % of us [walk aboard](https://www.ssb.no/en/transport).\n"),
        Example("---\nI waited two hours on pier 4 and met 12 colleagues at 10:30.\n"),
        Example("---\nThe [survey](https://www.ssb.no/en) asked why:\n\n- 40 % had no car\n- 12 % disliked queues\n"),
        Example('---\n"We were never told what the light on the door meant," said the mate.\n'),
        Example("sources: {none: my own opinion}\n---\nMost passengers want to know why they wait.\n"),
        Example(
            "---\nFuel use fell by 12 %.\n\nThat is [on record](https://www.ssb.no/en).\n",
            policy="rules: {claims-cited: {scope: section}}",
        ),
        Example("---\nThe fleet burns 9 % biogas.\n", policy='rules: {claims-cited: {known: ["9 % biogas"]}}'),
        Example("lang: nb\n---\nVi ventet i 40 minutter ved kai 3.\n"),
        Example("lang: fi\n---\nOdotimme 40 minuuttia laiturilla 3.\n"),
        Example("lang: pl\n---\nCzekaliśmy 40 minut przy kei nr 3.\n"),
    ]
    INVALID = [
        Invalid("---\nAbout 40 % of all traffic is late.\n", says='the figure "40 %" has no source in its paragraph'),
        Invalid("---\n- The port spent $3 million\n", says='the figure "$3 million" has no source in its list item'),
        Invalid("---\nStudies show that crews sleep badly.\n", says='"Studies show" has no source'),
        Invalid("---\nMost passengers prefer ferries.\n", says='the generalisation "Most passengers" has no source'),
        Invalid("---\nHavørn is the largest ferry in Norway.\n", says='"the largest ferry in Norway" has no source'),
        Invalid(
            '---\nThe crew was clear: "Nobody ever told us what the light on the door meant."\n',
            says='the quotation "Nobody ever told us',
        ),
        Invalid(
            "sources: {none: my own opinion}\n---\nSulphur fell by 80 %.\n", says='the figure "80 %" has no source'
        ),
        Invalid("lang: nb\n---\nForskning viser at fire av ti nordmenn fryser.\n", says='"Forskning viser"'),
        Invalid("lang: nn\n---\nDei fleste kundar tek ferja.\n", says='"Dei fleste kundar"'),
        Invalid("lang: fi\n---\nPäästöt laskivat 12 prosenttia.\n", says='"12 prosenttia"'),
        Invalid("lang: pl\n---\nBadania pokazują, że promy są bezpieczne.\n", says='"Badania pokazują"'),
    ]

    scope: Scope = field(default="paragraph", metadata={"doc": "How near the source must be: paragraph or section."})
    kinds: tuple[ClaimKind, ...] = field(default=get_args(ClaimKind), metadata={"doc": "Kinds of claim to ask about."})
    known: tuple[str, ...] = field(default=(), metadata={"doc": "Phrases of the house that need no source."})

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Name the first claim of each block that has no source near it."""
        opinion = isinstance(post.sources, NoSources)
        kinds = frozenset(self.kinds) - (OPINION if opinion else frozenset())
        for block, around in unsourced_blocks(post.blocks, self.scope):
            words = block.words
            for phrase in self.known:
                words = words.replace(phrase, " " * len(phrase))
            found = find_claims(words, post.lang, around, set_apart=block.kind in ("quote", "list"))
            claims = [claim for claim in found if claim.kind in kinds]
            if claims:
                spot = Spot(post.path, *block.place(claims[0].start, claims[0].end))
                yield self.finding(spot, self._message(claims, block), fix=NOT_AN_OPINION if opinion else None)

    def _message(self, claims: Sequence[Claim], block: Block) -> str:
        claim, more = claims[0], len(claims) - 1
        place = "section" if self.scope == "section" else PLACES.get(block.kind, "paragraph")
        named = f'"{claim.text}"' if claim.kind == "evidence" else f'the {claim.kind} "{claim.text}"'
        rest = f", nor {'has' if more == 1 else 'have'} {more} more claim{'s' * (more > 1)}" if more else ""
        return f"{named} has no source in its {place}{rest}"
