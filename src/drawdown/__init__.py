"""Validated tables of who is said to have done what to whom, from saved news pages.

    >>> import drawdown
    >>> drawdown.load("events")  # doctest: +SKIP

Loading needs Polars alone; building needs ``drawdown[build]`` and is the ``drawdown`` command's work.
"""

from drawdown.loading import describe, load, tables

__version__ = "0.1.0"

__all__ = ["__version__", "describe", "load", "tables"]
