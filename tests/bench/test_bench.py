"""The benchmark keeps its own promises; nothing is measured here."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree

import profiled
import pytest
import rows
from aims import aims, exponent
from bench import Bench
from chart import chart
from corpus import write_posts
from dialects import DIALECTS
from ledger import Entry, Ledger, ratios, read_ledger
from measure import Cost, Ran, Task, interleaved
from page import page
from pages import count_pages
from run import PAGE, RESULTS, rounds_of
from sites import CARDS_APART, REPOSITORY, WITHOUT_FEEDS_AND_SHARE


def _entry(row: str, round_: int, wall: float, *, part: str = rows.BUILD, size: int = 1000, peak: int = 0) -> Entry:
    return Entry(part, size, row, round_, wall, wall, peak or None)


@pytest.fixture
def ledger() -> Ledger:
    about: dict[str, object] = {
        "words": "two cores",
        "busy": 0.1,
        "command": "make bench",
        "peers": {"Hugo": "hugo v1", "Jekyll": "cannot be had here"},
    }
    runs = [(rows.STOCK, 1, 10.0), (rows.OURS, 1, 4.0), (rows.STOCK, 2, 20.0), (rows.OURS, 2, 9.0), ("Hugo", 1, 2.0)]
    entries = [Entry(rows.MACHINE, 0, rows.MACHINE, value=about), *(_entry(*run) for run in runs)]
    entries += [
        _entry(rows.OURS, 1, 4.0, part=rows.GROWTH, size=1000, peak=100_000),
        _entry(rows.OURS, 1, 80.0, part=rows.GROWTH, size=20_000, peak=860_000),
    ]
    return Ledger(entries=entries)


def test_the_same_number_gives_the_same_posts_in_every_dialect() -> None:
    for dialect in DIALECTS.values():
        first, second = ([dialect.render(post, 40) for post in write_posts(40)] for _ in range(2))
        assert first == second
        assert not any("<cite>" in text or "<pictures>" in text or "<neighbour>" in text for text in first)


def test_a_post_has_about_600_words_and_all_that_speed_is_measured_with() -> None:
    texts = [DIALECTS["hugo"].render(post, 40) for post in islice(write_posts(40), 40)]
    assert 550 < sum(len(text.split()) for text in texts) / len(texts) < 680
    for mark in ("## ", "- **", "![", "```python", "|:-----|", "[^1]:", "> ", "](https://"):
        assert all(mark in text for text in texts), mark


def test_pages_are_counted_by_what_they_are(tmp_path: Path) -> None:
    names = (
        "index.html page/2/index.html en/2026/a/index.html tag/x/page/2/index.html tag/index.html kit.html feeds/a.xml"
    )
    for name in names.split():
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    counted = {kind: count for kind, count in count_pages(tmp_path).items() if count}
    assert counted == {"posts": 1, "index": 2, "tags": 1, "overviews": 1, "other pages": 1, "feeds": 1}


def test_a_ratio_is_of_runs_of_the_same_round(ledger: Ledger) -> None:
    found = ratios(ledger.costs(rows.BUILD, 1000, rows.OURS), ledger.costs(rows.BUILD, 1000, rows.STOCK))
    assert found
    assert (found.least, round(found.middle, 3), found.most) == (0.4, 0.425, 0.45)


def test_an_aim_is_met_missed_or_not_measured(ledger: Ledger) -> None:
    verdicts = {aim.promise: aim.verdict for aim in aims(ledger)}
    assert verdicts["Cold build of 1,000 posts, of stock Pelican's"] == "met"
    assert verdicts["Cold build of 10,000 posts, of stock Pelican's"] == "not measured"
    assert verdicts["Memory a post, 1,000 to 20,000 posts"] == "met"
    ledger.keep(_entry(rows.STOCK, 3, 1.0))
    ledger.keep(_entry(rows.OURS, 3, 1.0))
    ledger.keep(_entry(rows.STOCK, 4, 1.0))
    ledger.keep(_entry(rows.OURS, 4, 1.0))
    assert next(aims(ledger)).verdict == "**not met**"


def test_twenty_times_the_posts_in_twenty_times_the_time_is_linear(ledger: Ledger) -> None:
    found = exponent(ledger, "wall")
    assert found
    assert found.middle == pytest.approx(1)


def test_the_page_names_a_peer_that_cannot_be_had_and_what_failed(ledger: Ledger) -> None:
    ledger.ran(rows.BUILD, 1000, Ran("Eleventy", 1, None, "Eleventy ended with 1"))
    written = page(ledger)
    assert "Jekyll: cannot be had here" in written
    assert "Eleventy, 1,000 posts: Eleventy ended with 1" in written
    assert "| stock Pelican | 15.0 (10.0–20.0) | 1.00 |" in written


def test_a_page_that_was_measured_on_a_busy_machine_says_so(ledger: Ledger) -> None:
    assert "Provisional" not in page(ledger)
    ledger.entries[0].value["busy"] = 6.0
    assert "**Provisional**: when this began, 6.0 other processes wanted a core" in page(ledger)


def test_the_chart_is_xml_and_names_every_row(ledger: Ledger) -> None:
    words = {element.text for element in ElementTree.fromstring(chart(ledger)).iter() if element.text}
    assert {"1,000 posts", rows.OURS, rows.STOCK, "Hugo", "6.50 s"} <= words


def test_what_was_measured_is_read_back_as_it_was(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "results.jsonl")
    ledger.ran(rows.BUILD, 100, Ran(rows.OURS, 1, Cost(1.5, 2.5, 3)))
    ledger.fact(rows.PAGES, 100, rows.OURS, {"posts": 100})
    assert read_ledger(tmp_path / "results.jsonl").entries == ledger.entries


def test_a_program_that_fails_is_reported_once_and_hinders_nobody(tmp_path: Path) -> None:
    tasks = [Task(name, tmp_path, [name], lambda: None) for name in ("false", "true", "no-such-program")]
    ran = list(interleaved(tasks, 2, {"PATH": "/usr/bin:/bin"}))
    assert [one.round for one in ran if one.task == "true" and one.cost] == [1, 2]
    assert [one.task for one in ran if not one.cost] == ["false", "no-such-program"]


def test_rounds_are_the_same_for_all_sizes_or_given_for_each() -> None:
    assert rounds_of("5", [100, 1000]) == {100: 5, 1000: 5}
    assert rounds_of("5,3", [100, 1000]) == {100: 5, 1000: 3}


def test_the_page_and_the_chart_say_what_was_measured() -> None:
    measured = read_ledger(RESULTS)
    assert PAGE.read_text("utf-8") == page(measured)
    assert PAGE.with_suffix(".svg").read_text("utf-8") == chart(measured)


@pytest.mark.parametrize("stage", profiled.STAGES)
def test_the_function_that_stands_for_a_stage_is_there(stage: str) -> None:
    place, function = profiled.STAGES[stage]
    sources = [
        *(REPOSITORY / "plugins").rglob(place),
        Path(inspect.getfile(importlib.import_module("pelican.generators"))),
    ]
    assert place.startswith("<") or any(f"def {function}(" in source.read_text("utf-8") for source in sources)


def test_what_fails_at_its_first_build_is_reported_and_left_out(tmp_path: Path) -> None:
    bench = Bench(tmp_path, {"PATH": "/usr/bin:/bin"}, Ledger(), lambda words: None)
    folders = [tmp_path / name for name in ("good", "bad")]
    for folder in folders:
        folder.mkdir()
    good, bad = (
        Task(rows.POST, folders[0], ["true"], lambda: None),
        Task(rows.STOCK_AGAIN, folders[1], ["false"], lambda: None),
    )
    assert bench.begun(rows.BUILD, 100, [good, bad]) == [good]
    assert [row for _, _, row, _ in bench.ledger.failures()] == [rows.STOCK_AGAIN]


def test_what_is_left_out_to_be_measured_is_there() -> None:
    subprocess.run([sys.executable, "-c", CARDS_APART + WITHOUT_FEEDS_AND_SHARE], check=True)
