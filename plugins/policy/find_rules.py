"""Finding the rules: every module of `rules/` holds one, and its names agree."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from . import rules
from .rule import Rule


class RuleFileError(Exception):
    """A file in `rules/` does not hold one rule named like the file."""


def find_rules() -> dict[str, type[Rule]]:
    """Return every rule by its id, in order of id."""
    stems = sorted(module.name for module in iter_modules(rules.__path__))
    found = (rule_in(import_module(f"{rules.__name__}.{stem}")) for stem in stems)
    return {rule.id: rule for rule in sorted(found, key=lambda rule: rule.id)}


def rule_in(module: ModuleType) -> type[Rule]:
    """Return the one rule that the module defines, named as the file is."""
    stem = module.__name__.rpartition(".")[2]
    file = f"plugins/policy/rules/{stem}.py"
    defined = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__
    ]
    if len(defined) != 1:
        names = ", ".join(rule.__name__ for rule in defined) or "none"
        raise RuleFileError(f"{file} must hold exactly one subclass of `Rule`, and holds {names}")
    rule = defined[0]
    wanted = "".join(word.capitalize() for word in stem.split("_"))
    if rule.__name__ != wanted:
        raise RuleFileError(f"{file} holds the class `{rule.__name__}`: name it `{wanted}`, like the file")
    if getattr(rule, "id", None) != stem.replace("_", "-"):
        raise RuleFileError(f"{file} holds a rule whose `id` is not '{stem.replace('_', '-')}', like the file")
    return rule
