"""A page as its blocks tell it: every character is there, nothing is cut, and no page can command the terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from rich.console import Console

from drawdown.cli import pageview
from drawdown.layout import Layout
from drawdown.schemas import TABLES
from drawdown.schemas.vocabularies import PARTS
from tests import factory
from tests.conftest import ROOT, Run


def squeezed(text: str) -> str:
    return "".join(text.split())


def printed(view: object) -> str:
    console = Console(width=pageview.WIDTH, color_system=None)
    with console.capture() as captured:
        console.print(view)
    return captured.get()


def page(text: str, roles: list[tuple[int, int, str]]) -> pageview.Page:
    blocks = [
        factory.row(
            TABLES["blocks"], raw_start=start, raw_end=end, role=role, ordinal=at, start=start if role in PARTS else None, reason="so"
        )
        for at, (start, end, role) in enumerate(roles)
    ]
    return pageview.Page(factory.row(TABLES["documents"]), factory.row(TABLES["articles"]), [], blocks, [], text)


@pytest.mark.parametrize("path", sorted((ROOT / "data" / "raw").glob("*.txt")), ids=lambda path: path.name[:3])
def test_all_characters_of_a_page_are_shown_in_order(path: Path, drawdown: Run) -> None:
    layout = Layout.project(ROOT)
    documents = pl.read_parquet(layout.table("documents")).filter(path=path.name)
    loaded = pageview.load(documents["document_id"][0], layout)
    said = drawdown("show", "blocks", path.name).stdout
    assert max(map(len, said.splitlines())) <= pageview.WIDTH
    lines = [line.split("│") for line in said.splitlines() if "│" in line]
    assert squeezed("".join(line[1] for line in lines)) == squeezed("".join(loaded.printed(block) for block in loaded.blocks))
    margin = [name for line in lines if (name := line[0].strip()) not in ("", "″")]
    assert set(margin) == {block["role"] for block in loaded.blocks}


def test_the_map_has_every_block_with_both_ranges(tables: Path, drawdown: Run) -> None:
    blocks = pl.read_parquet(tables / "blocks.parquet")
    article = blocks["article_id"][0]
    said = drawdown("trace", article).stdout
    assert max(map(len, said.splitlines())) <= pageview.WIDTH
    shown = re.findall(r"^ *(·|\d+-\d+) +(\d+-\d+)  (\w+)", said, re.MULTILINE)
    mine = blocks.filter(article_id=article).sort("ordinal")
    assert shown == [
        ("·" if start is None else f"{start}-{end}", f"{raw_start}-{raw_end}", role)
        for start, end, raw_start, raw_end, role in mine.select("start", "end", "raw_start", "raw_end", "role").iter_rows()
    ]
    facts = pl.read_parquet(tables / "article_facts.parquet").filter(article_id=article)
    head = said[: said.index("Map:")]
    assert all(value[:40].strip() in head for value in facts["value"])
    assert drawdown("trace", "d_" + article[2:]).stdout == said


def test_like_blocks_in_a_row_say_so_once() -> None:
    lines = printed(pageview.reading(page("One.\nTwo.\nBuy!", [(0, 5, "body"), (5, 10, "body"), (10, 14, "boilerplate")]))).splitlines()[
        -3:
    ]
    assert [[part.strip() for part in line.split("│")] for line in lines] == [
        ["body", "One.", "so"],
        ["″", "Two.", ""],
        ["boilerplate", "Buy!", "so"],
    ]


def test_a_page_cannot_command_the_terminal() -> None:
    text = "Red \x1b[31malert\x1b[0m [bold]and[/bold] bells\x07."
    said = printed(pageview.reading(page(text, [(0, len(text), "body")])))
    assert "\x1b" not in said
    assert "\x07" not in said
    assert "[bold]and[/bold]" in said


def test_without_the_page_the_article_speaks_and_the_rest_is_counted() -> None:
    bare = replace(page("", [(0, 7, "boilerplate"), (0, 6, "title")]), raw=None)
    assert bare.article is not None
    bare.article["text"] = "Header"
    said = printed(pageview.mapped(bare))
    assert "Header" in said
    assert "[7 characters of the page]" in said


def test_a_page_that_was_set_aside_says_why() -> None:
    aside = replace(page("Home", [(0, 4, "boilerplate")]), article=None, quarantine=[factory.row(TABLES["quarantine"], detail="4 words")])
    assert "no article: empty_file, 4 words" in printed(pageview.reading(aside))
