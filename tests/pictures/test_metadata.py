"""What a camera or a program wrote about people and places does not leave the house; the picture does, as it was."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from photographs import SECRET, photograph, with_second_picture
from PIL import Image, ImageCms, ImageSequence

from pelican.plugins.press.picture_metadata import BrokenPictureError, without_metadata

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
KINDS: dict[str, dict[str, Any]] = {
    "JPEG": {"icc_profile": PROFILE},
    "PNG": {"icc_profile": PROFILE},
    "WEBP": {"icc_profile": PROFILE},
    "GIF": {},
}


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("kind", KINDS)
def test_name_and_place_go_and_every_pixel_and_colour_stays(kind: str) -> None:
    before = photograph(kind, 320, 200, **KINDS[kind])
    assert SECRET in before
    after = without_metadata(before)
    assert SECRET not in after
    assert b"GPS" not in after
    one, other = opened(before), opened(after)
    assert not other.getexif()
    assert one.tobytes() == other.tobytes()
    assert one.info.get("icc_profile") == other.info.get("icc_profile")


def test_a_second_picture_and_other_notes_behind_a_photograph_go_too() -> None:
    plain = photograph("JPEG", 320, 200, progressive=True)
    after = without_metadata(with_second_picture(plain))
    assert SECRET not in after
    assert len(after) < len(plain)
    assert opened(after).tobytes() == opened(plain).tobytes()


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_a_picture_that_moves_goes_on_moving(kind: str) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green", "blue")]
    written = BytesIO()
    frames[0].save(written, kind, save_all=True, append_images=frames[1:], duration=200, loop=0)
    after = opened(without_metadata(written.getvalue()))
    assert len(ImageSequence.all_frames(after)) == 3
    assert after.info.get("loop") == 0


def test_what_it_does_not_know_is_left_alone() -> None:
    assert without_metadata(b"<svg/>") == b"<svg/>"
    assert without_metadata(b"") == b""


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_was_cut_off_is_refused_not_guessed(kind: str) -> None:
    whole = photograph(kind, 320, 200)
    with pytest.raises(BrokenPictureError):
        without_metadata(whole[: len(whole) // 2])


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(KINDS)), st.binary(max_size=60), st.integers(2, 400))
def test_no_bytes_make_it_fail_in_another_way(kind: str, noise: bytes, at: int) -> None:
    whole = _SMALL[kind]
    try:
        without_metadata(whole[:at] + noise + whole[at + len(noise) :])
    except BrokenPictureError:
        return


_SMALL = {kind: photograph(kind, 32, 20) for kind in KINDS}
