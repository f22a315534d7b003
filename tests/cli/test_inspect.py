"""Looking at tables: info, show, trace, validate, and what they say when something is wrong."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

import drawdown as package
from drawdown import io, reports
from drawdown.cli import inspect
from drawdown.cli.app import app
from drawdown.schemas import TABLES
from tests.conftest import Run


def test_version_and_help(drawdown: Run) -> None:
    assert package.__version__ in drawdown("--version").stdout
    said = drawdown("--help").stdout
    assert all(name in said for name in ("build", "validate", "show", "trace", "info", "event_mentions"))


def test_info_lists_every_table(drawdown: Run) -> None:
    said = drawdown("info").stdout
    assert all(name in said for name in TABLES)
    assert "5 in = 5 articles + 0 in quarantine" in said


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("form", ["table", "rows", "csv", "json"])
def test_show_prints_every_table(name: str, form: str) -> None:
    ran = CliRunner().invoke(app, ["show", name, "--rows", "2", "--format", form], catch_exceptions=False)
    assert ran.exit_code == 0
    if form == "json":
        assert all(set(json.loads(line)) == set(TABLES[name].column_names) for line in ran.stdout.splitlines())


def test_show_of_a_page_reads_like_the_page(drawdown: Run) -> None:
    ran = drawdown("show", "blocks", "--page", "004", "--rows", "0", "--columns", "raw_start,role", "--format", "csv")
    starts = [int(line.split(",")[0]) for line in ran.stdout.splitlines()[1:]]
    assert starts == sorted(starts)
    assert starts[0] == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show", "evnts"], "there is no table 'evnts'"),
        (["show", "events", "--columns", "tpye"], "has no column 'tpye'"),
        (["show", "events", "--page", "004"], "belong to no single page"),
        (["show", "blocks", "--page", "nosuchpage"], "no page's path or id contains"),
        (["trace", "em_0"], "no table has the id 'em_0'"),
    ],
)
def test_errors_are_one_message_and_a_remedy(arguments: list[str], says: str, drawdown: Run) -> None:
    ran = drawdown(*arguments)
    assert ran.returncode == 1
    assert says in ran.stderr
    assert "remedy: " in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "Traceback" in drawdown("--debug", *arguments).stderr


def test_a_stage_outside_a_checkout_says_where_to_go(tmp_path: Path, drawdown: Run) -> None:
    ran = drawdown("articles", cwd=tmp_path)
    assert ran.returncode == 1
    assert "not a checkout" in ran.stderr


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.receipt is not None and table.receipt.raw])
def test_trace_prints_the_characters_of_the_page(name: str, drawdown: Run) -> None:
    frame = package.load(name)
    if frame.is_empty():
        pytest.skip(f"the corpus gives {name} no row")
    row = frame.row(frame.height // 2, named=True)
    ran = drawdown("trace", row[TABLES[name].primary_key[0]])
    assert ran.returncode == 0, ran.stderr
    assert f"characters {row['raw_start']}-{row['raw_end']}" in ran.stdout
    if "text" in row:
        assert f"[[{row['text']}]]".replace("\n", "⏎") in ran.stdout


def test_validate_of_a_folder_without_pages_says_what_it_could_not_check(tables: Path, tmp_path: Path, drawdown: Run) -> None:
    for name in TABLES:
        shutil.copy(tables / f"{name}.parquet", tmp_path)
    ran = drawdown("validate", tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "not checked: receipts in" in ran.stdout


def test_one_changed_cell_is_named(checkout: Path, drawdown: Run) -> None:
    path = checkout / "data" / "tables" / "mentions.parquet"
    frame = pl.read_parquet(path)
    victim = frame["mention_id"][7]
    changed = frame.with_columns(pl.when(pl.col("mention_id") == victim).then(pl.col("start") + 1).otherwise("start").alias("start"))
    io.write_frame(changed, path)
    ran = drawdown("validate", checkout)
    assert ran.returncode == 1
    assert victim in ran.stderr
    assert "raw_span_same_length" in ran.stderr


def test_one_changed_byte_of_a_page_is_named(checkout: Path, drawdown: Run) -> None:
    page = checkout / "data" / "raw" / "004_a5f2a4f4e44cf7af.txt"
    page.write_bytes(page.read_bytes().replace(b"World", b"Word!", 1))
    ran = drawdown("documents", cwd=checkout)
    assert ran.returncode == 1
    assert page.name in ran.stderr
    assert "sha256" in ran.stderr


def test_a_missing_table_names_its_stage(checkout: Path, drawdown: Run) -> None:
    (checkout / "data" / "tables" / "mentions.parquet").unlink()
    ran = drawdown("event_mentions", cwd=checkout)
    assert ran.returncode == 1
    assert "mentions.parquet" in ran.stderr
    assert "drawdown entities" in ran.stderr


def test_diff_names_what_changed_and_the_step(checkout: Path, tables: Path, drawdown: Run) -> None:
    same = drawdown("diff", tables, checkout)
    assert same.stdout.splitlines() == ["the tables are the same", "version step: none"]
    path = checkout / "data" / "tables" / "places.parquet"
    frame = pl.read_parquet(path)
    victim = frame["place_id"][0]
    io.write_frame(frame.with_columns(pl.when(pl.col("place_id") == victim).then(pl.lit("Nowhere")).otherwise("name").alias("name")), path)
    changed = drawdown("diff", tables, checkout, "--cells").stdout
    assert "`places`: 1 changed; fields changed: name" in changed
    assert victim in changed
    assert "Nowhere" in changed
    assert "version step: major" in changed


def test_the_reports_of_an_event_stand_side_by_side(tables: Path, drawdown: Run) -> None:
    events = pl.read_parquet(tables / "events.parquet").sort("mentions", descending=True)
    event, mentions, articles = events.select("event_id", "mentions", "articles").row(0)
    layout = inspect.layout_of(tables)
    found = reports.side_by_side(event, layout)
    assert found.height == mentions
    assert found["page"].n_unique() == articles
    links = pl.read_parquet(tables / "event_links.parquet").filter(event_id=event)
    documents = {row["path"]: row["document_id"] for row in pl.read_parquet(tables / "documents.parquet").to_dicts()}
    mentioned = {row["event_mention_id"]: row for row in pl.read_parquet(tables / "event_mentions.parquet").to_dicts()}
    for row in found.iter_rows(named=True):
        mention = mentioned[row["receipt"].split(",")[0]]
        assert f"[[{mention['text']}]]" in row["wording"]
        assert documents[row["page"]].removeprefix("d_") == mention["article_id"].removeprefix("a_")
    assert {row["receipt"].split(",")[0] for row in found.iter_rows(named=True)} == set(links["event_mention_id"])
    said = drawdown("trace", event).stdout
    assert f"{mentions} reports of it" in said
    assert reports.side_by_side("e_0000000000000000", layout).is_empty()


def test_a_folder_without_tables_is_said_to_be_one(drawdown: Run, tmp_path: Path) -> None:
    for command in (["info"], ["validate"], ["trace", "e_1", "--root"]):
        done = drawdown(*command, tmp_path)
        assert done.returncode == 1
        assert f"{tmp_path} holds no tables" in done.stderr


def test_what_the_system_refuses_is_an_error_without_a_traceback(drawdown: Run, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("A page.")
    (tmp_path / "file").write_text("no folder")
    done = drawdown("build", tmp_path / "raw", tmp_path / "file")
    assert done.returncode == 1
    assert "file: File exists" in done.stderr
    assert "Traceback" not in done.stderr


def test_pages_of_no_checkout_are_refused(drawdown: Run, tmp_path: Path) -> None:
    for command in (["pages", "--check"], ["readme"]):
        assert "is not a checkout of the project" in drawdown(*command, cwd=tmp_path).stderr


def test_a_folder_without_pages_is_refused_at_once(drawdown: Run, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / ".hidden").write_text("x")
    done = drawdown("build", tmp_path / "raw", tmp_path / "out")
    assert done.returncode == 1
    assert "raw holds no pages" in done.stderr
    assert not (tmp_path / "out").exists()
