"""Finds the commands and runs the one that was typed; the others are not even imported."""

from __future__ import annotations

import ast
import os
import pkgutil
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from importlib import import_module
from pathlib import Path
from types import ModuleType

from ..site_model import SetupError
from ..site_model.did_you_mean import did_you_mean
from . import commands
from .ask import AnswerError

INTERRUPTED = 130
BROKEN_PIPE = 141


def command_names() -> tuple[str, ...]:
    """Return the names of all commands, in order: a file's name with hyphens for underscores."""
    return tuple(sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(commands.__path__)))


def find_command(name: str) -> ModuleType:
    """Import a command's file: its docstring is the help, `add_arguments` and `run` do the rest."""
    return import_module(f"{commands.__name__}.{name.replace('-', '_')}")


def run_command(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    names = command_names()
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(overview(names))
        return 0 if arguments else 2
    name = arguments[0]
    if name not in names:
        print(f"masthead: there is no command '{name}'. {did_you_mean(name, names)}", file=sys.stderr)
        return 2
    command = find_command(name)
    parser = ArgumentParser(f"masthead {name}", description=command.__doc__)
    parser.formatter_class = RawDescriptionHelpFormatter
    command.add_arguments(parser)
    try:
        code: int = command.run(parser.parse_args(arguments[1:]))
    except SetupError as error:
        from ..press.show import show_setup

        show_setup(error, sys.stderr)
        return SetupError.exitcode
    except AnswerError as error:
        print(f"masthead {name}: {error}", file=sys.stderr)
        return SetupError.exitcode
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output, such as `head`, has seen enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        from ..press.failure import told

        print(f"masthead {name} broke down: {told(error, Path.cwd())}", file=sys.stderr)
        print(f"`PYTHONDEVMODE=1 masthead {name}` shows where in the program", file=sys.stderr)
        return SetupError.exitcode
    return code


def overview(names: tuple[str, ...]) -> str:
    """Return the list of commands with the first line of each."""
    width = max(map(len, names)) + 2
    lines = [f"  {name:<{width}}{_purpose(name)}" for name in names]
    return "\n".join(["usage: masthead COMMAND [...]", "", *lines, "", "masthead COMMAND --help tells more."])


def _purpose(name: str) -> str:
    """Read what a command is for in its file: importing all of them takes as long as running one."""
    source = Path(commands.__file__).with_name(f"{name.replace('-', '_')}.py").read_text("utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").splitlines()[0]
