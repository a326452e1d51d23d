"""Sites that several tests share: built once, copied by those that change them."""

from __future__ import annotations

import fcntl
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from site_folder import REPOSITORY, SMALL, SiteFolder, lay_site

# A busy machine is no reason to fail: nothing here is judged by the time it takes.
settings.register_profile("masthead", deadline=None)
settings.load_profile("masthead")
# Tests in the background of a shell, and what they start, ignore interrupts; some tests send one.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of this test run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def once(shared: Path) -> Callable[[str, Callable[[Path], None]], Path]:
    """Make a folder once a test run, whichever process needs it first."""

    def make(name: str, fill: Callable[[Path], None]) -> Path:
        folder = shared / name
        ready = shared / f"{name}.ready"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not ready.exists():
                folder.mkdir()
                fill(folder)
                ready.touch()
        return folder

    return make


@pytest.fixture(scope="session")
def built_sample(shared: Path, once: Callable[[str, Callable[[Path], None]], Path]) -> SiteFolder:
    """The sample site as it is published. Read only: `sample_site` is a copy."""
    return SiteFolder(once("sample", lambda root: _build(REPOSITORY, root, shared)), shared / "state")


@pytest.fixture(scope="session")
def built_small(shared: Path, once: Callable[[str, Callable[[Path], None]], Path]) -> SiteFolder:
    """The small site as it is published. Read only: `small_site` is a copy."""
    return SiteFolder(once("small", lambda root: _build(SMALL, root, shared)), shared / "state")


def _build(base: Path, root: Path, shared: Path) -> None:
    built = lay_site(base, root, shared / "state").run("masthead", "build")
    assert built.code == 0, built.err


@pytest.fixture(scope="session")
def sample_output(built_sample: SiteFolder) -> Path:
    return built_sample.output


@pytest.fixture
def sample_site(built_sample: SiteFolder, tmp_path: Path) -> SiteFolder:
    return built_sample.copy(tmp_path / "site")


@pytest.fixture
def small_site(built_small: SiteFolder, tmp_path: Path) -> SiteFolder:
    return built_small.copy(tmp_path / "site")
