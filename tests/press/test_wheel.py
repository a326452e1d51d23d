"""The wheel, installed beside a stock Pelican site, puts the same gate before it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from site_folder import REPOSITORY, SiteFolder, digests

STOCK = Path(__file__).parent.parent / "sites" / "stock"
POST = "content/door.md"


def _pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def installed(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """Return a folder with the wheel and an environment that holds it and what it needs, nothing else."""

    def build(root: Path) -> None:
        source = root / "source"
        leave_out = shutil.ignore_patterns("__pycache__")
        for folder in ("plugins", "theme"):
            shutil.copytree(REPOSITORY / folder, source / folder, ignore=leave_out)
        for name in ("masthead.py", "pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(REPOSITORY / name, source)
        _pip("wheel", "--no-deps", "--wheel-dir", root, source)
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", root / "env"], check=True)
        wheel = next(root.glob("*.whl"))
        _pip("--python", root / "env" / "bin" / "python", "install", "-c", REPOSITORY / "constraints.txt", wheel)

    return once("installed", build)


@pytest.fixture
def stock(installed: Path, tmp_path: Path) -> SiteFolder:
    """A site as `pelican-quickstart` makes it, with two posts and a policy that they keep."""
    shutil.copytree(STOCK, tmp_path / "stock")
    return SiteFolder(tmp_path / "stock", tmp_path / "state", installed / "env" / "bin")


def test_the_wheel_holds_every_file_that_the_plugins_need(installed: Path) -> None:
    with zipfile.ZipFile(next(installed.glob("*.whl"))) as wheel:
        shipped = {name for name in wheel.namelist() if name.startswith("pelican/")}
        assert "masthead.py" in wheel.namelist()
    folders = {"plugins": "pelican/plugins", "theme": "pelican/plugins/press/theme"}
    assert shipped == {
        f"{inside}/{path.relative_to(REPOSITORY / folder).as_posix()}"
        for folder, inside in folders.items()
        for path in (REPOSITORY / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_a_stock_site_that_keeps_its_policy_is_built(stock: SiteFolder) -> None:
    assert "PLUGINS" not in (stock.root / "pelicanconf.py").read_text("utf-8")
    ended = stock.run("pelican", "content")
    assert ended.code == 0, ended.said
    assert "2 posts checked for publish" in ended.said
    for page in ("door.html", "mended.html", "author/kari-lund.html", "category/operations.html", "feeds/all.atom.xml"):
        assert (stock.output / page).is_file()


def test_a_post_that_breaks_the_policy_stops_a_bare_pelican(stock: SiteFolder) -> None:
    assert stock.run("pelican", "content").code == 0
    before = digests(stock.output)
    text = (stock.root / POST).read_text("utf-8")
    stock.write(POST, text.replace("2026-03-10 10:20", "soonish"))
    for command in (["content"], ["-q", "content"]):
        ended = stock.run("pelican", *command)
        assert ended.code == 3
        assert f"{POST}:2:7: error[readable-post] 'date' is 'soonish'" in ended.said
        assert digests(stock.output) == before
    assert stock.run("masthead", "check").code == 1
    assert stock.run("masthead", "build").code == 3
    assert digests(stock.output) == before


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (None, None, "there is no policy"),
        ("company:", "compny:", "policy.yaml:2:1: error[unknown-key] the key 'compny' is unknown"),
        ("sources-listed:", "source-listed:", "there is no rule 'source-listed'"),
    ],
)
def test_without_a_sound_policy_a_stock_site_is_not_built(
    old: str | None, new: str, says: str, stock: SiteFolder
) -> None:
    assert stock.run("pelican", "content").code == 0
    before = digests(stock.output)
    policy = stock.root / "policy.yaml"
    if old is None:
        policy.unlink()
    else:
        policy.write_text(policy.read_text("utf-8").replace(old, new), "utf-8")
    ended = stock.run("pelican", "content")
    assert ended.code == 2
    assert says in ended.said
    assert digests(stock.output) == before


def test_our_theme_comes_with_the_wheel(stock: SiteFolder) -> None:
    stock.write(
        "pelicanconf.py",
        "from pathlib import Path\n\nfrom pelican.plugins.press import Press, settings_from_policy\n\n"
        "globals().update(settings_from_policy(Path(__file__).parent))\nPELICAN_CLASS = Press\n",
    )
    ended = stock.run("pelican")
    assert ended.code == 0, ended.said
    page = (stock.output / "en" / "2026" / "door" / "index.html").read_text("utf-8")
    assert "theme/style.css" in page
    assert "Kari Lund" in page
    assert (stock.output / "theme" / "style.css").is_file()


def test_the_installed_command_works_away_from_the_checkout(stock: SiteFolder) -> None:
    where = stock.run("python", "-c", "import pelican.plugins.press as press; print(press.__file__)").out
    assert os.path.realpath(stock.bin.parent) in os.path.realpath(where.strip())
    assert "Every post lists the sources" in stock.run("masthead", "explain", "sources-listed").out
