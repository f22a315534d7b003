from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from drawdown import executors, io, offsets, spool
from drawdown.articles import sharing
from drawdown.articles import stage as articles_stage
from drawdown.contracts import relations
from drawdown.documents import stage as documents_stage
from drawdown.layout import Layout
from drawdown.params import ArticlesParams, Params

ROOT = Path(__file__).parents[2]
TABLES = ("documents", "articles", "article_facts", "blocks", "quarantine", "funnel", "page_pairs", "shared_passages")


def build(raw: Path, out: Path, params: Params | None = None, workers: int = 1) -> Layout:
    layout = replace(Layout.folder(raw, out), reference=ROOT / "data" / "reference")
    with executors.executor(workers) as pool:
        documents_stage.run(layout, params or Params(), pool)
        articles_stage.run(layout, params or Params(), pool)
    return layout


def tables(layout: Layout) -> dict[str, pl.DataFrame]:
    return {name: pl.read_parquet(layout.table(name)) for name in TABLES}


def raws(layout: Layout) -> dict[str, str]:
    pages = [pl.read_parquet(path) for path in sorted(layout.interim_folder("documents").glob("[0-9]*.parquet"))]
    return {"a_" + key[2:]: text for page in pages for key, text in page.select("document_id", "text").iter_rows()}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    return build(ROOT / "data" / "raw", tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    return build(ROOT / "tests" / "data" / "pages", tmp_path_factory.mktemp("kinds"))


@pytest.mark.parametrize("name", ["shipped", "kinds"])
def test_blocks_tile_and_every_receipt_holds(name: str, request: pytest.FixtureRequest) -> None:
    layout: Layout = request.getfixturevalue(name)
    frames = tables(layout)
    texts = dict(frames["articles"].select("article_id", "text").iter_rows())
    pages = raws(layout)
    assert relations.tiling(frames["blocks"], frames["documents"]) == []
    assert relations.content(frames["blocks"], texts, pages) == []
    assert relations.text_hashes(frames["articles"]) == []
    assert relations.accounting(frames) == []
    facts = frames["article_facts"].filter(pl.col("raw_start").is_not_null() & ~pl.col("fact").is_in(["tags"]))
    for row in facts.iter_rows(named=True):
        assert pages[row["article_id"]][row["raw_start"] : row["raw_end"]] == row["evidence"]


def test_the_map_goes_there_and_back(shipped: Layout) -> None:
    frames = tables(shipped)
    texts = dict(frames["articles"].select("article_id", "text").iter_rows())
    for key, where in offsets.maps(frames["blocks"]).items():
        for start in range(0, len(texts[key]) - 1, 37):
            raw = where.to_raw(start, start + 1)
            if raw is not None:
                assert where.from_raw(*raw) == (start, start + 1)
                assert raws(shipped)[key][raw[0]] == texts[key][start]


def test_the_shipped_pages_say_when_they_were_published_or_nothing(shipped: Layout) -> None:
    articles = tables(shipped)["articles"]
    documents = dict(tables(shipped)["documents"].select("document_id", "path").iter_rows())
    said = {
        documents[key][:3]: (day, basis) for key, day, basis in articles.select("document_id", "published", "published_basis").iter_rows()
    }
    assert said == {
        "000": ("2020-08-21", "url"),
        "001": (None, "none"),
        "002": ("2021-07-19", "url"),
        "003": ("2020-01-11", "url"),
        "004": (None, "none"),
    }


def test_the_record_of_sources_changes_nothing_in_the_shipped_articles(shipped: Layout, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for page in (ROOT / "data" / "raw").glob("*.txt"):
        (raw / page.name).write_bytes(page.read_bytes())
    bare = tables(build(raw, tmp_path / "out"))
    assert bare["articles"].equals(tables(shipped)["articles"])


def test_the_joint_statement_is_found_in_both_pages(shipped: Layout) -> None:
    frames = tables(shipped)
    texts = dict(frames["articles"].select("article_id", "text").iter_rows())
    assert frames["page_pairs"].height == 1
    for row in frames["shared_passages"].iter_rows(named=True):
        one = texts[row["article_a"]][row["start_a"] : row["end_a"]]
        two = texts[row["article_b"]][row["start_b"] : row["end_b"]]
        assert one.replace("\xa0", " ")[:60] == two[:60]
        assert raws(shipped)[row["article_a"]][row["raw_start_a"] : row["raw_end_a"]] == one


@pytest.mark.parametrize("name", ["shipped", "kinds"])
def test_the_funnel_adds_up(name: str, request: pytest.FixtureRequest) -> None:
    funnel = tables(request.getfixturevalue(name))["funnel"]
    counts = funnel.group_by("step").agg(pl.col("documents").sum())
    steps = dict(counts.iter_rows())
    assert steps["received"] == steps["articles"] + steps.get("quarantined", 0)


def test_tables_that_are_written_in_many_parts_hold_the_same_rows(kinds: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(io, "GROUP_BYTES", 1500)
    monkeypatch.setattr(spool, "BUFFER", 9000)
    monkeypatch.setattr(sharing, "_PAIRS", 2)
    again = build(ROOT / "tests" / "data" / "pages", tmp_path)
    assert len(io.row_groups(again.table("articles"))) > 5
    for name, frame in tables(again).items():
        assert frame.equals(pl.read_parquet(kinds.table(name))), name
    assert [path.name for path in again.interim.iterdir()] == ["documents"]


def test_workers_do_not_change_a_byte(kinds: Layout, tmp_path: Path) -> None:
    again = build(ROOT / "tests" / "data" / "pages", tmp_path, workers=2)
    for name in TABLES:
        assert kinds.table(name).read_bytes() == again.table(name).read_bytes(), name


def test_what_is_no_article_is_set_aside_with_its_rule(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "menu.txt").write_text("Home\nNews\nLog in\n")
    (raw / "blank.txt").write_text(" \n\t\n")
    (raw / "captions.txt").write_text(
        "© AP Photo / A\nA soldier stands near the base, file photo.\n© AFP\nA road in the north, file photo.\n"
    )
    (raw / "german.txt").write_text(
        "Die Gespräche über den Abzug der Truppen sollen bis zum Ende des Monats weitergehen, sagte der Minister am Dienstag. " * 4
    )
    (raw / "long.txt").write_text("The troops left the base in the north of the country on Tuesday. " * 40)
    (raw / "arabic.txt").write_text(
        "قال مسؤولون يوم الثلاثاء إن المحادثات ستستمر حتى نهاية الشهر، وإن القوات ستغادر القاعدة بحلول الصيف. " * 8
    )
    layout = build(raw, tmp_path / "out", replace(Params(), articles=ArticlesParams(maximum_characters=2000)))
    frames = tables(layout)
    assert dict(frames["quarantine"].select("path", "rule").iter_rows()) == {
        "menu.txt": "no_running_text",
        "blank.txt": "no_running_text",
        "captions.txt": "no_running_text",
        "german.txt": "other_language",
        "arabic.txt": "other_language",
        "long.txt": "too_long",
    }
    assert frames["articles"].height == 0
    assert relations.tiling(frames["blocks"], frames["documents"]) == []


def test_other_languages_pass_when_params_name_them(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    sentence = "Die Gespräche über den Abzug der Truppen sollen bis zum Ende des Monats weitergehen, sagte der Minister am Dienstag in der Hauptstadt."
    (raw / "german.txt").write_text("\n\n".join([sentence] * 4))
    layout = build(raw, tmp_path / "out", replace(Params(), articles=ArticlesParams(languages=("de",))))
    assert tables(layout)["articles"]["language"].to_list() == ["de"]
