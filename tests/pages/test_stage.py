"""Generated pages say what the tables and the registry say."""

from __future__ import annotations

import json
import re

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown import io
from drawdown.errors import DrawdownError
from drawdown.executors import SerialExecutor
from drawdown.layout import Layout
from drawdown.pages import home, markdown, receipts, stage
from drawdown.params import Params
from drawdown.schemas import TABLES
from tests import factory


def test_each_table_has_a_page_with_each_column_vocabulary_and_rule(layout: Layout) -> None:
    pages = stage.pages(layout)
    for name, table in TABLES.items():
        page = pages[f"tables/{name}.md"]
        assert page.startswith(f"# {table.title}\n")
        assert "- **Rows**: 1\n" in page
        for column in table.columns:
            assert f"| `{column.name}` | {column.type}" in page
            assert column.description.replace("|", "\\|") in page
        for rule in table.rules:
            assert f"| `{rule.name}` | {rule.description}" in page
        for key in table.foreign_keys:
            assert f"({key.table}.md)" in page


def test_pages_are_the_same_each_time_and_old_ones_go(layout: Layout) -> None:
    folder = layout.release.parent.parent / "docs" / "generated"
    stage.run(layout, Params(), SerialExecutor())
    first = {path: path.read_bytes() for path in folder.rglob("*.md")}
    (folder / "old.md").write_text("gone with the table that it described")
    stage.run(layout, Params(), SerialExecutor())
    assert {path: path.read_bytes() for path in folder.rglob("*.md")} == first


def test_receipts_show_the_span_in_its_page(layout: Layout) -> None:
    label = factory.row(TABLES["labels"])
    raw = "x" * label["raw_start"] + label["text"] + " behind it"
    shown = stage.tables.page(
        TABLES["labels"], TABLES["labels"].frame([label]), {label["article_id"][2:]: raw}, {label["article_id"][2:]: "page.txt"}, {}
    )
    assert f"<mark>{label['text']}</mark> behind it" in shown
    assert f"characters {label['raw_start']:,} to {label['raw_end']:,} of <code>page.txt</code>" in shown


def test_verdict_and_scores_are_shown_when_they_exist(layout: Layout) -> None:
    assert "Not measured" in stage.pages(layout)["scorecard.md"]
    measure = {"measure": "f1", "value": 0.5, "low": 0.25, "high": 0.75, "precision": 1.0, "recall": 0.333, "gold": 12}
    io.write_text(layout.release / "scores.json", json.dumps({"quotes": {"spans": measure}}))
    quotes = {"rows": 1, "rules": ["not_null", "foreign_key(articles)"]}
    verdict = {"tables": {"quotes": quotes}, "failures": ["quotes breaks tiling"], "unchecked": ["raw pages"], "expectations": {}}
    io.write_text(layout.release / "validation.json", json.dumps(verdict))
    pages = stage.pages(layout)
    assert "<strong>0.500</strong> 0.250 to 0.750</span><span>12</span>" in pages["scorecard.md"]
    assert "- quotes breaks tiling\n\n- Not checked: raw pages" in pages["validation.md"]
    assert "No rule is broken" not in pages["validation.md"]
    assert "| `foreign_key(articles)` | Every value points to a row of `articles`. |" in pages["tables/quotes.md"]


def test_readme_is_brought_up_to_date_between_its_markers(layout: Layout) -> None:
    text = "before\n<!-- generated: tables -->\nold\n<!-- end -->\nbehind\n"
    fresh = stage.readme(layout, text)
    assert fresh.startswith("before\n")
    assert fresh.endswith("behind\n")
    assert re.findall(r"^\| `(\w+)` \| 1 \|", fresh, re.MULTILINE) == list(TABLES)
    assert stage.readme(layout, fresh) == fresh
    with pytest.raises(DrawdownError, match="markers"):
        stage.readme(layout, "no markers")


def test_the_traced_event_is_a_contested_one(layout: Layout) -> None:
    frames = {name: io.read_table(table, layout.table(name)) for name, table in TABLES.items()}
    events = TABLES["events"]
    quiet = factory.row(events, event_id="e_" + "0" * 16, articles=9, mentions=9)
    frames["events"] = pl.concat([frames["events"], events.frame([quiet])])
    shown = home.traced(frames, {})
    contested = frames["conflicts"]["event_id"][0]
    assert f"drawdown trace {contested}" in shown
    assert "disagree about the" in shown
    empty = frames | {"events": events.frame([])}
    assert home.traced(empty, {}) == "The corpus holds no event.\n"


def test_reports_that_disagree_are_shown_before_others(layout: Layout) -> None:
    frames = {name: io.read_table(table, layout.table(name)) for name, table in TABLES.items()}
    report, page = frames["event_mentions"].row(0, named=True), frames["articles"].row(0, named=True)
    link = frames["event_links"].row(0, named=True)
    keys = [f"em_{number:020x}" for number in range(1, 6)]
    pages = [f"a_{number:016x}" for number in range(1, 6)]
    changed = {
        "articles": [page | {"article_id": key, "publisher": f"Paper {at}"} for at, key in enumerate(pages)],
        "event_mentions": [report | {"event_mention_id": key, "article_id": at} for key, at in zip(keys, pages, strict=True)],
        "event_links": [link | {"event_mention_id": key} for key in keys],
        "conflicts": [frames["conflicts"].row(0, named=True) | {"event_mention_a": keys[2], "event_mention_b": keys[4]}],
    }
    changed["conflicts"][0]["event_id"] = link["event_id"]
    shown = home.traced(frames | {name: TABLES[name].frame(rows) for name, rows in changed.items()}, {})
    assert re.findall(r"Paper (\d)", shown) == ["0", "2", "4"]


@pytest.mark.parametrize(("count", "label"), [(0, "conflicts"), (1, "conflict"), (2, "conflicts")])
def test_tiles_tell_one_from_more(count: int, label: str) -> None:
    frames = {name: pl.DataFrame({"row": range(count)}) for name in TABLES}
    assert f"<strong>{count}</strong><span>{label} between" in home.tiles(frames)


@given(st.text(), st.text(min_size=1), st.text())
def test_surroundings_are_cut_from_the_line_alone(before: str, span: str, after: str) -> None:
    raw = before + span + after
    left, middle, right = receipts.around(raw, len(before), len(before) + len(span))
    assert middle == span
    assert left.removeprefix("…") in before
    assert right.removesuffix("…") in after
    assert "\n" not in left + right
    assert max(len(left), len(right)) <= receipts.CONTEXT + 1


@given(st.text())
def test_cells_hold_no_markup(text: str) -> None:
    cell = markdown.cell(text)
    assert not set(cell) & set("|*_<>[]`{}\\\n")
    assert not re.search(r"&(?!#\d+;)", cell)


@given(st.text(st.sampled_from("ab`|<\n\\*"), min_size=1))
def test_names_set_as_code_stay_in_their_cell(name: str) -> None:
    code = markdown.code(name)
    inner = code.removeprefix("<code>").removesuffix("</code>") if code.startswith("<code>") else code[1:-1]
    assert not set(inner) & set("`|\n")


def test_bars_are_as_long_as_their_share() -> None:
    chart = markdown.bars([("a", 4), ("b", 1)])
    assert re.findall(r"width:([\d.]+)%", chart) == ["100.0", "25.0"]
    assert "<script" not in chart
