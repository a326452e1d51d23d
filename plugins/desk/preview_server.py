"""Serves a folder on this machine and tells open pages when to load anew. For the writer's eyes only."""

from __future__ import annotations

import re
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from .preview_notes import notes_asset, page_with_notes

_EVENTS = "/.masthead/events"
_SCRIPT = "/.masthead/reload.js"
# The page's own policy forbids every script, also this one, which the published page never has.
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_RELOAD = b"""const events = new EventSource("/.masthead/events");
events.onmessage = () => { events.close(); location.reload(); };
"""
_HEARTBEAT_SECONDS = 15
KIT = "/kit/"
_KIT_START = f"{KIT}share/index.html"


class Changes:
    """Counts builds; pages wait for the next one."""

    def __init__(self) -> None:
        self.count = 0
        self.news = threading.Condition()

    def announce(self) -> None:
        """Tell every open page that there is a new build."""
        with self.news:
            self.count += 1
            self.news.notify_all()

    def wait(self, seen: int) -> bool:
        """Return whether a build newer than `seen` came within a heartbeat."""
        with self.news:
            return self.news.wait_for(lambda: self.count > seen, _HEARTBEAT_SECONDS)


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves files as they are, but for a line in each page that lets it reload."""

    def __init__(self, *args: object, changes: Changes, **kwargs: object) -> None:
        self.changes = changes
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer one request."""
        if self.path == _EVENTS:
            self._tell_changes()
        elif self.path == _SCRIPT:
            self._send(_RELOAD, "text/javascript")
        elif asset := notes_asset(self.path):
            self._send(*asset)
        elif self.path in (KIT, KIT.removesuffix("/")):
            self._send_on(_KIT_START)
        elif (page := self._page()) is not None:
            line = f'<script src="{_SCRIPT}" defer></script></body>'.encode()
            content = page_with_notes(page.read_bytes(), self.path, Path(self.directory))
            self._send(_POLICY.sub(b"", content).replace(b"</body>", line), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """Return the file for an address; the kit lies beside the preview, unless the policy makes it public."""
        if path.startswith(KIT) and not Path(self.directory, KIT.strip("/")).is_dir():
            inside = super().translate_path(path.removeprefix(KIT.removesuffix("/")))
            return str(Path(f"{self.directory}-kit", Path(inside).relative_to(self.directory)))
        return super().translate_path(path)

    def end_headers(self) -> None:
        """Never let the browser keep a preview."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of requests: the terminal is for findings."""

    def _page(self) -> Path | None:
        place = Path(self.translate_path(self.path))
        if place.is_dir() and self.path.split("?")[0].endswith("/"):
            place /= "index.html"
        return place if place.suffix == ".html" and place.is_file() else None

    def _send_on(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _tell_changes(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = self.changes.count
        try:
            while not self.changes.wait(seen):
                self.wfile.write(b": still here\n\n")
            self.wfile.write(b"data: built\n\n")
        except (BrokenPipeError, ConnectionResetError):
            return


def serve_folder(folder: Path, port: int, changes: Changes) -> ThreadingHTTPServer:
    """Start serving on the loopback address and return the server. Raises OSError if the port is taken."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(PreviewHandler, changes=changes, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
