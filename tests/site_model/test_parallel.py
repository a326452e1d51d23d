"""Work spread over the cores gives what work done here gives."""

from __future__ import annotations

import os
import signal

import pytest

from pelican.plugins.site_model import parallel
from pelican.plugins.site_model.parallel import WorkerLostError, each, spread


class UnluckyError(Exception):
    """Raised by a job."""


@pytest.fixture(params=[1, 2, 3, 7])
def cores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(parallel, "usable_cores", lambda: request.param)
    return int(request.param)


def _squared(number: int) -> int:
    return number * number


def _unlucky(number: int) -> int:
    if number == 44:
        raise UnluckyError("the forty-fourth")
    return number


@pytest.mark.parametrize("jobs", [0, 1, 39, 40, 41, 100])
def test_results_come_in_the_order_of_the_jobs(cores: int, jobs: int) -> None:
    assert spread(_squared, range(jobs)) == [number * number for number in range(jobs)]


def test_an_answer_of_none_is_an_answer(cores: int) -> None:
    assert spread(lambda number: None, range(50)) == [None] * 50


def test_a_large_answer_does_not_wait_for_its_reader(cores: int) -> None:
    assert sum(map(len, spread(lambda number: b"x" * 100_000, range(60)))) == 6_000_000


def test_an_exception_is_raised_wherever_it_happened(cores: int) -> None:
    with pytest.raises(UnluckyError, match="forty-fourth"):
        spread(_unlucky, range(60))


def test_nobody_works_on_after_the_work_was_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "usable_cores", lambda: 2)
    here = os.getpid()
    hears, tells = os.pipe()
    worker: list[int] = []

    def work(number: int) -> None:
        if os.getpid() == here:
            # The other has begun, and would never end by itself.
            worker.append(int.from_bytes(os.read(hears, 4), "big"))
            raise UnluckyError
        os.write(tells, os.getpid().to_bytes(4, "big"))
        signal.pause()

    with pytest.raises(UnluckyError):
        spread(work, range(60))
    os.close(hears)
    os.close(tells)
    with pytest.raises(ProcessLookupError):
        os.kill(worker[0], signal.SIGKILL)


def test_a_worker_that_dies_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "usable_cores", lambda: 2)
    here = os.getpid()
    hears, tells = os.pipe()

    def work(number: int) -> None:
        if os.getpid() != here:
            os.write(tells, b".")
            os.kill(os.getpid(), 9)
        # Leave work for the other, and take the next when it has begun.
        if number == 0:
            os.read(hears, 1)

    with pytest.raises(WorkerLostError, match="9"):
        spread(work, range(60))
    os.close(hears)
    os.close(tells)


def test_whoever_waits_hears_how_far_it_is(cores: int) -> None:
    heard: list[tuple[int, int]] = []
    spread(_squared, range(50), lambda done, total: heard.append((done, total)))
    assert heard[-1] == (50, 50)
    assert heard == sorted(heard)


def test_work_done_elsewhere_leaves_nothing_here(cores: int) -> None:
    done_here: list[int] = []
    heard: list[tuple[int, int]] = []
    results = dict(each(done_here.append, range(50), lambda done, total: heard.append((done, total)), elsewhere=True))
    assert results == dict.fromkeys(range(50))
    assert done_here == ([*range(50)] if cores == 1 else [])
    assert heard[-1] == (50, 50)


def test_results_are_there_before_the_last_job_is_done() -> None:
    done: list[int] = []
    results = each(done.append, range(10))
    assert next(results) == (0, None)
    assert done == [0]
