"""The two folders that a build writes: the output, and beside it the kit, which only staff see."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..site_model.parallel import usable_cores
from .aside import Aside
from .judge import Judgement
from .kit import write_kit
from .kit_process import KitProcess, Write
from .output_folder import replaced
from .strangers import strangers
from .strict_log import KeptErrors

if TYPE_CHECKING:
    from .gate import Gate

Build = Callable[[Judgement, Aside, KeptErrors], None]
"""Writes what was judged into a folder aside of the output."""


def write_both_folders(press: Gate, judgement: Judgement, errors: KeptErrors, build: Build) -> None:
    """Let `build` write the output aside, write the kit, and put both into their places."""
    output = Path(press.output_path)
    root, alone = Path(press.settings["PATH"]).parent, not strangers(press.settings)
    kit = output.with_name(f"{output.name}-kit")
    public = judgement.site.house.policy.share.kit == "public"
    # Who waits for the pages need not wait for the kit, unless it is public and lies in the site.
    kit_later = press.shown is not None and not public
    # One core would otherwise rest while Pelican reads what was judged.
    kit_beside = not public and not kit_later and usable_cores() > 1
    with ExitStack() as folders:
        kit_here: list[Aside] = []

        def begin_kit(cards: Path) -> None:
            # Not before the output is ours: else two builds could each have what the other waits for.
            if kit_beside:
                # Every post is looked at before processes share them: to look at a value is to write to it.
                write = partial(write_kit, judgement, judgement.standing, cards)
                press.kit_process = KitProcess(replaced(kit, root, alone=True), write, root)
                folders.callback(press.kit_process.end)
            elif not kit_later:
                kit_here.append(folders.enter_context(replaced(kit, root, alone=True)))

        with replaced(output, root, alone=alone, first=begin_kit, then=partial(_let_replace, press)) as aside:
            build(judgement, aside, errors)
            for kit_aside in kit_here:
                write_kit(judgement, judgement.standing, aside.path, aside if public else kit_aside)
            if press.kit_process:
                press.kit_process.wait()
        if press.kit_process:
            press.kit_process.ended()
            press.kit_process = None
    if press.shown:
        press.shown()
    if kit_later:
        _write_late(press, partial(write_kit, judgement, judgement.standing, output), kit, root)
    elif not any(kit.iterdir()):
        kit.rmdir()  # A kit that is public lies in the site.
    press.output_path = press.settings["OUTPUT_PATH"] = str(output)


def _let_replace(press: Gate) -> None:
    if press.kit_process:
        press.kit_process.replace()


def _write_late(press: Gate, write: Write, kit: Path, root: Path) -> None:
    """Begin to write the kit after the pages have taken their place: whoever edits on does not wait for it."""
    if press.late_kit:
        # One that tells of earlier posts must not take its place afterwards.
        press.late_kit.finish()
    folder = replaced(kit, root, alone=True)
    press.late_kit = KitProcess(folder, write, root, complain=True)
    press.late_kit.cards_are_there()
    press.late_kit.replace()
