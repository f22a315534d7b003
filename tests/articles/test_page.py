from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown import offsets
from drawdown.articles import blocks, page
from drawdown.articles.gauge import Gauge
from drawdown.articles.lexicon import Lexicon
from drawdown.articles.page import Result
from drawdown.contracts import relations
from drawdown.params import ArticlesParams
from drawdown.schemas import TABLES, pages

BODY = [
    "Officials in the capital said on Tuesday that the talks would go on until the end of the month.",
    "The minister told reporters that the troops were to leave the base by the summer, although he did not name a day for it.",
    "“We have asked for a date,” said a member of the parliament, “and we are still waiting for one.”",
]
ARABIC = "قال مسؤولون يوم الثلاثاء إن المحادثات ستستمر حتى نهاية الشهر، وإن القوات ستغادر القاعدة بحلول الصيف. "
LOOSE = ArticlesParams(minimum_words=0, languages=("en", "ar", "de", "fr", "zh", "la", "mt", "cy"))


def row(text: str, number: int = 0, **facts: object) -> Mapping[str, Any]:
    empty = {column.name: None for column in pages.TABLE.columns}
    return empty | {"document_id": f"d_{number:016x}", "path": "x.txt", "text": text, "extracted": False} | facts


def clean(text: str, known: Lexicon, params: ArticlesParams = LOOSE, **facts: object) -> Result:
    return page.clean_all([(row(text, **facts), {})], Gauge(known), params)[0]


def body(result: Result) -> list[str]:
    return result.blocks.blocks.of("body")


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(max_size=300)
    | st.lists(st.sampled_from([*BODY, "Share", "© AFP", "• News", "", ARABIC, "12 May 2020", "\u202e"])).map("\n".join)
)
def test_whatever_a_page_holds_its_blocks_tile_it_and_the_map_goes_there_and_back(known: Lexicon, text: str) -> None:
    result = clean(text, known)
    table = blocks.frame([result.blocks])
    spans = table.sort("ordinal").select("raw_start", "raw_end").rows()
    assert [end for _, end in spans[:-1]] == [start for start, _ in spans[1:]]
    assert (spans[0][0], spans[-1][1]) == (0, len(text)) if text else spans == []
    assert (result.article is None) == (result.quarantine is not None)
    if result.article is None:
        return
    article = str(result.article["text"])
    where = offsets.maps(table).get(str(result.article["article_id"]))
    for start in range(len(article) if where else 0):
        raw = where.to_raw(start, start + 1) if where else None
        if where and raw is not None:
            assert text[raw[0]] == article[start]
            assert where.from_raw(*raw) == (start, start + 1)


def test_many_pages_at_once_give_the_same_as_one_by_one(known: Lexicon) -> None:
    texts = [
        "\n\n".join(BODY),
        "Home\nNews\nA Headline of Some Words\n" + "\n".join(BODY),
        "",
        "Share",
        "x" * 3000,
        ARABIC * 9,
        "Home\nNews",
    ]
    given_pages = [(row(text, number), {}) for number, text in enumerate(texts)]
    params = replace(LOOSE, maximum_characters=2000)
    gauge = Gauge(known)
    together = page.clean_all(given_pages, gauge, params)
    assert together == [page.clean_all([given_page], Gauge(known), params)[0] for given_page in given_pages]
    assert together == page.clean_all(given_pages, gauge, params)
    assert [result.quarantine["rule"] if result.quarantine else None for result in together][4] == "too_long"


def test_text_from_right_to_left_keeps_its_characters(known: Lexicon) -> None:
    text = "\n\n".join([ARABIC.strip() * 2, "\u200f" + ARABIC.strip() * 3 + "\u200e"])
    result = clean(text, known)
    assert result.article is not None
    assert result.article["language"] == "ar"
    assert result.article["text"] == text


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script> Talks on the Northern Base Go On", '"><img src=x onerror=alert(1)> Talks Go On']
)
def test_markup_in_a_title_is_text_like_any_other(known: Lexicon, title: str) -> None:
    result = clean("\n\n".join([title, *BODY]), known, title=title)
    assert result.article is not None
    assert result.article["title"] == title
    assert body(result) == BODY


def test_dates_that_are_none_are_kept_as_conflicts(known: Lexicon) -> None:
    result = clean("\n\n".join(["Talks on the Northern Base Go On", *BODY]), known, published="31.02.2020", published_basis="meta")
    assert result.article is not None
    assert result.article["published"] is None
    facts = pl.DataFrame(result.facts).filter(pl.col("fact") == "published")
    assert facts.select("value", "conflict").rows() == [("31.02.2020", True)]


def test_hashes_are_those_of_the_text(known: Lexicon) -> None:
    result = clean("\n\n".join(BODY), known)
    assert relations.text_hashes(TABLES["articles"].frame([result.article or {}])) == []


def test_a_page_whose_script_has_no_blanks_is_of_another_language_not_empty(known: Lexicon) -> None:
    result = clean(
        "伊拉克议会星期二通过决议，要求外国军队离开该国。\n政府表示，谈判将继续到月底，部队将在夏天离开基地。\n" * 4,
        known,
        ArticlesParams(),
    )
    assert result.quarantine is not None
    assert result.quarantine["rule"] == "other_language"
