"""The manual of the rules, from the rules themselves: promise, reason, options, examples and the way out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from ..site_model.did_you_mean import did_you_mean
from .clauses import CHAPTERS, CLAUSES, clause_order
from .configure import PHASES
from .find_rules import find_rules
from .options import options_of
from .page import Block, Code, Heading, Paragraph, Points, Table, as_markdown, as_plain
from .promise import promise_and_reason
from .rule import Example, Invalid, Rule
from .style import MANUAL

_MENDED_BY = {
    "author": "The author mends it.",
    "editor": "The editor mends it.",
    "communications": "The communications team mends it.",
    "developer": "A developer mends it.",
}


class UnknownRuleError(LookupError):
    """There is no rule of that name."""


def explain(name: str, rules: Mapping[str, type[Rule]] | None = None) -> str:
    """Return a rule's page for the terminal. Raises UnknownRuleError with the nearest name."""
    known = find_rules() if rules is None else rules
    if name not in known:
        raise UnknownRuleError(f"there is no rule '{name}'. {did_you_mean(name, known)}")
    return as_plain(_page(known[name]))


def rulebook(rules: Mapping[str, type[Rule]]) -> dict[str, str]:
    """Return path to text of every rule's page and of the index."""
    pages = {f"{MANUAL}/{name}.md": as_markdown(_page(rule)) for name, rule in rules.items()}
    return {f"{MANUAL}/README.md": as_markdown(_index(rules)), **pages}


def _page(rule: type[Rule]) -> Iterator[Block]:
    promise, reason = promise_and_reason(rule)
    yield Heading(1, rule.id)
    yield Paragraph(f"**{promise}**" if promise else rule.id)
    yield from map(Paragraph, reason.split("\n\n") if reason else ())
    yield Points((f"Serves {_clause(rule.clause)}", _MENDED_BY[rule.who], f"To mend it: {rule.fix}"))
    yield Heading(2, "How strict")
    yield Table(("phase", "severity"), tuple((phase, str(rule.severity[phase])) for phase in PHASES))
    yield from _configuration(rule)
    for title, examples in (("Right", rule.VALID), ("Wrong", rule.INVALID)):
        if examples:
            yield Heading(2, title)
            for example in examples:
                yield from _example(example)
    yield from _way_out(rule)


def _clause(clause: str) -> str:
    return f"{clause}: {CLAUSES[clause]}" if clause in CLAUSES else f"{clause}."


def _configuration(rule: type[Rule]) -> Iterator[Block]:
    options = options_of(rule)
    if options:
        yield Heading(2, "Options")
        rows = tuple((f"`{one.name}`", one.wanted, f"`{_yaml(one.default)}`", one.doc) for one in options)
        yield Table(("option", "takes", "default", "meaning"), rows)
    yield Heading(2, "In policy.yaml")
    yield Paragraph("This is what holds where the policy says nothing. Paste it, change it, and leave out the rest.")
    lines = [f"    {phase}: {rule.severity[phase]}" for phase in PHASES]
    lines += [f"    {one.name}: {_yaml(one.default)}" for one in options]
    yield Code("yaml", "\n".join(["rules:", f"  {rule.id}:", *lines]))


def _yaml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _example(example: Example) -> Iterator[Block]:
    lead = f"Refused: {example.says}" if isinstance(example, Invalid) else "Passes:"
    yield Paragraph(lead)
    if example.before is not None:
        yield Paragraph("As a change of the sample site, which readers have seen.")
    if example.without:
        yield Paragraph("The sample post without " + ", ".join(f"`{key}:`" for key in example.without) + ".")
    if example.post:
        yield Code("markdown", example.post)
    if example.policy:
        yield Paragraph("With this in policy.yaml:")
        yield Code("yaml", example.policy)
    for path, text in example.files.items():
        yield Paragraph(f"With the file `{path}`:")
        yield Code("text", text)
    if not (example.without or example.post or example.policy or example.files):
        yield Paragraph("The sample post as it is, in `tests/sites/small/`.")


def _way_out(rule: type[Rule]) -> Iterator[Block]:
    yield Heading(2, "When it does not fit")
    if not rule.waivable:
        yield Paragraph("This rule cannot be waived.")
        return
    yield Paragraph(
        "A waiver in policy.yaml lets one post pass until a day, and every report counts it. "
        "Leave out `post:` where the finding is about the whole site."
    )
    example = (
        "waivers:",
        f"  - rule: {rule.id}",
        "    post: content/blog/2026/example.md",
        "    reason: Why this post is an exception",
        "    granted_by: ewa-nowak",
        "    granted: 2026-03-20",
        "    until: 2026-05-01",
    )
    yield Code("yaml", "\n".join(example))


def _index(rules: Mapping[str, type[Rule]]) -> Iterator[Block]:
    yield Heading(1, "The rules")
    yield Paragraph(
        "Each rule keeps one promise. These pages are made from the rules by `make manual`; "
        "`make explain RULE=named-author` shows one in the terminal."
    )
    clauses = sorted({rule.clause for rule in rules.values()}, key=clause_order)
    chapter = None
    for clause in clauses:
        title = CHAPTERS.get(clause[:1], "Other rules")
        if title != chapter:
            chapter = title
            yield Heading(2, title)
        yield Heading(3, _clause(clause))
        yield Points(
            tuple(
                f"[{name}]({name}.md): {promise_and_reason(rule)[0]}"
                for name, rule in sorted(rules.items())
                if rule.clause == clause
            )
        )
