"""A terminal for commands that ask: it answers each prompt, and remembers what was shown."""

from __future__ import annotations

import os
import pty
import select
import subprocess
from collections.abc import Sequence

from site_folder import Ended, SiteFolder

_PATIENCE_SECONDS = 60


def talk(site: SiteFolder, command: Sequence[str], answers: Sequence[str] = (), **variables: str) -> Ended:
    """Run a command at a terminal of 80 columns, typing the next answer whenever it has asked something."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [site.bin / command[0], *command[1:]],
        cwd=site.root,
        env=site.environment(**{"TERM": "xterm-256color", "COLUMNS": "80"} | variables),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    left = list(answers)
    shown = b""
    while select.select([ours], [], [], _PATIENCE_SECONDS)[0]:
        try:
            said = os.read(ours, 4096)
        except OSError:  # Linux tells so that nobody holds the other end any more.
            break
        shown += said
        if shown.endswith(b": ") and left:
            os.write(ours, f"{left.pop(0)}\n".encode())
    os.close(ours)
    return Ended(process.wait(_PATIENCE_SECONDS), shown.decode().replace("\r\n", "\n"), "")
