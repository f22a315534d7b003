"""The light install: the wheel alone, with Polars, loads and describes every table."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from drawdown.schemas import TABLES
from tests.conftest import ROOT

PROGRAM = """
import json, sys
import drawdown
rows = {}
for name in drawdown.tables():
    rows[name] = drawdown.load(name).height
    assert drawdown.load(name, lazy=True).collect().height == rows[name]
    assert drawdown.describe(name).height == drawdown.load(name).width
heavy = {"pandas", "pandera", "spacy", "yaml", "typer", "numpy", "great_expectations", "pyarrow"} & {m.split(".")[0] for m in sys.modules}
text = drawdown.load("articles", columns=["text"])["text"].null_count()
print(json.dumps({"rows": rows, "heavy": sorted(heavy), "without_text": text, "where": drawdown.__file__}))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What a Python that has only the wheel and Polars says of the tables."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    packages = next(environment.glob("lib/python*/site-packages"))
    shutil.unpack_archive(next(folder.glob("*.whl")), packages, "zip")
    ours = Path(sysconfig.get_path("purelib"))
    for name in [path.name for path in ours.glob("*polars*")]:
        (packages / name).symlink_to(ours / name)
    ran = subprocess.run([environment / "bin" / "python", "-I", "-c", PROGRAM], capture_output=True, text=True, cwd=folder, check=False)
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout))


def test_every_table_is_in_the_wheel(loaded: dict[str, object]) -> None:
    rows = loaded["rows"]
    assert isinstance(rows, dict)
    assert list(rows) == list(TABLES)
    assert rows["articles"] == 5
    assert "environment" in str(loaded["where"])


def test_the_light_install_stays_light(loaded: dict[str, object]) -> None:
    assert loaded["heavy"] == []


def test_the_wheel_gives_no_running_text_away(loaded: dict[str, object]) -> None:
    assert loaded["without_text"] == 5
