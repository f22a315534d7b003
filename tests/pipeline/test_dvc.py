"""dvc.yaml tells the truth: each stage needs what it says and nothing else, and makes what it says."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from typing import Any

import grimp
import pytest
import yaml

from drawdown import io
from drawdown.cli.stages import STAGES
from drawdown.schemas import TABLES
from tests.conftest import ROOT, Run

PIPELINE: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "dvc.yaml").read_text())["stages"]


@cache
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("drawdown", cache_dir=None)


def modules_of(stage: str) -> set[str]:
    """The modules that a stage's code reaches by imports."""
    graph = imports()
    own = {m for m in graph.modules if m == f"drawdown.{stage}" or m.startswith(f"drawdown.{stage}.")}
    return own.union(*(graph.find_upstream_modules(module) for module in own))


def outs(stage: str) -> list[str]:
    listed = PIPELINE[stage].get("outs", []) + PIPELINE[stage].get("metrics", [])
    return [out if isinstance(out, str) else next(iter(out)) for out in listed]


def test_stages_are_those_of_the_command_in_order() -> None:
    assert tuple(PIPELINE) == STAGES
    assert all(PIPELINE[stage]["cmd"] == f"drawdown {stage}" for stage in STAGES)


@pytest.mark.parametrize("stage", STAGES)
def test_imports_lie_within_deps(stage: str) -> None:
    deps = [Path(dep) for dep in PIPELINE[stage]["deps"]]
    for module in modules_of(stage):
        parts = module.split(".")
        if len(parts) == 1:
            continue
        path = Path("schemas", *parts[2:]) if parts[1] == "schemas" else Path("src", *parts)
        file = path / "__init__.py" if (ROOT / path).is_dir() else path.with_suffix(".py")
        docstring_only = file.name == "__init__.py" and parts[1] in STAGES and parts[1] != stage
        assert docstring_only or any(dep == file or dep in file.parents for dep in deps), f"add {file} to the deps of {stage} in dvc.yaml"


@pytest.mark.parametrize("stage", STAGES)
def test_no_dep_on_code_is_idle(stage: str) -> None:
    reached = {Path("src", *module.split(".")).with_suffix(".py") for module in modules_of(stage)}
    listed = {Path(dep) for dep in PIPELINE[stage]["deps"] if dep.startswith("src/") and dep.endswith(".py")}
    assert listed <= reached, f"take these from the deps of {stage} in dvc.yaml"


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_imports_a_later_one(stage: str) -> None:
    later = STAGES[STAGES.index(stage) + 1 :]
    reached = {module.split(".")[1] for module in modules_of(stage) if "." in module}
    assert reached.isdisjoint(later)
    assert "cli" not in reached


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_table_is_made_by_its_stage(table: Any) -> None:
    assert f"data/tables/{table.name}.parquet" in outs(table.stage)


def test_every_out_is_made_once() -> None:
    made = [out for stage in STAGES for out in outs(stage)]
    assert len(made) == len(set(made))


@pytest.mark.parametrize("stage", STAGES)
def test_stage_runs_on_its_deps_alone_and_makes_the_same_bytes(stage: str, tmp_path: Path, tables: Path, drawdown: Run) -> None:
    shutil.copy(ROOT / "params.yaml", tmp_path)
    (tmp_path / "data").mkdir()
    for dep in PIPELINE[stage]["deps"]:
        source, target = ROOT / dep, tmp_path / dep
        if not dep.startswith("data/"):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    ran = drawdown("--debug", stage, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    for out in outs(stage):
        expected, made = ROOT / out, tmp_path / out
        files = [path.relative_to(expected) for path in sorted(expected.rglob("*")) if path.is_file()] if expected.is_dir() else [Path()]
        assert made.exists(), f"{stage} did not make {out}"
        for file in files:
            assert io.file_sha256(made / file) == io.file_sha256(expected / file), f"{out}/{file} differs: run `dvc repro`"


def test_a_killed_repro_is_completed_by_the_next(tmp_path: Path, tables: Path) -> None:
    """SIGKILL to DVC and all that it started, in the middle of a stage; the next `dvc repro` gives the same bytes."""
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    programs = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "DRAWDOWN_WORKERS": "1"}
    command = [programs / "dvc", "repro", "--quiet", "articles"]
    killed = subprocess.Popen(command, cwd=clone, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 120
    while not (clone / "data" / "interim" / "documents").exists() and killed.poll() is None and time.monotonic() < deadline:
        pass
    os.killpg(killed.pid, signal.SIGKILL)
    assert killed.wait() != 0
    again = subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    for name in ("documents", "articles", "blocks"):
        assert io.file_sha256(clone / "data" / "tables" / f"{name}.parquet") == io.file_sha256(tables / f"{name}.parquet")
