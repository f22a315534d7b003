"""What the code imports is declared: nothing is there only because another package brings it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OWN = {"drawdown", "tests"}
EXTRAS = {
    "src": ("build", "cluster", "site"),
    "tests": ("build", "cluster", "site", "dev"),
    "benchmarks": ("build", "cluster", "site", "dev"),
}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", name, maxsplit=1)[0]).lower()


def imported(folder: str) -> set[str]:
    found = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                found.add((node.module or "").partition(".")[0])
    return found - OWN - set(sys.stdlib_module_names)


@pytest.mark.parametrize("folder", EXTRAS)
def test_every_import_is_declared(folder: str) -> None:
    listed = [*PROJECT["dependencies"], *(name for extra in EXTRAS[folder] for name in PROJECT["optional-dependencies"][extra])]
    declared, known = {plain(name) for name in listed}, packages_distributions()
    undeclared = {name for name in imported(folder) if name in known and declared.isdisjoint(map(plain, known[name]))}
    assert undeclared == set()
