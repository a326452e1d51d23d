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
from functools import partial
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path

from ...press.gate import Gate
from ...press.settings import PHASE
from ..early_imports import import_early, worth_importing
from ..preview_notes import write_notes
from ..preview_server import KIT, Changes, serve_folder
from ..site_folder import open_press

PREVIEW = ".masthead/preview"
_WATCHED = ("content", "authors", "theme", "policy.yaml", "pelicanconf.py", "baseline.json")
_MOMENT_IN_MILLISECONDS = 200
_STEP_IN_MILLISECONDS = 20
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
    code = build_preview(root, changes)
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
                build_preview(root, changes)
    server.shutdown()
    return 0


def build_preview(root: Path, changes: Changes) -> int:
    """Build in a child of this process, so that each build sees fresh state. Returns its exit code.

    Pages are told as soon as they are there; the texts for the networks come after them.
    """
    told, tell = Pipe(duplex=False)
    child = get_context("fork").Process(target=_build, args=(root, tell))
    child.start()
    tell.close()
    with told, suppress(EOFError):
        while (news := told.recv()) is None:
            changes.announce()
        import_early(news)
    child.join()
    return child.exitcode or 0


def _build(root: Path, tell: Connection) -> None:
    before = set(sys.modules)
    overrides = {"OUTPUT_PATH": str(root / PREVIEW), PHASE: "write"}
    try:
        press = open_press(root, overrides)
        press.shown = partial(_show, press, root / PREVIEW, tell)
        press.run()
    except BaseException as error:
        if isinstance(error, SystemExit | KeyboardInterrupt):
            raise
        from ...press.show import show_failure

        show_failure(error, sys.stderr)
        raise SystemExit(1) from error
    finally:
        tell.send(worth_importing(root, before))


def _show(press: Gate, preview: Path, tell: Connection) -> None:
    write_notes(press.outgoing.judgement, press.outgoing.published, preview)
    tell.send(None)
