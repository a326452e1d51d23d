"""A picture is what its name says, or it is refused before anything is made of it."""

from __future__ import annotations

import pytest
from photographs import photograph

from pelican.plugins.site_model.picture_kind import picture_fault

KINDS = {".png": "PNG", ".jpg": "JPEG", ".JPEG": "JPEG", ".gif": "GIF", ".webp": "WEBP", ".avif": "AVIF"}


@pytest.mark.parametrize("suffix", KINDS)
def test_each_format_is_known_by_its_beginning(suffix: str) -> None:
    assert picture_fault(suffix, photograph(KINDS[suffix], 16, 10)) == ""
    assert picture_fault(suffix, b"<html>") == f"is no '{suffix.lower()}' picture, whatever its name says"


def test_formats_that_browsers_do_not_show_are_refused_and_other_files_are_left_alone() -> None:
    assert picture_fault(".HEIC", b"anything") == "is a '.heic' picture, which browsers do not show"
    assert picture_fault(".pdf", b"anything") == ""
