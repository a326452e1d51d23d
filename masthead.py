"""The `masthead` command from its first step: Pelican is imported before anything of ours below it."""

from __future__ import annotations

import gc


def main() -> int:
    """Run `masthead`; see `pelican.plugins.desk`."""
    # Nothing of hundreds of modules is garbage, and to look for it takes an eighth of the time to import them.
    gc.disable()
    from pelican.plugins.desk import main as run

    gc.enable()
    code: int = run()
    return code
