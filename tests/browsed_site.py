"""A built site on a server of this machine, and a browser that notes every call to another one and lets none out."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route, sync_playwright

_QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        return


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the folder and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*_QUIET])
        yield browser
        browser.close()


@dataclass
class Visit:
    """One reader's window; `elsewhere` are the addresses of other sites that were asked for, none of them answered."""

    page: Page
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def visit(browser: Browser, address: str, **options: Any) -> Iterator[Visit]:
    """Open a window that knows this address alone."""
    context = browser.new_context(**options)
    visited = Visit(context.new_page())

    def answer(route: Route) -> None:
        if route.request.url.startswith(address):
            route.continue_()
        else:
            visited.elsewhere.append(route.request.url)
            route.fulfill(status=200, content_type="text/html", body="<title>elsewhere</title>")

    context.route("**/*", answer)
    visited.page.on("console", lambda message: visited.complaints.append(message.text))
    visited.page.on("pageerror", lambda error: visited.complaints.append(str(error)))
    yield visited
    context.close()
