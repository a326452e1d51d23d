"""What lies in the folders and is no file to read is said at once: nobody waits for it, no memory runs out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from example_site import lay_out

from pelican.plugins.policy.load_baseline import load_baseline
from pelican.plugins.policy.rule import Example
from pelican.plugins.site_model import SetupError
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.load_site import load_site
from pelican.plugins.site_model.load_text import MAX_POST_BYTES

POST = "---\ntitle: A quay\ndate: 2026-01-01\n---\nA text.\n"


def refusals(root: Path) -> list[tuple[str, str]]:
    return [(problem.spot.file, problem.message) for problem in load_site(root, cache=Cache(None)).problems]


def test_a_pipe_is_no_post(tmp_path: Path) -> None:
    lay_out(Example(), tmp_path)
    os.mkfifo(tmp_path / "content/pipe.md")
    assert refusals(tmp_path) == [("content/pipe.md", "there is something else than a plain file")]


@pytest.mark.parametrize("path", ["policy.yaml", "authors/kari-lund.yaml", "baseline.json"])
def test_a_pipe_is_no_part_of_the_set_up(path: str, tmp_path: Path) -> None:
    lay_out(Example(), tmp_path)
    (tmp_path / path).unlink(missing_ok=True)
    os.mkfifo(tmp_path / path)
    with pytest.raises(SetupError, match="plain file"):
        load_baseline(tmp_path)
        load_site(tmp_path, cache=Cache(None))


def test_a_file_of_gigabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    lay_out(Example(), tmp_path)
    (tmp_path / "content/huge.md").touch()
    os.truncate(tmp_path / "content/huge.md", 2**40)
    assert refusals(tmp_path) == [("content/huge.md", f"the file is longer than {MAX_POST_BYTES:,} bytes")]


@pytest.mark.parametrize(
    ("name", "shown"), [(b"a\nb.md", "a<000a>b.md"), (b"\xe5.md", "<dce5>.md"), ("a\u202eb.md".encode(), "a<202e>b.md")]
)
def test_a_name_that_nobody_can_read_is_refused(name: bytes, shown: str, tmp_path: Path) -> None:
    lay_out(Example(), tmp_path)
    Path(os.fsdecode(os.fsencode(tmp_path / "content") + b"/" + name)).write_text(POST, "utf-8")
    assert refusals(tmp_path) == [(f"content/{shown}", "the file's name has characters that nobody can see")]
