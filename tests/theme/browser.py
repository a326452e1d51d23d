"""Shows a built site in Chromium under its own address, straight from the output folder: no server, no network."""

from __future__ import annotations

import mimetypes
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium with a new profile."""
    with tempfile.TemporaryDirectory() as profile, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=[*QUIET, f"--disk-cache-dir={profile}"]
        )
        yield browser
        browser.close()


class Reader:
    """A reader with a window, a taste in colours, and perhaps no scripts; notes whatever goes wrong."""

    def __init__(self, browser: Browser, output: Path, address: str, **options: Any) -> None:
        self.output = output
        self.address = address
        self.complaints: list[str] = []
        self.context: BrowserContext = browser.new_context(**options)
        self.context.route("**/*", self._answer)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.complaints.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))

    def open(self, path: str) -> Page:
        """Go to a page of the site."""
        self.page.goto(f"{self.address}/{path.removesuffix('index.html')}")
        return self.page

    def look(self, scheme: Literal["light", "dark"], width: int) -> None:
        """Take another taste in colours and another width."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size({"width": width, "height": 900})

    def accessibility(self, only: Sequence[str] = ()) -> list[str]:
        """Return what axe-core holds against the page by WCAG 2.2 A and AA and best practices, or by these rules."""
        if self.page.evaluate("typeof axe") == "undefined":
            self.page.evaluate(AXE.read_text("utf-8"))
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        asked = {"runOnly": [*only] or tags, "rules": {} if only else {"td-has-header": {"enabled": True}}}
        found = self.page.evaluate("asked => axe.run(document, asked)", asked)
        return [f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]

    def _answer(self, route: Route) -> None:
        url = route.request.url.partition("#")[0].partition("?")[0]
        place = self.output / url.removeprefix(f"{self.address}/")
        if not url.startswith(f"{self.address}/"):
            self.complaints.append(f"foreign request: {url}")
            route.abort()
            return
        place = place / "index.html" if place.is_dir() else place
        if place.is_file():
            kind = mimetypes.guess_type(place.name)[0] or "application/octet-stream"
            route.fulfill(body=place.read_bytes(), content_type=f"{kind}; charset=utf-8")
        else:
            self.complaints.append(f"missing: {url}")
            route.fulfill(status=404, body="")
