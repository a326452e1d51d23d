"""Takes a picture of every kind of page, on a wide screen by day and on a telephone by night, for docs/screenshots."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Literal

from browsed_site import chromium, served, visit
from PIL import Image
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "screenshots"
PAGES = {
    "front": ("", "The front page"),
    "post": ("en/2026/ferry-delay/", "A post: who speaks, for which company, with whose approval"),
    "disclosure": ("nb/2026/redningsdrakt/", "A gift is told before the first word"),
    "figures": ("en/2026/where-the-diesel-went/#ship-by-ship", "A corrected post with a table and a chart"),
    "video": ("en/2026/what-two-knots-save/#what-it-costs-aino", "A video that calls nobody before it is asked to"),
    "after": ("en/2026/svaret-jeg-angret/#response", "Sources, the discussion elsewhere, where to answer, share links"),
    "translation": ("pl/2026/ferry-delay/", "A translation"),
    "topics": ("topic/", "All topics, and for whom"),
    "topic": ("nb/topic/climate/", "A topic, in Norwegian"),
    "tag": ("tag/safety/", "A tag"),
    "author": ("author/ewa-nowak/", "A person, verified"),
    "guest": ("author/solveig-moen/", "A guest, and who invited her"),
    "authors": ("fi/author/", "Who writes, in Finnish"),
    "archive": ("pl/archive/", "Everything by year, in Polish"),
    "audience": ("audience/islanders/", "For one audience"),
    "search": ("search/?q=ferry", "The search"),
    "contact": ("contact/", "Every channel, with hours and promised answer time"),
    "conduct": ("conduct/", "How we use social media, made from the policy"),
    "rules": ("nb/conduct/#rules", "The same: rules, with their reasons"),
    "feeds": ("feeds/", "Feeds"),
    "404": ("404.html", "What is not there"),
}
KIT = {"kit": ("en/2026/ferry-delay/share/", "The share kit, for staff")}
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 900}
_HEIGHT = 640
_GAP = 16
_MOST_BYTES = 150_000


def main() -> int:
    """Build the sample site, take the pictures and write the page that shows them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        output = Path(folder) / "output"
        command = [Path(sys.executable).with_name("masthead"), "publish", "--output", output]
        built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if built.returncode:
            print(built.stderr, file=sys.stderr)
            return built.returncode
        for site, pages in ((output, PAGES), (output.with_name("output-kit"), KIT)):
            with served(site) as address:
                for name, (path, _) in pages.items():
                    views = [
                        _taken(browser, address, path, WIDE, "light"),
                        _taken(browser, address, path, PHONE, "dark"),
                    ]
                    _write(name, _side_by_side(views))
    text = "".join(f"\n## {title}\n![{title}]({name}.png)\n" for name, (_, title) in (PAGES | KIT).items())
    intro = "Each on a wide screen by day and on a telephone by night. `make screenshots` takes them anew.\n"
    (FOLDER / "README.md").write_text(f"# The pages of the sample site\n{intro}{text}", "utf-8")
    return 0


def _taken(
    browser: Browser, address: str, path: str, size: dict[str, int], scheme: Literal["light", "dark"]
) -> Image.Image:
    with visit(browser, address, viewport=size, color_scheme=scheme, reduced_motion="reduce") as one:
        one.page.goto(f"{address}/{path}", wait_until="networkidle")
        if anchor := path.partition("#")[2]:
            one.page.locator(f"[id='{anchor}']").evaluate("place => place.scrollIntoView({block: 'center'})")
            one.page.wait_for_load_state("networkidle")
        if one.complaints or one.elsewhere:
            raise SystemExit(f"{path}: {one.complaints or one.elsewhere}")
        return Image.open(BytesIO(one.page.screenshot())).convert("RGB")


def _side_by_side(views: list[Image.Image]) -> Image.Image:
    small = [
        view.resize((round(view.width * _HEIGHT / view.height), _HEIGHT), Image.Resampling.LANCZOS) for view in views
    ]
    sheet = Image.new("RGB", (sum(view.width for view in small) + _GAP * (len(small) - 1), _HEIGHT), "#fff")
    at = 0
    for view in small:
        sheet.paste(view, (at, 0))
        at += view.width + _GAP
    return sheet


def _write(name: str, image: Image.Image) -> None:
    """Write the picture with as many colours as fit into what a repository should carry; faces keep theirs."""
    for colours in (256, 128, 64):
        written = BytesIO()
        few = image.quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few.save(written, "PNG", optimize=True)
        if len(written.getvalue()) < _MOST_BYTES:
            break
    (FOLDER / f"{name}.png").write_bytes(written.getvalue())
    print(f"docs/screenshots/{name}.png: {len(written.getvalue()) // 1000} kB, {colours} colours")


if __name__ == "__main__":
    sys.exit(main())
