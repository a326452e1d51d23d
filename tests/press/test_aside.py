"""The folder that a build writes into, beside the output."""

from __future__ import annotations

from pathlib import Path

from site_folder import digests

from pelican.plugins.press.output_folder import replaced


def test_pages_and_folders_of_one_name_take_the_place_of_each_other(tmp_path: Path) -> None:
    output = tmp_path / "output"
    for name in ("a/b/index.html", "a/b", "a/b/c/index.html", "a", "a/b"):
        # The second build of each starts from what another left.
        for _ in range(2):
            with replaced(output, tmp_path, alone=True) as aside:
                aside.write(name, name.encode())
            assert [*digests(output)] == [name]
