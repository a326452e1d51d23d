"""`make serve` shows the kit beside the preview."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from pelican.plugins.desk.preview_server import Changes, serve_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in {
        "preview/index.html": "<body>front page</body>",
        "preview-kit/share/index.html": "<body>all texts</body>",
        "preview-kit/en/a/share/index.html": "<body>one post</body>",
        "preview-kit/en/a/share/x.txt": "text",
        "secret.txt": "secret",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path / "preview"


@pytest.fixture
def ask(folder: Path) -> Iterator[HTTPConnection]:
    server = serve_folder(folder, 0, Changes())
    yield HTTPConnection("127.0.0.1", server.server_port)
    server.shutdown()
    server.server_close()


def answer(ask: HTTPConnection, path: str) -> tuple[HTTPResponse, str]:
    ask.request("GET", path)
    response = ask.getresponse()
    return response, response.read().decode()


def test_the_kit_is_shown_under_its_own_address(ask: HTTPConnection) -> None:
    assert answer(ask, "/kit/")[0].headers["Location"] == "/kit/share/index.html"
    assert "all texts" in answer(ask, "/kit/share/index.html")[1]
    assert "all texts" in answer(ask, "/kit/share/")[1]
    assert answer(ask, "/kit/en/a/share/x.txt")[1] == "text"
    page = answer(ask, "/kit/en/a/share/index.html")[1]
    assert "one post" in page and "/.masthead/reload.js" in page
    assert "front page" in answer(ask, "/")[1]


def test_a_kit_that_the_policy_makes_public_is_shown_from_the_preview(ask: HTTPConnection, folder: Path) -> None:
    (folder / "kit/share").mkdir(parents=True)
    (folder / "kit/share/index.html").write_text("<body>for everybody</body>", "utf-8")
    assert "for everybody" in answer(ask, "/kit/share/index.html")[1]


@pytest.mark.parametrize("path", ["/kit/../secret.txt", "/kit/%2e%2e/secret.txt", "/kit/..%2fsecret.txt", "/kitten"])
def test_nothing_beside_preview_and_kit_is_shown(ask: HTTPConnection, path: str) -> None:
    response, text = answer(ask, path)
    assert response.status == 404 and "secret" not in text.replace(path, "")
