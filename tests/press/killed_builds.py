"""Kills builds at random moments, and looks each time whether the output is whole and the next build right.

`python tests/press/killed_builds.py FOLDER SEED KILLS` kills as many as wanted; the tests kill a few.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from site_folder import SMALL, SiteFolder, digests, lay_site

POST = "content/blog/2026/example.md"
ADDED = "\nWe have since changed the door's seals.\n"


class MixtureError(AssertionError):
    """The output was neither the old site nor the new one, or the next build did not mend what was left."""


def kill_builds(site: SiteFolder, seed: int, kills: int) -> Counter[str]:
    """Edit, build, kill, look, and build again; return how many outputs were old and new. Raises MixtureError."""
    chance, found = random.Random(seed), Counter[str]()
    plain = (site.root / POST).read_text("utf-8")
    texts = (plain, plain + ADDED)
    wholes = []
    for text in reversed(texts):
        site.write(POST, text)
        started = time.monotonic()
        _build(site)
        longest = time.monotonic() - started
        wholes.insert(0, digests(site.output))
    for number in range(1, kills + 1):
        site.write(POST, texts[number % 2])
        process = subprocess.Popen(
            [site.bin / "masthead", "build"],
            cwd=site.root,
            env=site.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(chance.uniform(0, longest))
        except subprocess.TimeoutExpired:
            process.kill()
            found["killed"] += 1
        process.wait()
        whole = digests(site.output)
        if whole not in wholes:
            raise MixtureError(f"kill {number} of seed {seed} left a mixture")
        found["new" if whole == wholes[number % 2] else "old"] += 1
        _build(site)
        if digests(site.output) != wholes[number % 2]:
            raise MixtureError(f"the build after kill {number} of seed {seed} is not right")
        if left := [place.name for place in site.root.glob(".output*")]:
            raise MixtureError(f"the build after kill {number} of seed {seed} left {left}")
    return found


def _build(site: SiteFolder) -> None:
    ended = site.run("masthead", "build")
    if ended.code:
        raise MixtureError(ended.said)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    print(kill_builds(lay_site(SMALL, folder / "site", folder / "state"), int(sys.argv[2]), int(sys.argv[3])))
