"""`drawdown build` on a folder with everything that goes wrong in it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

import drawdown as package
from drawdown import io
from drawdown.schemas import TABLES
from tests.conftest import ROOT, Run

STORY = (
    "Minister Visits Border Town\n\nThe foreign minister of Norway met his Swedish counterpart in Oslo on Tuesday, and the two agreed to share intelligence "
    "about smugglers who cross the border at night.\n\n“We will work together,” the minister said after the talks in the capital of Norway.\n"
)
CAPITALS = (
    "MILITANTS KILLED TWO JUDGES IN NARVIK ON MONDAY, POLICE SAID, AND FLED IN A CAR THAT THEY HAD STOLEN "
    "FROM A GARAGE NEAR THE HARBOUR OF THE TOWN EARLY IN THE MORNING.\n"
)


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Good pages, and one of each kind of bad input."""
    folder = tmp_path_factory.mktemp("raw")
    (folder / "story.txt").write_text(STORY)
    (folder / "sub folder").mkdir()
    (folder / "sub folder" / "Bär ‘né’ 新.txt").write_text(STORY.replace("Norway", "Denmark").replace("Oslo", "Copenhagen"))
    (folder / "latin.txt").write_bytes(STORY.replace("Norway", "Norway – and Åland –").encode("cp1252"))
    (folder / "capitals.txt").write_text(CAPITALS)
    (folder / "utf16.txt").write_text(STORY.replace("Tuesday", "Wednesday"), encoding="utf-16")
    (folder / "copy.txt").write_text(STORY)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "nul.txt").write_bytes(b"A line\x00 with NUL bytes\x00\n" * 5)
    (folder / "menu.txt").write_text("Home\nLogin\nSearch\nSubscribe\n")
    (folder / "long.txt").write_text("word " * 10_000_000)
    for page in (ROOT / "data" / "raw").glob("*.txt"):
        shutil.copy(page, folder)
    return folder


@pytest.fixture(scope="module")
def built(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    out = tmp_path_factory.mktemp("out") / "tables"
    command = [Path(sys.executable).parent / "drawdown", "--workers", "2", "build", raw, out]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return out, ran.stdout


def test_every_page_is_accounted_for(raw: Path, built: tuple[Path, str]) -> None:
    out, said = built
    pages = sum(path.is_file() for path in raw.rglob("*"))
    documents, articles, quarantine = (package.load(name, root=out) for name in ("documents", "articles", "quarantine"))
    assert documents.height == pages == articles.height + quarantine["document_id"].n_unique()
    assert f"pages: {pages} in = {articles.height} articles + {quarantine['document_id'].n_unique()} in quarantine" in said


def test_bad_pages_are_set_aside_with_their_rule(built: tuple[Path, str]) -> None:
    rules = dict(package.load("quarantine", root=built[0]).select("path", "rule").iter_rows())
    assert {"empty.txt", "binary.txt", "menu.txt", "long.txt"} <= rules.keys()
    assert len({"copy.txt", "story.txt"} & rules.keys()) == 1
    assert not {"latin.txt", "utf16.txt", "sub folder/Bär ‘né’ 新.txt"} & rules.keys()


def test_text_is_decoded_right(built: tuple[Path, str]) -> None:
    articles = package.load("articles", root=built[0]).join(package.load("documents", root=built[0]), on="document_id")
    texts = dict(articles.select("path", "text").iter_rows())
    assert "Norway – and Åland –" in texts["latin.txt"]
    assert "on Wednesday" in texts["utf16.txt"]


def test_a_page_in_capitals_is_read_as_prose_and_quoted_as_printed(built: tuple[Path, str]) -> None:
    out, _ = built
    documents = package.load("documents", root=out).filter(pl.col("path") == "capitals.txt")
    (article,) = documents["document_id"].str.replace("d_", "a_")
    told = {name: package.load(name, root=out).filter(pl.col("article_id") == article) for name in ("event_mentions", "labels")}
    assert [(row["text"], row["event_type"]) for row in told["event_mentions"].to_dicts()] == [("KILLED", "ASSAULT")]
    assert told["labels"]["text"].to_list() == ["MILITANTS"]


def test_tables_are_those_of_the_checkout(built: tuple[Path, str], tables: Path) -> None:
    shipped = package.load("articles", root=tables)["article_id"]
    for name in ("blocks", "sentences", "time_expressions", "event_mentions"):
        ours = package.load(name, root=built[0]).filter(pl.col("article_id").is_in(shipped.to_list()))
        theirs = package.load(name, root=tables).filter(pl.col("article_id").is_in(shipped.to_list()))
        assert ours.height == theirs.height, name


def test_validate_passes(built: tuple[Path, str], drawdown: Run) -> None:
    ran = drawdown("validate", built[0])
    assert ran.returncode == 0, ran.stderr
    assert "keep their contracts" in ran.stdout


@pytest.mark.parametrize(("workers", "warm"), [(1, False), (2, True)])
def test_same_bytes_with_any_workers_cold_and_warm(
    raw: Path, built: tuple[Path, str], workers: int, warm: bool, tmp_path: Path, drawdown: Run
) -> None:
    out = tmp_path / "again"
    if warm:
        shutil.copytree(built[0] / ".cache", out / ".cache")
    ran = drawdown("--workers", str(workers), "build", raw, out)
    assert ran.returncode == 0, ran.stderr
    digests = {name: [io.file_sha256(folder / f"{name}.parquet") for folder in (built[0], out)] for name in TABLES}
    assert {name for name, (one, other) in digests.items() if one != other} == set()


def test_a_killed_stage_leaves_nothing_half_written(checkout: Path, tables: Path, drawdown: Run) -> None:
    """Killed in the middle of its work; run again, it gives the same bytes."""
    (checkout / "data" / "tables" / "sentences.parquet").unlink()
    shutil.rmtree(checkout / "data" / "interim" / "parses")
    process = subprocess.Popen(
        [Path(sys.executable).parent / "drawdown", "--workers", "1", "parses"],
        cwd=checkout,
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while not list((checkout / ".cache").rglob("*.sqlite")) and process.poll() is None and time.monotonic() < deadline:
        pass
    os.killpg(process.pid, signal.SIGKILL)
    assert process.wait() != 0
    assert not (checkout / "data" / "tables" / "sentences.parquet").exists()
    ran = drawdown("parses", cwd=checkout)
    assert ran.returncode == 0, ran.stderr
    assert io.file_sha256(checkout / "data" / "tables" / "sentences.parquet") == io.file_sha256(tables / "sentences.parquet")


def test_tables_inside_the_pages_are_refused(raw: Path, drawdown: Run) -> None:
    ran = drawdown("build", raw, raw / "tables")
    assert ran.returncode == 1
    assert "outside" in ran.stderr
