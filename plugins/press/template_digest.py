"""What a template consists of: its own source and that of every template it extends, includes or imports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from jinja2 import Environment, TemplateNotFound, nodes
from jinja2.meta import find_referenced_templates
from msgspec import Struct

from .value_digest import is_known_code

_BY_NAME = frozenset(("map", "select", "reject", "selectattr", "rejectattr"))
_CHANCE = frozenset(("random", "lipsum"))
_HARMLESS = frozenset(("jinja2.ext.ExprStmtExtension", "jinja2.ext.LoopControlExtension"))


class TemplateFacts(Struct, frozen=True, array_like=True):
    """What the source of one template says.

    `words` are the filters, tests, attributes and texts in it. `free` says that it decides while it runs what it
    loads or calls, `bare` that it imports templates which do not see the page.
    """

    others: tuple[str, ...]
    words: frozenset[str]
    free: bool
    bare: bool


class Closure(Struct, frozen=True):
    """A template with everything it loads; `words` are those of all. No digest: nobody can tell what it depends on."""

    digest: bytes | None
    words: frozenset[str]


class TemplateDigests:
    """Reads each template once a build, and parses it once per change of its bytes: `facts` is kept."""

    def __init__(self, facts: dict[str, TemplateFacts]) -> None:
        self.facts = facts
        self._closures: dict[tuple[int, str], Closure] = {}
        self._environments: list[Environment] = []

    def closure(self, environment: Environment, name: str) -> Closure:
        """Return what the template consists of."""
        key = (id(environment), name)
        if key not in self._closures:
            # Held, so that no other environment can take its identity.
            self._environments.append(environment)
            self._closures[key] = self._closure(environment, name)
        return self._closures[key]

    def _closure(self, environment: Environment, start: str) -> Closure:
        digest, words = blake2b(digest_size=16), set[str]()
        known = not any(name not in _HARMLESS for name in environment.extensions)
        strange, strange_globals = _strange(environment), _strange_globals(environment)
        waiting, seen = [start], {start}
        while waiting:
            name = waiting.pop()
            source = _source(environment, name)
            if source is None:
                # A page can do without a part of it, but not without its own template.
                known = known and name != start
                digest.update(f"\0{name}\0missing".encode())
                continue
            facts = self._facts(environment, source)
            digest.update(f"\0{name}\0{len(source)}\0{source}".encode("utf-8", "surrogatepass"))
            words |= facts.words
            known = known and not facts.free and not (facts.bare and strange_globals)
            known = known and not facts.words & (strange | _CHANCE)
            others = [environment.join_path(other, name) for other in facts.others]
            waiting += [other for other in others if other not in seen]
            seen.update(others)
        return Closure(digest.digest() if known else None, frozenset(words))

    def _facts(self, environment: Environment, source: str) -> TemplateFacts:
        syntax = repr([getattr(environment, name) for name in _SYNTAX])
        key = blake2b(f"{syntax}\0{source}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        if key not in self.facts:
            self.facts[key] = template_facts(environment, source)
        return self.facts[key]


_SYNTAX = (
    "block_start_string",
    "block_end_string",
    "variable_start_string",
    "variable_end_string",
    "comment_start_string",
    "comment_end_string",
    "line_statement_prefix",
    "line_comment_prefix",
)


_TELLING = (nodes.Filter, nodes.Test, nodes.Name, nodes.Const, nodes.Getattr, nodes.Import, nodes.FromImport)


def template_facts(environment: Environment, source: str) -> TemplateFacts:
    """Return what the source of a template says."""
    tree = environment.parse(source)
    # Walked through once: a theme has tens of thousands of nodes.
    found: list[Any] = [*tree.find_all(_TELLING)]
    others = [*find_referenced_templates(tree)]
    attributes = {one.attr for one in found if isinstance(one, nodes.Getattr)}
    words = attributes.union(_words(found))
    by_name = (one for one in found if isinstance(one, nodes.Filter) and one.name in _BY_NAME)
    free = None in others or any(one.args and not isinstance(one.args[0], nodes.Const) for one in by_name)
    # Names with an underscore lead behind what templates are meant to see, and so do settings and Jinja's own values.
    free = free or any(one.startswith("_") for one in attributes) or "settings" in words
    bare = any(not one.with_context for one in found if isinstance(one, nodes.Import | nodes.FromImport))
    return TemplateFacts(tuple(sorted({one for one in others if one})), frozenset(words), free, bare)


def _words(found: Iterable[Any]) -> Iterator[str]:
    for one in found:
        if isinstance(one, nodes.Filter | nodes.Test | nodes.Name):
            yield one.name
        elif isinstance(one, nodes.Const) and isinstance(one.value, str):
            yield one.value


def _source(environment: Environment, name: str) -> str | None:
    if environment.loader is None:
        return None
    try:
        return environment.loader.get_source(environment, name)[0]
    except TemplateNotFound:
        return None


def _strange(environment: Environment) -> frozenset[str]:
    """Return the filters and tests that could do anything."""
    named = {**environment.filters, **environment.tests}
    return frozenset(name for name, function in named.items() if not is_known_code(function))


def _strange_globals(environment: Environment) -> bool:
    return any(callable(one) and not is_known_code(one) for one in environment.globals.values())
