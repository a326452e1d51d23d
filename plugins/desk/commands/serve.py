"""Build a preview, show it at http://localhost:8000/ and reload it on every edit.

Findings of the phase `write` are shown and stop nothing but what the policy makes an error while writing.
Each page shows the findings of its post beside the lines they are about; the published page shows none.
The preview lies in `.masthead/preview`; `output/` is left alone. Under /kit/ are the texts for the networks, each as
its network would show it.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from pathlib import Path

from ..preview_builds import PREVIEW, PreviewBuilds
from ..preview_server import KIT, Changes, serve_folder

_WATCHED = ("content", "authors", "theme", "policy.yaml", "pelicanconf.py", "baseline.json")
_MOMENT_IN_MILLISECONDS = 200
_STEP_IN_MILLISECONDS = 10
_AFTER_PORT_TAKEN = "choose another with PORT=8001"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what may be typed after `masthead serve`."""
    parser.add_argument("--port", type=int, default=8000, help="port on this machine; 0 picks a free one")


def run(arguments: Namespace) -> int:
    """Serve until Ctrl+C."""
    from watchfiles import watch

    root = Path.cwd()
    watched = [root / name for name in _WATCHED if (root / name).exists()]
    edits = watch(
        *watched,
        debounce=100,
        step=_STEP_IN_MILLISECONDS,
        rust_timeout=_MOMENT_IN_MILLISECONDS,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    # From the first moment that passes without an edit on, none is missed: also those made during the first build.
    next(edits)
    changes = Changes()
    builds = PreviewBuilds(root, changes)
    code = builds.build()
    if code and not (root / PREVIEW).exists():
        return code
    try:
        server = serve_folder(root / PREVIEW, arguments.port, changes)
    except OSError as error:
        print(f"masthead serve: port {arguments.port}: {error.strerror}; {_AFTER_PORT_TAKEN}", file=sys.stderr)
        return 2
    address = f"http://localhost:{server.server_port}"
    print(f"{address}/ shows the preview, {address}{KIT} the share texts; Ctrl+C ends it", file=sys.stderr, flush=True)
    with suppress(KeyboardInterrupt):
        for edited in edits:
            if edited:
                builds.build([Path(place) for _, place in edited])
    builds.end()
    server.shutdown()
    return 0
