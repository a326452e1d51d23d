"""Where the output may lie: it is replaced as a whole, so a slip of the hand must not replace anything else."""

from __future__ import annotations

from pathlib import Path

from ..site_model import Problem, SetupError, Spot
from ..site_model.load_site import Places

_FIX = "Name a folder that is empty or holds an earlier output, beside the sources and not among them."


def require_output_place(output: Path, root: Path, places: Places, theme: str) -> None:
    """Raise SetupError for an output that would replace the site itself, or a folder that no build wrote."""
    output, root = output.resolve(), root.resolve()
    sources = (places.content, places.authors, places.policy, theme, ".git")
    taken = [place for source in sources if _meet(output, place := (root / source).resolve())]
    if root.is_relative_to(output):
        raise _refused(f"the output '{output}' would replace the site itself")
    if taken:
        raise _refused(f"the output '{output}' would replace or lie in '{taken[0].name}', which the site is made from")
    if output.is_dir() and any(output.iterdir()) and not _was_built(output):
        raise _refused(f"the folder '{output}' holds something that no build wrote, and all of it would be deleted")


def _meet(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _was_built(output: Path) -> bool:
    """Recognise what we write, and what stock Pelican wrote before we moved in."""
    return (output / "governance.json").is_file() or ((output / "index.html").is_file() and (output / "theme").is_dir())


def _refused(message: str) -> SetupError:
    return SetupError((Problem(Spot("pelicanconf.py"), "bad-value", message, _FIX),))
