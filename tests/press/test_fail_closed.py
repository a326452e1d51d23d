"""Whatever is broken, nothing is published, the reason is told, and the output of the build before stays."""

from __future__ import annotations

import pytest
from plants import CHECK, FINDINGS, FOUND, SET_UPS, STOPPED, WHILE_BUILDING, Plant
from site_folder import SiteFolder, digests


@pytest.mark.parametrize(
    ("plant", "command"),
    [
        pytest.param(plant, command, id=f"{plant}-{' '.join(command)}")
        for plant in (*SET_UPS, *FINDINGS, *WHILE_BUILDING)
        for command in plant.commands
    ],
)
def test_what_is_broken_stops_every_command_with_its_reason(
    plant: Plant, command: tuple[str, ...], small_site: SiteFolder, built_small: SiteFolder
) -> None:
    variables = plant.lay(small_site) or {}
    ended = small_site.run(*command, **variables)
    for words in plant.says:
        assert words in ended.said
    assert "Traceback" not in ended.said
    found = plant.code == STOPPED and command == CHECK
    assert ended.code == (FOUND if found else plant.code)
    assert digests(small_site.output) == digests(built_small.output)
    assert not list(small_site.root.glob(".output*")), "nothing half-built stays behind"


def test_a_variable_of_the_environment_does_not_open_the_gate(small_site: SiteFolder, built_small: SiteFolder) -> None:
    small_site.write("content/blog/2026/second.md", "---\ntitle: Two\ndate: 2026-03-11\n---\nA text.\n")
    for command in (("masthead", "build"), ("pelican",)):
        assert small_site.run(*command, MASTHEAD_PHASE="write", PHASE="write").code == STOPPED
    assert small_site.run("masthead", "check", MASTHEAD_PHASE="write").code == FOUND
    assert digests(small_site.output) == digests(built_small.output)
