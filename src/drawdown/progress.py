"""Progress on long work: a bar on a terminal, nothing anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress


@contextmanager
def track(description: str, total: int) -> Iterator[Callable[[], None]]:
    """A function to call once for each of ``total`` pieces of work done; the bar goes to stderr."""
    console = Console(stderr=True)
    if not console.is_terminal or total < 2:
        yield lambda: None
        return
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task(description, total=total)
        yield lambda: progress.advance(task)
