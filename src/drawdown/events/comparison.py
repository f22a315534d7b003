"""How far two claims agree: one level a comparison, one match weight a level, added up (Fellegi-Sunter).

The weights are hand-kept (``data/reference/link_weights.csv``) and not estimated from the corpus: a page more would move every estimate,
hence links and ids that have nothing to do with it.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from drawdown.errors import KnowledgeError
from drawdown.events import days
from drawdown.events.claims import LISTS, RECIPROCAL

NEAR_DAYS = 3
"""Dates further apart than this are of two happenings, whatever else agrees; so are two months, or other longer times, without a common day."""

NEAR_KM = 50.0
"""Places nearer than this may be one: an airport and its city."""

HURT = ("ASSAULT", "COERCE")
"""Types whose recipient is hurt: a named person is killed or arrested once, but asked and threatened many times."""

Levels = list[tuple[str, pl.Expr]]
"""Levels of one comparison in order; the first whose condition holds is the pair's."""

_NEWS = ("asserted", "planned")
_ALWAYS = pl.lit(True)
_SAME_PAGE = pl.col("article_id_a") == pl.col("article_id_b")
_SAME_SENTENCE = pl.col("sentence_id_a") == pl.col("sentence_id_b")
_RETURNS = (pl.col("antecedent_a") == pl.col("b")).fill_null(False) | (pl.col("antecedent_b") == pl.col("a")).fill_null(False)
_ANSWER = _SAME_SENTENCE & (pl.col("answered_a") != pl.col("answered_b"))
"""An act and what was done in return: "in retaliation for the raid they shelled the camp"."""

_RESULT = (
    _SAME_SENTENCE
    & (pl.col("answered_a") == pl.col("answered_b"))
    & (pl.col("event_type_a") == "ASSAULT")
    & (pl.col("noun_a") != pl.col("noun_b"))
    & ((pl.col("actor_ids_a").list.len() == 0) | (pl.col("actor_ids_b").list.len() == 0))
)
"""An act and what came of it: "an airstrike on the airport that killed the general"."""

_PRAISE = (
    (pl.col("event_type_a") == "SUPPORT")
    & (pl.col("event_type_b") == "SUPPORT")
    & (pl.col("actor_ids_a").list.len() < 2)
    & (pl.col("actor_ids_b").list.len() < 2)
)
"""Words of favour, of one speaker: he welcomes, praises, condoles. An agreement has several actors."""


def comparisons() -> dict[str, Levels]:
    """Every comparison, over a frame of pairs whose columns are those of the claims with ``_a`` and ``_b`` behind."""
    return {
        "prior": [("pair", _ALWAYS)],
        "type": _type(),
        "content": _content(),
        "actor": _actor(),
        "recipient": _recipient(),
        "date": _date(),
        "place": _place(),
        "quotation": [("shared", ~_SAME_PAGE & _meet("spoken_a", "spoken_b")), ("none", _ALWAYS)],
        "page": _page(),
        "number": [("same", pl.col("series_a") == pl.col("series_b")), ("other", _ALWAYS)],
        "realis": _realis(),
        "wording": [
            ("verbatim", _equal("wording") & _equal("lemma") & ~_SAME_SENTENCE),
            ("same", pl.col("lemma_a") == pl.col("lemma_b")),
            ("other_praise", _PRAISE),
            ("other", _ALWAYS),
        ],
    }


def bits(weights: pl.DataFrame) -> pl.Expr:
    """The match weight of each pair, in bits. A level without weight is a KnowledgeError that names it."""
    known = {(comparison, level): weight for comparison, level, weight in weights.select("comparison", "level", "weight").iter_rows()}
    wanted = {(name, level) for name, levels in comparisons().items() for level, _ in levels}
    if missing := sorted(wanted - known.keys()):
        raise KnowledgeError(
            f"link_weights.csv has no weight for {', '.join('/'.join(pair) for pair in missing)}",
            remedy="add the rows, or restore the file",
        )
    return pl.sum_horizontal(
        _first((pl.lit(known[name, level]), condition) for level, condition in levels) for name, levels in comparisons().items()
    )


def words(weights: pl.DataFrame) -> pl.Expr:
    """The evidence of each pair in words, strongest comparison first as the weights file orders them."""
    said = {(comparison, level): text for comparison, level, text in weights.select("comparison", "level", "words").iter_rows()}
    parts = [
        _first((pl.lit(said[name, level], dtype=pl.String), condition) for level, condition in levels)
        for name, levels in comparisons().items()
    ]
    return pl.concat_str(parts, separator="; ", ignore_nulls=True)


def level(comparison: str, name: str) -> pl.Expr:
    """Whether a pair stands at one level of a comparison."""
    levels = comparisons()[comparison]
    return _first((pl.lit(known == name), condition) for known, condition in levels)


def probability(weight: pl.Expr) -> pl.Expr:
    """Match weight to probability, four decimals."""
    return (1.0 / (1.0 + pl.lit(2.0).pow(-weight))).round(4)


def _first(levels: Iterable[tuple[pl.Expr, pl.Expr]]) -> pl.Expr:
    """The value of the first condition that is true; null is not true."""
    chosen: pl.Expr | None = None
    for value, condition in reversed(list(levels)):
        chosen = value if chosen is None else pl.when(condition.fill_null(False)).then(value).otherwise(chosen)
    if chosen is None:
        raise ValueError("a comparison without levels")
    return chosen


def _shared(left: str, right: str) -> pl.Expr:
    return pl.col(left).list.set_intersection(pl.col(right)).list.len()


def _meet(left: str, right: str) -> pl.Expr:
    return _shared(left, right) > 0


def _several(column: str) -> pl.Expr:
    return pl.col(column).list.len() > 1


def _empty(column: str) -> pl.Expr:
    return pl.col(column).list.len() == 0


def _both(column: str) -> pl.Expr:
    return pl.col(f"{column}_a").is_not_null() & pl.col(f"{column}_b").is_not_null()


def _equal(column: str) -> pl.Expr:
    return (pl.col(f"{column}_a") == pl.col(f"{column}_b")).fill_null(False)


def _type() -> Levels:
    return [
        ("other_act", ~_equal("event_type") & (pl.col("untied_a") | pl.col("untied_b"))),
        ("related_type", ~_equal("event_type")),
        ("same_mode", _equal("mode")),
        ("other_act", _both("mode") & (pl.col("mode_acts_a") | pl.col("mode_acts_b"))),
        ("other_mode", _both("mode")),
        ("same_type", _ALWAYS),
    ]


def _content() -> Levels:
    return [("same", _equal("content_type")), ("other", _both("content_type")), ("unknown", _ALWAYS)]


def _sides(role: str) -> tuple[dict[str, str], dict[str, str]]:
    """Names of the list columns of one role, for both claims."""
    a, b = ({name: f"{role}_{name}_{side}" for name in LISTS} for side in "ab")
    return a, b


def _common(role: str) -> Levels:
    """Levels that actors and recipients share: a name, a state, an ancestor, a country, words."""
    a, b = _sides(role)
    unnamed = ~_empty(a["words"]) | ~_empty(b["words"])
    kin = _meet(a["ids"], b["up"]) | _meet(a["up"], b["ids"])
    state = _meet(a["states"], b["lands"]) | _meet(a["lands"], b["states"])
    return [
        ("specific", _meet(a["named"], b["named"])),
        ("same", _meet(a["ids"], b["ids"])),
        ("related", kin | state | (unnamed & _meet(a["lands"], b["lands"]))),
        ("same_words", _meet(a["words"], b["words"])),
        ("unknown", _empty(a["ids"]) | _empty(b["ids"]) | unnamed),
    ]


def _actor() -> Levels:
    """An umbrella and a group under it act together, but speak each for itself; a leader speaks for his group."""
    a, b = _sides("actor")
    groups = _empty(a["persons"]) & _empty(b["persons"]) & ~_empty(a["named"]) & ~_empty(b["named"])
    specific, same, related, words, unknown = _common("actor")
    return [
        specific,
        same,
        ("part", pl.col("verbal_a") & groups & related[1]),
        related,
        words,
        ("unknown_speaker", pl.col("verbal_a") & unknown[1]),
        unknown,
        ("other", _ALWAYS),
    ]


def _recipient() -> Levels:
    """Of a mutual act, both parties must be the same; an attack may have many victims."""
    a, b = _sides("recipient")
    mutual = pl.col("event_type_a").is_in(RECIPROCAL)
    both = (_shared(a["ids"], b["ids"]) > 1) | (_meet(a["ids"], b["ids"]) & (_shared(a["lands"], b["lands"]) > 1))
    one_person = _empty(a["persons"]) != _empty(b["persons"])
    specific, same, related, words, unknown = _common("recipient")
    hurt = pl.col("event_type_a").is_in(HURT)
    member = ("member", one_person & ~_empty(a["named"]) & ~_empty(b["named"]) & related[1])
    victims = ~_empty(a["persons"]) & ~_empty(b["persons"]) & (pl.col("event_type_a") == "ASSAULT")
    return [
        ("further", _RESULT | (_RETURNS & (pl.col("actor_act_a") | pl.col("actor_act_b")))),
        ("both", mutual & both),
        ("other_party", mutual & _several(a["ids"]) & _several(b["ids"])),
        ("unknown", mutual),
        ("persons", hurt & (pl.col(a["persons"]) == pl.col(b["persons"])) & ~_empty(a["persons"])),
        ("person", hurt & _meet(a["persons"], b["persons"])),
        specific,
        same,
        member,
        related,
        words,
        unknown,
        ("another_victim", victims),
        ("other", _ALWAYS),
    ]


def _date() -> Levels:
    gap, news = days.gap(), days.news_gap()
    narrow = (pl.col("high_a") - pl.col("low_a") <= 31) & (pl.col("high_b") - pl.col("low_b") <= 31)
    one_day = (pl.col("low_a") == pl.col("high_a")) & (pl.col("low_b") == pl.col("high_b"))
    wide = (days.width("a") > NEAR_DAYS) & (days.width("b") > NEAR_DAYS)
    return [
        ("apart", (gap > NEAR_DAYS) | ((gap > 0) & wide)),
        ("near", gap > 0),
        ("same_day", (gap == 0) & one_day),
        ("overlap", gap.is_not_null() & narrow),
        ("wide", gap.is_not_null()),
        ("apart", news > NEAR_DAYS),
        ("same_news", news.is_not_null() & ~_SAME_PAGE),
        ("unknown", _SAME_PAGE | _meet("spoken_a", "spoken_b")),
        ("same_quotation", _meet("quoted_a", "quoted_b")),
        ("unknown_speech", pl.col("verbal_a") & pl.col("realis_a").is_in(_NEWS) & pl.col("realis_b").is_in(_NEWS)),
        ("unknown_across", _ALWAYS),
    ]


def _place() -> Levels:
    near = _kilometres() <= NEAR_KM
    return [
        ("host", near & (pl.col("event_type_a") == "CONSULT")),
        ("same", _equal("place_id") & pl.col("latitude_a").is_not_null()),
        ("same", near),
        ("apart", ~near),
        ("apart", pl.col("land_a") != pl.col("land_b")),
        ("unknown", _ALWAYS),
    ]


def _kilometres() -> pl.Expr:
    """Great-circle distance; null where either place is unknown or no point."""
    latitude = [pl.col(f"latitude_{side}").radians() for side in "ab"]
    longitude = [pl.col(f"longitude_{side}").radians() for side in "ab"]
    half = ((latitude[1] - latitude[0]) / 2).sin() ** 2 + latitude[0].cos() * latitude[1].cos() * (
        (longitude[1] - longitude[0]) / 2
    ).sin() ** 2
    return 2 * 6371.0 * half.sqrt().clip(0, 1).arcsin()


def _page() -> Levels:
    """What the page makes of the two: a title and its text, one after the other, or words of one sentence."""
    shared = _empty("recipient_ids_a") | _empty("recipient_ids_b") | _meet("recipient_ids_a", "recipient_ids_b")
    apart = (pl.col("event_type_a") != "ASSAULT") | shared
    return [
        ("title", _SAME_PAGE & (pl.col("title_a") != pl.col("title_b"))),
        ("answer", _ANSWER),
        ("return", _RETURNS),
        ("result", _RESULT),
        ("sentence", _SAME_SENTENCE & apart),
        ("same", _SAME_PAGE),
        ("other", _ALWAYS),
    ]


def _realis() -> Levels:
    a, b = pl.col("realis_a"), pl.col("realis_b")
    done = pl.col("done_a"), pl.col("done_b")
    plan = a == "planned", b == "planned"
    denied = a == "negated", b == "negated"
    speech = pl.col("verbal_a") & (pl.col("event_type_a") != "CONSULT")
    return [
        ("background", speech & (((a == "historical") & (b == "asserted")) | ((a == "asserted") & (b == "historical")))),
        ("same", (a == b) | (done[0] & done[1])),
        ("plan_and_deed", ((plan[0] & done[1]) | (plan[1] & done[0])) & ~speech),
        ("denied", (denied[0] & done[1]) | (denied[1] & done[0])),
        ("other", _ALWAYS),
    ]
