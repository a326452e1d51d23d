"""What went wrong, in words that help whoever has to mend it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pelican.plugins.press.failure import told

HERE = Path(__file__).parent


def _caught(act: Callable[[], object]) -> OSError:
    with pytest.raises(OSError, match="No s") as caught:
        act()
    return caught.value


def _full_disk() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_called_so_and_says_what_to_do() -> None:
    said = told(_caught(_full_disk), HERE)
    assert said.startswith("the disk is full, or your share of it: make room, and repeat this (test_failure.py:")


def test_the_place_is_in_the_code_that_asked_and_not_in_pythons_own(tmp_path: Path) -> None:
    said = told(_caught(lambda: (tmp_path / "gone").read_text("utf-8")), HERE)
    assert said.startswith("FileNotFoundError: ")
    assert "(test_failure.py:" in said
