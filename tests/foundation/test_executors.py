"""Executors: the same results in the same order, and errors that arrive whole."""

from __future__ import annotations

import pytest

from drawdown import executors
from drawdown.errors import DrawdownError, ParameterError


def square(number: int) -> int:
    return number * number


def refuse(number: int) -> int:
    raise DrawdownError(f"no {number}", remedy="another number")


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    ended = []
    with executors.executor(workers) as pool:
        assert executors.run(pool, square, range(20), lambda: ended.append(1)) == [n * n for n in range(20)]
    assert len(ended) == 20


def test_tasks_begin_only_a_little_ahead_of_what_is_asked_for() -> None:
    begun = []
    with executors.executor(2) as pool:
        results = executors.stream(pool, square, (begun.append(n) or n for n in range(100)))  # type: ignore[func-returns-value]
        assert next(results) == 0
        assert len(begun) <= 5
        assert list(results) == [n * n for n in range(1, 100)]


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_keep_their_remedy(workers: int) -> None:
    with pytest.raises(DrawdownError) as caught, executors.executor(workers) as pool:
        executors.run(pool, refuse, [7])
    assert (caught.value.problem, caught.value.remedy) == ("no 7", "another number")


def test_number_of_workers_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAWDOWN_WORKERS", "3")
    assert executors.default_workers() == 3
    monkeypatch.setenv("DRAWDOWN_WORKERS", "many")
    with pytest.raises(ParameterError, match="DRAWDOWN_WORKERS"):
        executors.default_workers()


def test_no_workers_is_an_error() -> None:
    with pytest.raises(ParameterError, match="0 workers"), executors.executor(0):
        pass


def test_a_dask_cluster_is_an_executor_like_any_other() -> None:
    distributed = pytest.importorskip("distributed")
    cluster = distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None)
    with cluster, executors.executor(scheduler=cluster.scheduler_address) as pool:
        assert executors.run(pool, square, range(5)) == [0, 1, 4, 9, 16]
