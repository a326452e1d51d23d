"""A picture comes in formats and sizes that are smaller than it, upright, and the same bytes on every build."""

from __future__ import annotations

from io import BytesIO

import pytest
from photographs import SECRET, photograph
from PIL import Image, ImageDraw

from pelican.plugins.press.picture_metadata import BrokenPictureError
from pelican.plugins.press.picture_variants import MadePicture, make_picture

WIDTHS = (480, 960, 1440)


def size(content: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(content)).size


def made(content: bytes) -> MadePicture:
    return make_picture(content, WIDTHS)


def test_a_photograph_gets_both_formats_in_every_width_and_each_tells_nothing() -> None:
    picture = made(photograph("JPEG"))
    assert {(one.format, one.width) for one in picture.variants} == {
        (kind, width) for kind in ("avif", "webp") for width in WIDTHS
    }
    for one in picture.variants:
        assert size(one.content) == (one.width, round(one.width * 1000 / 1600))
        assert len(one.content) < len(picture.content)
        assert SECRET not in one.content
    assert SECRET not in picture.content


def test_the_same_picture_gives_the_same_bytes() -> None:
    content = photograph("JPEG", 700, 400)
    assert made(content) == made(content)


def test_a_photograph_that_was_held_sideways_stands_upright_everywhere() -> None:
    picture = made(photograph("JPEG", 800, 500, turned=True))
    assert (picture.width, picture.height) == (500, 800)
    assert size(picture.content) == (500, 800)
    assert {size(one.content) for one in picture.variants} == {(480, 768), (500, 800)}
    assert SECRET not in picture.content


def test_no_picture_is_blown_up_and_a_huge_one_is_made_smaller() -> None:
    assert {one.width for one in made(photograph("JPEG", 600, 400)).variants} == {480, 600}
    huge = made(photograph("JPEG", 3000, 200))
    assert (huge.width, huge.height) == (2400, 160)


def test_a_drawing_keeps_only_what_is_smaller_than_it() -> None:
    drawing = Image.new("P", (1200, 600))
    ImageDraw.Draw(drawing).rectangle((100, 100, 500, 300), fill=3)
    written = BytesIO()
    drawing.save(written, "PNG", optimize=True)
    picture = made(written.getvalue())
    for one in picture.variants:
        assert len(one.content) < len(picture.content)


def test_what_shines_through_goes_on_shining_through() -> None:
    clear = Image.new("RGBA", (900, 600), (200, 30, 30, 90))
    ImageDraw.Draw(clear).ellipse((100, 100, 800, 500), fill=(20, 60, 160, 255))
    written = BytesIO()
    clear.save(written, "PNG", compress_level=0)
    for one in made(written.getvalue()).variants:
        assert Image.open(BytesIO(one.content)).convert("RGBA").getchannel("A").getpixel((1, 1)) in range(80, 100)


def test_a_moving_picture_stays_one_file() -> None:
    frames = [Image.new("RGB", (600, 400), colour) for colour in ("red", "green")]
    written = BytesIO()
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])
    picture = made(written.getvalue())
    assert picture.variants == ()
    assert (picture.width, picture.height) == (600, 400)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16", "F"])
def test_every_way_to_store_colours_can_be_published(mode: str) -> None:
    kind = {"CMYK": "JPEG", "F": "TIFF"}.get(mode, "PNG")
    written = BytesIO()
    Image.new(mode, (600, 40)).save(written, kind)
    if kind == "TIFF":
        with pytest.raises(BrokenPictureError):
            made(written.getvalue())
    else:
        assert made(written.getvalue()).width == 600


@pytest.mark.parametrize(
    "content", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, photograph("JPEG", 64, 40)[:300]]
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(BrokenPictureError):
        made(content)


def test_an_avif_with_a_place_is_written_anew_without_it() -> None:
    before = photograph("AVIF", 320, 200)
    assert SECRET in before
    assert SECRET not in made(before).content
