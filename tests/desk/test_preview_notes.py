"""The preview shows the writer each finding beside its line; the published site knows nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsed_site import Visit, chromium, visit
from playwright.sync_api import Browser
from site_folder import SiteFolder

from pelican.plugins.desk.preview_builds import PREVIEW, PreviewBuilds
from pelican.plugins.desk.preview_notes import notes_file
from pelican.plugins.desk.preview_server import Changes, serve_folder

POST = "content/blog/2026/example.md"
PAGE = "en/2026/example/"
TEXT = """

Then 38 % of all passengers *waited* on the quay.

- Nobody was hurt.
- The door cost 1.2 million euros to mend.

| Ship | Share |
|------|-------|
| Alke and her sister Terne | 41 % of all passengers |

<b onclick="x()">Loud</b> words to [end](javascript:x</script>) the list.
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def shown(small_site: SiteFolder, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visit]:
    """The preview of a post with findings, in a browser."""
    monkeypatch.setenv("XDG_STATE_HOME", str(small_site.state))
    monkeypatch.chdir(small_site.root)
    small_site.add(POST, TEXT)
    small_site.write(POST, (small_site.root / POST).read_text("utf-8").replace("voice:", "voyce: x\nvoice:", 1))
    assert PreviewBuilds(small_site.root, Changes()).build() == 0
    server = serve_folder(small_site.root / PREVIEW, 0, Changes())
    address = f"http://localhost:{server.server_port}"
    with visit(browser, address) as visited:
        visited.page.goto(f"{address}/{PAGE}")
        yield visited
    server.shutdown()


def beside(shown: Visit, selector: str) -> str:
    return shown.page.locator(selector).inner_text()


def test_each_finding_stands_beside_the_line_it_is_about(shown: Visit) -> None:
    assert "38 %" in beside(shown, "p:has-text('waited on the quay') + .masthead-note")
    assert "1.2 million" in beside(shown, "li:has-text('The door cost') > .masthead-note")
    assert "41 %" in beside(shown, ".scroll:has-text('Terne') + .masthead-note")
    both = shown.page.locator("p:has-text('Loud words') ~ .masthead-note").all_inner_texts()
    assert "onclick" in both[0]
    assert "</script>" in both[1]


def test_all_findings_stand_above_the_text_with_place_and_fix_and_lead_to_their_line(shown: Visit) -> None:
    above = shown.page.locator("main > .masthead-notes")
    said = above.inner_text()
    assert "findings, shown to you alone" in said
    assert f"{POST}:" in said
    assert "voyce" in said, "what is about the front matter stands here alone"
    assert "Cite" in said
    above.get_by_role("link").first.click()
    assert "#masthead-note-" in shown.page.url
    assert not shown.complaints
    assert not shown.elsewhere


def test_a_post_without_findings_shows_none_and_what_is_about_no_post_stands_in_front(
    shown: Visit, small_site: SiteFolder
) -> None:
    shown.page.goto(shown.page.url.replace(PAGE, "contact/"))
    assert shown.page.locator(".masthead-notes").count() == 0


def test_the_published_site_and_the_folder_of_the_preview_hold_no_note(shown: Visit, small_site: SiteFolder) -> None:
    folders = (small_site.output, small_site.root / PREVIEW, Path(f"{small_site.root / PREVIEW}-kit"))
    for file in (file for folder in folders for file in folder.rglob("*") if file.is_file()):
        assert b"masthead-note" not in file.read_bytes(), file
    assert notes_file(small_site.root / PREVIEW).is_file()
