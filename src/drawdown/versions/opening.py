"""A version of the tables by the name it goes by: a folder, a wheel, or a git revision of the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from drawdown import loading
from drawdown.errors import DrawdownError, MissingTableError

LAST_STAGE = "events"
"""The stage that writes the last published table."""


@contextmanager
def opened(name: str, checkout: Path) -> Iterator[Path]:
    """A folder of tables for as long as the block lasts.

    ``name`` is a folder of tables or a checkout, a wheel of this package, or anything that git takes for a commit of ``checkout``. The
    tables of a commit come from the DVC cache of the checkout; where it does not hold them, they are built in a temporary checkout.
    """
    path = Path(name)
    if path.is_dir():
        yield loading.folder(path)
        return
    with tempfile.TemporaryDirectory(prefix="drawdown-") as temporary:
        folder = Path(temporary)
        yield _of_wheel(path, folder) if path.suffix == ".whl" else _of_revision(name, checkout, folder / "checkout")


def commit_of(name: str, checkout: Path) -> str:
    """The full hash of a revision; a name that git does not know is an error that says what would do."""
    asked = _run(["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"], checkout)
    if asked.returncode:
        raise DrawdownError(
            f"{name!r} is neither a folder, nor a wheel, nor a git revision of {checkout}",
            remedy="name a folder of tables, a .whl file, or a commit, tag or branch (in a shallow clone: git fetch --unshallow first)",
        )
    return asked.stdout.strip()


def last_change(path: str, checkout: Path) -> str:
    """The commit that last changed a file; empty if no commit that git knows did."""
    return _run(["git", "log", "-1", "--format=%H", "--", path], checkout).stdout.strip()


def _of_wheel(path: Path, folder: Path) -> Path:
    try:
        with zipfile.ZipFile(path) as wheel:
            members = [name for name in wheel.namelist() if name.startswith("drawdown/tables/") and name.endswith(".parquet")]
            wheel.extractall(folder, members)
    except (OSError, zipfile.BadZipFile) as error:
        raise MissingTableError(f"{path} cannot be read as a wheel: {error}", remedy="make one with `make dist`") from error
    if not members:
        raise MissingTableError(f"{path} holds no tables", remedy="make a wheel that does with `make dist`")
    return folder / "drawdown" / "tables"


def _of_revision(name: str, checkout: Path, target: Path) -> Path:
    """Tables of a commit: a clone that shares the objects of git and the cache of DVC, brought up to date by ``dvc repro``."""
    commit = commit_of(name, checkout)
    tools = Path(sys.executable).parent
    env = {**os.environ, "PYTHONPATH": str(target / "src"), "PATH": f"{tools}{os.pathsep}{os.environ.get('PATH', '')}"}
    cache = _must([str(tools / "dvc"), "cache", "dir"], checkout, name).strip()
    _must(["git", "clone", "--quiet", "--shared", "--no-checkout", str(checkout.resolve()), str(target)], checkout, name)
    _must(["git", "checkout", "--quiet", "--detach", commit], target, name)
    _must([str(tools / "dvc"), "cache", "dir", "--local", cache], target, name, env)
    _must([str(tools / "dvc"), "repro", "--quiet", LAST_STAGE], target, name, env)
    return target / "data" / "tables"


def _must(command: list[str], folder: Path, name: str, env: Mapping[str, str] | None = None) -> str:
    ran = _run(command, folder, env)
    if ran.returncode:
        said = (ran.stderr.strip() or ran.stdout.strip()).splitlines()[-6:]
        raise DrawdownError(
            f"the tables of revision {name} cannot be had: `{' '.join([Path(command[0]).name, *command[1:3]])}` failed:\n"
            + "\n".join(said),
            remedy="check that revision out beside this one, make its environment and tables there with `make`, and name that folder",
        )
    return ran.stdout


def _run(command: list[str], folder: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise DrawdownError(f"{Path(command[0]).name} is not installed", remedy="install it, or name folders of tables") from error
