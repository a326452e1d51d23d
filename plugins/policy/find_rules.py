"""Finding the rules: every module of `rules/` holds one, and its names agree."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from ..site_model import Problem, SetupError, Spot
from . import rules
from .rule import Rule


class RuleFileError(SetupError):
    """A file in `rules/` cannot be imported, or does not hold one rule named like the file."""

    def __init__(self, file: str, message: str, fix: str) -> None:
        super().__init__((Problem(Spot(file), "unreadable", message, fix),))


def find_rules() -> dict[str, type[Rule]]:
    """Return every rule by its id, in order of id."""
    stems = sorted(module.name for module in iter_modules(rules.__path__))
    found = (rule_in(_import(stem)) for stem in stems)
    return {rule.id: rule for rule in sorted(found, key=lambda rule: rule.id)}


def _import(stem: str) -> ModuleType:
    try:
        return import_module(f"{rules.__name__}.{stem}")
    except Exception as error:
        message = f"the rule cannot be imported ({type(error).__name__}: {error})"
        raise RuleFileError(f"plugins/policy/rules/{stem}.py", message, "Mend the file, or take it away.") from error


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
        raise RuleFileError(file, f"the file holds {names} instead of one rule", "Keep one subclass of `Rule` in it.")
    rule = defined[0]
    wanted = "".join(word.capitalize() for word in stem.split("_"))
    if rule.__name__ != wanted:
        raise RuleFileError(file, f"the rule is called `{rule.__name__}`", f"Name it `{wanted}`, like the file.")
    if getattr(rule, "id", None) != stem.replace("_", "-"):
        fix = f'Write `id = "{stem.replace("_", "-")}"`, like the file.'
        raise RuleFileError(file, f"the rule's id is {getattr(rule, 'id', None)!r}", fix)
    return rule
