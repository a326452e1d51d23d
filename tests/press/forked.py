"""Commands of ours in processes of their own, forked from this one so that nothing is imported again."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from site_folder import SiteFolder

from pelican.plugins.desk import main

_ROUGH_END = 99


class Forks:
    """Runs commands in a site; `folder` is for what is said meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._said = folder / "said.txt"
        self._imported = folder / "imported.json"

    def run(self, site: SiteFolder, *words: str) -> tuple[int, str]:
        """Run a command to its end; return its exit code and what it said."""
        child = os.fork()
        if child == 0:
            self._become(site, words)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return code, self._said.read_text("utf-8", "replace")

    def import_what_was_used(self) -> None:
        """Import here what the last command imported, so that the next ones find it."""
        for name in json.loads(self._imported.read_text("utf-8")):
            # Some libraries enter under names that are in no folder.
            with suppress(ModuleNotFoundError):
                import_module(name)

    def _become(self, site: SiteFolder, words: tuple[str, ...]) -> None:
        code = _ROUGH_END
        try:
            os.chdir(site.root)
            os.environ.update(site.environment())
            sys.argv = ["masthead", *words]
            handle = os.open(self._said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
            os.dup2(handle, 1)
            os.dup2(handle, 2)
            known = {*sys.modules, "pelicanconf"}
            code = main() or 0
            self._imported.write_text(json.dumps([name for name in sys.modules if name not in known]), "utf-8")
        except SystemExit as ended:
            code = int(ended.code or 0)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
