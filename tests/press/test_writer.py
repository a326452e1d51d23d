"""Pages that are written all at once, over several processes, are as if they had been written one by one."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from pelican import signals
from pelican.settings import DEFAULT_CONFIG

from pelican.plugins.press.failure import StoppedError
from pelican.plugins.press.output_folder import replaced
from pelican.plugins.press.page_inputs import PageInputs
from pelican.plugins.press.strict_log import errors_kept
from pelican.plugins.press.template_digest import TemplateDigests
from pelican.plugins.press.writer import PressWriter
from pelican.plugins.site_model import parallel

PAGES = 60


def _shout(text: str) -> str:
    logging.getLogger("pelican").error("%s in process", text)
    return text


@pytest.fixture(params=[1, 2, 3], autouse=True)
def cores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "usable_cores", lambda: request.param)


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    return {**DEFAULT_CONFIG, "PATH": str(tmp_path / "content"), "OUTPUT_PATH": str(tmp_path / "output")}


def _write(
    settings: dict[str, Any], source: str, names: list[str], loader: FileSystemLoader | None = None, **filters: Any
) -> list[str]:
    environment = Environment(autoescape=True, loader=loader)
    environment.filters |= {"shout": _shout, **filters}
    template = environment.from_string(source)
    with errors_kept() as errors:
        output = Path(settings["OUTPUT_PATH"])
        with replaced(output, output.parent, alone=True) as aside:
            writer = PressWriter(aside, settings, errors, PageInputs(settings, TemplateDigests({}), "code", alone=True))
            with writer.together():
                for name in names:
                    writer.write_file(name, template, {"localsiteurl": ""}, shown=name, url=name)
            writer.write_waiting()
        return sorted(errors.messages)


def test_every_page_is_written(settings: dict[str, Any]) -> None:
    names = [f"{number}/index.html" for number in range(PAGES)]
    _write(settings, "This is {{ shown }}.", names)
    output = Path(settings["OUTPUT_PATH"])
    assert {name: (output / name).read_text() for name in names} == {name: f"This is {name}." for name in names}


def test_two_pages_for_one_file_stop_the_build(settings: dict[str, Any]) -> None:
    names = [f"{number}/index.html" for number in range(PAGES)]
    with pytest.raises(StoppedError, match=r"7/index\.html"):
        _write(settings, "This is {{ shown }}.", [*names, "7/index.html"])


def test_what_is_logged_elsewhere_is_heard_here(settings: dict[str, Any]) -> None:
    messages = _write(settings, "{{ shown|shout }}", [f"page-{number:02}.html" for number in range(PAGES)])
    assert messages == [f"page-{number:02}.html in process" for number in range(PAGES)]


def test_a_template_that_breaks_is_named(settings: dict[str, Any]) -> None:
    with pytest.raises(StoppedError, match="ZeroDivisionError"):
        _write(settings, "{{ 1 // (shown|length - 12) }}", [f"page-{number:02}.html" for number in range(PAGES)])


def test_a_template_that_is_edited_meanwhile_is_in_no_page(settings: dict[str, Any], tmp_path: Path) -> None:
    part = tmp_path / "part.html"

    def edit(text: str) -> str:
        part.write_text("after the edit", "utf-8")
        os.utime(part, (2_000_000_000, 2_000_000_000))
        return text[:0]

    part.write_text("before the edit", "utf-8")
    names = [f"page-{number:02}.html" for number in range(PAGES)]
    _write(settings, "{% include 'part.html' %}{{ shown|edit }}", names, loader=FileSystemLoader(tmp_path), edit=edit)
    assert {Path(settings["OUTPUT_PATH"], name).read_text() for name in names} == {"before the edit"}


def test_a_plugin_that_waits_for_pages_sees_each_in_this_process(settings: dict[str, Any]) -> None:
    seen: list[tuple[str, int]] = []

    def note(path: str, context: dict[str, Any]) -> None:
        seen.append((Path(path).name, os.getpid()))

    names = [f"page-{number:02}.html" for number in range(PAGES)]
    signals.content_written.connect(note)
    try:
        _write(settings, "This is {{ shown }}.", names)
    finally:
        signals.content_written.disconnect(note)
    assert seen == [(name, os.getpid()) for name in names]
