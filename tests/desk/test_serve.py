"""`masthead serve` shows the preview, and tells open pages of every edit."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection

import pytest
from site_folder import SMALL, SiteFolder, digests

POST = "content/blog/2026/example.md"
PAGE = "/en/2026/example/"
_PATIENCE_SECONDS = 60


@dataclass
class Preview:
    """A running `masthead serve`, and what it says."""

    site: SiteFolder
    process: subprocess.Popen[str]
    port: int

    def get(self, path: str) -> tuple[int, str]:
        connection = self.connect()
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def connect(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE_SECONDS)

    def said_until(self, words: str) -> str:
        """Return what is said up to and with the line that has these words."""
        said = ""
        assert self.process.stderr
        for line in self.process.stderr:
            said += line
            if words in line:
                return said
        raise AssertionError(said)


@pytest.fixture
def preview(small_site: SiteFolder) -> Iterator[Preview]:
    process = subprocess.Popen(
        [small_site.bin / "masthead", "serve", "--port", "0"],
        cwd=small_site.root,
        env=small_site.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    # Reading waits for ever: whoever hangs is ended, and the test fails for what it did not read.
    watchdog = threading.Timer(_PATIENCE_SECONDS, process.kill)
    watchdog.start()
    running = Preview(small_site, process, 0)
    said = running.said_until("shows the preview")
    running.port = int(re.search(r"http://localhost:(\d+)/ shows the preview", said)[1])
    yield running
    watchdog.cancel()
    process.send_signal(signal.SIGINT)
    assert process.wait(_PATIENCE_SECONDS) == 0, "Ctrl+C is how it ends"
    process.stderr.close()


def test_an_edit_leads_to_a_new_page_and_tells_those_who_look(preview: Preview) -> None:
    before = digests(preview.site.output)
    status, page = preview.get(PAGE)
    assert status == 200
    assert "would not close" in page
    assert '<script src="/.masthead/reload.js" defer></script></body>' in page
    assert "Content-Security-Policy" not in page
    assert "EventSource" in preview.get("/.masthead/reload.js")[1]
    looking = preview.connect()
    looking.request("GET", "/.masthead/events")
    events = looking.getresponse()
    assert events.getheader("Content-Type") == "text/event-stream"
    preview.site.add(POST, "\nWe have since changed the seals.\n")
    lines = iter(events.readline, b"")
    assert next(line for line in lines if line.startswith(b"data:")) == b"data: built\n"
    assert "We have since changed the seals." in preview.get(PAGE)[1]
    assert digests(preview.site.output) == before, "the preview leaves the published site alone"


def test_an_edit_that_cannot_be_read_or_built_is_said_and_the_server_goes_on(preview: Preview) -> None:
    whole = (preview.site.root / POST).read_text("utf-8")
    preview.site.write(POST, whole.replace("title: What", "title: [What"))
    assert "warning[readable-post]" in preview.said_until("0 posts checked for write")
    preview.site.write("policy.yaml", "compny: {}\n")
    assert "Did you mean `company`?" in preview.said_until("fix:")
    assert preview.get("/")[0] == 200
    assert preview.get("/nowhere/")[0] == 404
    preview.site.write("policy.yaml", (SMALL / "policy.yaml").read_text("utf-8"))
    preview.site.write(POST, whole)
    preview.said_until("nothing to mend")


def test_a_port_that_is_taken_is_said_in_a_sentence(small_site: SiteFolder) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = small_site.run("masthead", "serve", "--port", str(port))
    assert ended.code == 2
    assert f"masthead serve: port {port}: Address already in use; choose another with PORT=8001" in ended.err


def test_what_one_build_imports_the_next_has_but_for_the_site_s_own_modules(small_site: SiteFolder) -> None:
    small_site.write("own_words.py", "WORDS = 'ours'\n")
    settings = (small_site.root / "pelicanconf.py").read_text("utf-8")
    small_site.write("pelicanconf.py", f"import sys\nsys.path.insert(0, '.')\nimport own_words\n{settings}")
    looked = (
        "import sys; from pathlib import Path; from pelican.plugins.desk.preview_builds import Changes, PreviewBuilds;"
        "print(PreviewBuilds(Path.cwd(), Changes()).build(), *(name in sys.modules for name in "
        "('pelican.plugins.policy.rules.audience', 'own_words')))"
    )
    done = subprocess.run(
        [small_site.bin / "python", "-c", looked],
        cwd=small_site.root,
        env=small_site.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0 True False"
