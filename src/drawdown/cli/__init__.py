"""The ``drawdown`` command: one subcommand a stage, and a few to look at what they made."""

from __future__ import annotations

import os
import sys
import warnings

from drawdown.errors import DrawdownError


def main() -> None:
    """Run the command; errors are printed without a traceback unless ``--debug`` is among the arguments."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported; what runs in parallel are articles
    try:
        from drawdown.cli.app import app
    except ModuleNotFoundError as error:
        if error.name and error.name.split(".")[0] == "drawdown":
            raise
        sys.exit(f"error: {error.name} is not installed\n  remedy: pip install 'drawdown[build]'")
    warnings.formatwarning = lambda message, *_: f"warning: {message}\n"
    try:
        app()
    except DrawdownError as error:
        if "--debug" in sys.argv:
            raise
        print(f"error: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # a full disk, a folder that cannot be made or read
        if "--debug" in sys.argv:
            raise
        where = f"{error.filename}: " if error.filename else ""
        print(
            f"error: {where}{error.strerror or error}\n  remedy: mend the path, or make room; --debug shows where it was met",
            file=sys.stderr,
        )
        sys.exit(1)
