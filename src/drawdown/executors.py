"""Running one function over many shards: in this process, in several, or on a cluster."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from drawdown.errors import ParameterError

T = TypeVar("T")
R = TypeVar("R")
_CLUSTER = 256


class SerialExecutor(Executor):
    """Runs each call at once, in this process."""

    def submit(self, fn: Callable[..., R], /, *args: object, **kwargs: object) -> Future[R]:  # type: ignore[override]
        """Run the call; its outcome is in the future."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def default_workers() -> int:
    """``DRAWDOWN_WORKERS``, else the cores this process may use. Never changes a result."""
    chosen = os.environ.get("DRAWDOWN_WORKERS")
    if chosen is None:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not chosen.isdigit() or int(chosen) < 1:
        raise ParameterError(f"DRAWDOWN_WORKERS is {chosen!r}", remedy="set it to a whole number from 1 up, or unset it")
    return int(chosen)


@contextmanager
def executor(workers: int | None = None, scheduler: str | None = None) -> Iterator[Executor]:
    """An executor with so many workers; ``scheduler`` is the address of a dask scheduler (extra ``[cluster]``)."""
    address = scheduler or os.environ.get("DRAWDOWN_SCHEDULER")
    if address:
        try:
            from distributed import Client
        except ImportError:
            raise ParameterError("a scheduler was given, but dask is not installed", remedy="pip install 'drawdown[cluster]'") from None
        with Client(address) as client:  # type: ignore[no-untyped-call]
            yield client.get_executor()
        return
    count = default_workers() if workers is None else workers
    if count < 1:
        raise ParameterError(f"{count} workers were asked for", remedy="ask for at least 1")
    if count == 1:
        yield SerialExecutor()
        return
    pool = ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))
    try:
        yield pool
        pool.shutdown()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise


def stream(pool: Executor, function: Callable[[T], R], tasks: Iterable[T], done: Callable[[], object] = lambda: None) -> Iterator[R]:
    """Results in the order of the tasks, as they are asked for: tasks begin only a little ahead, so memory does not grow with their number.

    ``done`` is called as each result is handed over.
    """
    ahead = _ahead(pool)
    flying: deque[Future[R]] = deque()
    for task in tasks:
        flying.append(pool.submit(function, task))
        if len(flying) >= ahead:
            yield flying.popleft().result()
            done()
    while flying:
        yield flying.popleft().result()
        done()


def _ahead(pool: Executor) -> int:
    """How many tasks are under way at once: two for each worker; on a cluster, whose size may change, a fixed number."""
    if isinstance(pool, SerialExecutor):
        return 1
    return 2 * int(getattr(pool, "_max_workers", _CLUSTER // 2))


def run(pool: Executor, function: Callable[[T], R], tasks: Iterable[T], done: Callable[[], object] = lambda: None) -> list[R]:
    """All results, in the order of the tasks; see :func:`stream`."""
    return list(stream(pool, function, tasks, done))
