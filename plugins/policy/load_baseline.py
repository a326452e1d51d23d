"""The baseline from its file."""

from __future__ import annotations

from pathlib import Path

import msgspec

from ..site_model import Problem, SetupError, Spot
from .baseline import Baseline

BASELINE_FILE = "baseline.json"


def load_baseline(root: Path) -> Baseline:
    """Return the recorded baseline, an empty one where there is no file. Raises SetupError where it is broken."""
    place = root / BASELINE_FILE
    if not place.exists():
        return Baseline()
    try:
        if not place.is_file():
            raise OSError("it is no plain file")
        return msgspec.json.decode(place.read_bytes(), type=Baseline)
    except (msgspec.DecodeError, OSError) as error:
        fix = "Restore the file from git, or record it anew with `make baseline`."
        problem = Problem(Spot(BASELINE_FILE), "unreadable", f"the baseline cannot be read ({error})", fix)
        raise SetupError((problem,)) from error
