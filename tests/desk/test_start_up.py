"""The `masthead` command imports only what it uses."""

from __future__ import annotations

import subprocess
import sys


def test_the_overview_of_commands_imports_none_of_them() -> None:
    looked = "import sys; from pelican.plugins.desk import main; main(['--help']); print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", looked], capture_output=True, text=True, check=True).stdout
    assert "  check      Say what stands against publishing" in said
    imported = said.splitlines()[-1].split()
    assert not {"pelican.plugins.press", "pelican.plugins.desk.commands.check"} & set(imported)
