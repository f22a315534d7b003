"""A version is opened by folder, wheel or git revision; any other name is refused with what would do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import polars as pl
import pytest

from drawdown.errors import DrawdownError, MissingTableError
from drawdown.schemas import TABLES
from drawdown.versions import opening
from tests import factory


def wheel(path: Path, names: list[str]) -> Path:
    made = path.with_suffix(".parquet")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("drawdown/__init__.py", "")
        for name in names:
            factory.frame(TABLES[name]).write_parquet(made)
            archive.write(made, f"drawdown/tables/{name}.parquet")
    return path


def test_a_folder_is_itself_and_a_checkout_its_tables(tmp_path: Path, tables: Path, root: Path) -> None:
    with opening.opened(str(tmp_path), root) as folder:
        assert folder == tmp_path
    with opening.opened(str(root), root) as folder:
        assert folder == tables


def test_a_wheel_gives_its_tables_and_leaves_nothing(tmp_path: Path, root: Path) -> None:
    with opening.opened(str(wheel(tmp_path / "a.whl", ["places", "events"])), root) as folder:
        assert sorted(path.stem for path in folder.iterdir()) == ["events", "places"]
        assert pl.read_parquet(folder / "events.parquet").equals(factory.frame(TABLES["events"]))
    assert not folder.exists()


def test_a_wheel_without_tables_and_a_broken_one_are_refused(tmp_path: Path, root: Path) -> None:
    broken = tmp_path / "broken.whl"
    broken.write_bytes(b"no archive")
    for path, says in ((wheel(tmp_path / "bare.whl", []), "holds no tables"), (broken, "cannot be read as a wheel")):
        with pytest.raises(MissingTableError, match=says), opening.opened(str(path), root):
            pass


@pytest.mark.parametrize("name", ["no-such-revision", "--upload-pack=x", "dist/no.such"])
def test_an_unknown_name_is_refused(name: str, root: Path) -> None:
    with pytest.raises(DrawdownError, match="neither a folder, nor a wheel, nor a git revision"), opening.opened(name, root):
        pass


def test_a_revision_gives_the_tables_of_its_commit(root: Path) -> None:
    with opening.opened("HEAD", root) as folder:
        assert {path.stem for path in folder.glob("*.parquet")} == set(TABLES)
        checkout = folder.parents[1]
        assert opening.commit_of("HEAD", checkout) == opening.commit_of("HEAD", root)
    assert not checkout.exists()
