"""Findings on the terminal. They never go through `logging`, which drops repeats."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from ..policy.find_reporters import find_reporter
from ..policy.finding import Report
from ..policy.style import MANUAL, Style
from ..policy.visible import visible
from ..site_model import Post, SetupError


def style_for(stream: TextIO) -> Style:
    """Return colour for terminals unless `NO_COLOR` is set (https://no-color.org), the width, and what can be read."""
    colour = stream.isatty() and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size().columns if stream.isatty() else 100
    return Style(colour=colour, width=width, pages=Path(MANUAL, "README.md").is_file())


def show_report(report: Report, stream: TextIO, format_name: str = "text") -> None:
    """Write the report in one of the reporters' formats. Raises UnknownFormatError."""
    stream.write(find_reporter(format_name)(report, style_for(stream)))
    stream.flush()


def show_waiting(posts: Iterable[Post], stream: TextIO) -> None:
    """Say which posts are held back until their date."""
    for post in sorted(posts, key=lambda post: (post.date, post.path)):
        moment = f"{post.date:%Y-%m-%d %H:%M}"
        stream.write(f"{visible(post.path)}: waits for {moment}, and is published by the first build then\n")
    stream.flush()


def show_facts(reason: str, facts: Iterable[str], stream: TextIO) -> None:
    """Say why something was not done."""
    stream.write("\n".join([reason, *(f"  {fact}" for fact in facts), ""]))
    stream.flush()


def show_setup(error: SetupError, stream: TextIO) -> None:
    """Say what is wrong with policy, people or settings."""
    stream.write("The set-up is wrong, so nothing could be judged:\n")
    for problem in error.problems:
        said = visible(f"{problem.spot}: error[{problem.kind}] {problem.message}")
        stream.write(f"\n{said}\n  fix: {visible(problem.fix)}\n")
    stream.flush()


def show_failure(error: BaseException, stream: TextIO) -> None:
    """Say that a build broke down; nothing of it is published."""
    stream.write(f"The build broke down, and nothing of it is published: {type(error).__name__}: {error}\n")
    stream.flush()
