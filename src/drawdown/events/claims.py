"""Event mentions as comparable claims: who, to whom, when, where, about what, one row a mention."""

from __future__ import annotations

import polars as pl

from drawdown.events import origins
from drawdown.events.inputs import LinkKnowledge, Tables
from drawdown.schemas import vocabularies

NEWS_DAYS = 31
"""An act of speech that a page tells in the present is at most so many days older than the page."""

STATES = ("state", "nationality", "place")
"""Kinds of entity that act, or are acted upon, every day."""

PLAN_DAYS = 92
"""What a page announces without a date is to be within so many days."""

VERBAL = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
"""Acts of speech and diplomacy."""

RECIPROCAL = ("CONSULT", "COOPERATE")
"""Types whose parties are all actors: a page that names a visitor and a host means the same two parties."""

FIGHTERS = ("PRM", "REB", "OPP", "UAF", "CRM", "SEP", "INS")
"""Sectors whose members do not act for their state."""

ANSWER_REACH = 80
"""Characters before an act in which a word says that it is answered."""

_ANSWER = r"\b(?:retaliat\w+|reprisals?|reveng\w+|aveng\w+|respon(?:ses?|d|ds|ded|ding))\W+(?:for|to|against|over|the|an?|his|her|its|their)\b[^.;:,\n]*$"

LISTS = ("ids", "up", "named", "persons", "states", "lands", "words")


def build(tables: Tables, knowledge: LinkKnowledge) -> pl.DataFrame:
    """One row for each event mention, in order of id, with everything that a comparison looks at.

    Participants come as lists by role (``actor_*``, ``recipient_*``): ``ids`` of entities, ``up`` the same and all they belong to,
    ``named`` those that are no states, ``persons``, ``states`` those that are (or are forces of) states, ``lands`` countries of unnamed
    participants, ``words`` of unnamed participants. Dates are days since 1970 (``low``, ``high``); ``month``, ``day`` for a date without
    year; ``news_low``, ``news_high`` for an undated act of speech, from the page's own date. Missing evidence is null or an empty list.
    """
    mentions = tables.event_mentions.sort("event_mention_id").join(_pages(tables.articles), on="article_id", how="left")
    claims = mentions.join(knowledge.types.select("event_type", "family", "modes", "tie"), on="event_type", how="left").select(
        "event_mention_id",
        "article_id",
        "sentence_id",
        "raw_start",
        "event_type",
        "mode",
        "content_type",
        "content_mode",
        "realis",
        "source_id",
        "place_id",
        "page_day",
        pl.coalesce("family", "event_type").alias("family"),
        (pl.col("modes") == "acts").fill_null(False).alias("mode_acts"),
        (pl.col("mode") != pl.col("tie")).fill_null(False).alias("untied"),
        (pl.col("part") == "title").alias("title"),
        pl.col("event_type").is_in(VERBAL).alias("verbal"),
        pl.col("realis").is_in(vocabularies.DONE).alias("done"),
        pl.col("rule").str.split(".").list.first().alias("lemma"),
        _series().alias("series"),
        pl.col("rule").str.ends_with(".n").alias("noun"),
        *_dates(),
    )
    claims = claims.with_columns(*_news()).join(_places(tables.places), on="place_id", how="left")
    for role in ("actor", "recipient"):
        claims = claims.join(_role(tables, role, knowledge.acts), on="event_mention_id", how="left")
    claims = claims.join(_answered(tables), on="event_mention_id", how="left").with_columns(pl.col("answered").fill_null(False))
    taken_up = pl.col("event_mention_id").is_in(_taken_up(tables, knowledge.acts).implode())
    claims = claims.with_columns(pl.col("^(actor|recipient)_act$").fill_null(False)).with_columns(pl.col("actor_act") | taken_up)
    claims = _pool(claims).with_columns(pl.col(f"^(actor|recipient)_({'|'.join(LISTS)})$").fill_null([]))
    claims = claims.join(origins.wordings(tables), on="sentence_id", how="left")
    numbered = _quotations(claims, tables).sort("event_mention_id").with_row_index("claim")
    return _antecedents(numbered)


def _pages(articles: pl.DataFrame) -> pl.DataFrame:
    day = pl.col("published").str.slice(0, 10)
    return articles.select("article_id", day.str.to_date("%Y-%m-%d", strict=False).to_physical().alias("page_day"))


def _series() -> pl.Expr:
    """A noun in the plural names several acts ("the attacks"), unless one of speech ("talks", but "visits"); the rule id of a noun ends in ``.n``."""
    word = pl.col("text").str.to_lowercase()
    return (
        (~pl.col("event_type").is_in(VERBAL) | ((pl.col("mode") == "visit").fill_null(False) & (word != "talks")))
        & pl.col("rule").str.ends_with(".n")
        & word.str.ends_with("s")
        & ~word.str.contains(r"(?:ss|us|is)$")
    )


def _dates() -> list[pl.Expr]:
    """``low`` and ``high`` where the year is known; else ``month``, ``day`` and the last day ``until`` of an EDTF date whose year is ``XXXX``
    (an interval only within a month)."""
    yearless = pl.col("edtf").str.extract_groups(
        r"^XXXX-(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?(?:/XXXX-(?<last>[0-9]{2})-(?<until>[0-9]{2}))?$"
    )
    parts = {name: yearless.struct.field(name).cast(pl.Int32) for name in ("month", "day", "last", "until")}
    bare = pl.col("earliest").is_null() & (parts["month"] == pl.coalesce(parts["last"], parts["month"]))
    return [
        pl.col("earliest").to_physical().alias("low"),
        pl.col("latest").to_physical().alias("high"),
        pl.when(bare).then(parts["month"]).alias("month"),
        pl.when(bare).then(parts["day"]).alias("day"),
        pl.when(bare).then(pl.coalesce(parts["until"], parts["day"])).alias("until"),
    ]


def _news() -> list[pl.Expr]:
    """The weeks in which an undated act of speech was made, or a meeting is to be, that a dated page tells as news."""
    undated = pl.col("verbal") & pl.col("low").is_null() & pl.col("month").is_null()
    made, planned = undated & (pl.col("realis") == "asserted"), undated & (pl.col("realis") == "planned")
    return [
        pl.when(made).then(pl.col("page_day") - NEWS_DAYS).when(planned).then("page_day").alias("news_low"),
        pl.when(made).then("page_day").when(planned).then(pl.col("page_day") + PLAN_DAYS).alias("news_high"),
    ]


def _places(places: pl.DataFrame) -> pl.DataFrame:
    fine = pl.col("precision").is_in(["point", "city"])
    return places.select(
        "place_id",
        pl.col("country").alias("land"),
        pl.when(fine).then("latitude").alias("latitude"),
        pl.when(fine).then("longitude").alias("longitude"),
    )


def _role(tables: Tables, role: str, acts: tuple[str, ...]) -> pl.DataFrame:
    """Lists of one role's participants by event mention."""
    ancestry = ancestors(tables.entities)
    kinds = tables.entities.select("entity_id", "kind", pl.col("country").alias("entity_country"), "sector")
    rows = (
        tables.participants.filter(pl.col("role") == role)
        .select("event_mention_id", "entity_id", "country", "text", pl.col("sector").alias("own_sector"))
        .join(kinds, on="entity_id", how="left")
        .join(ancestry, on="entity_id", how="left")
    )
    known, state = pl.col("entity_id").is_not_null(), (pl.col("kind").is_in(STATES) | _force()).fill_null(False)
    civil = ~pl.coalesce("sector", "own_sector").is_in(FIGHTERS).fill_null(False) & ~pl.col("kind").is_in(
        ["armed_group", "organisation"]
    ).fill_null(False)
    words = pl.col("text").str.to_lowercase().str.replace_all(r"^(?:the|a|an|some|several|many)\s+", "")
    act = words.str.split(" ").list.last().str.replace("s$", "").is_in(acts)
    return rows.group_by("event_mention_id").agg(
        _set(pl.col("entity_id").filter(known)).alias(f"{role}_ids"),
        _set(pl.concat_list("entity_id", pl.col("ancestors").fill_null([])).filter(known).explode()).alias(f"{role}_up"),
        _set(pl.col("entity_id").filter(known & ~state)).alias(f"{role}_named"),
        _set(pl.col("entity_id").filter(known & (pl.col("kind") == "person"))).alias(f"{role}_persons"),
        _set(pl.coalesce("entity_country", "country").filter(known & state)).alias(f"{role}_states"),
        _set(pl.coalesce("entity_country", "country").filter(civil)).alias(f"{role}_lands"),
        _set(words.filter(~known & ~act)).alias(f"{role}_words"),
        (~known & act).any().alias(f"{role}_act"),
    )


def _taken_up(tables: Tables, acts: tuple[str, ...]) -> pl.Series:
    """Mentions whose means is an act that the page has told before: "the attack also killed two guards"."""
    words = pl.col("text").str.to_lowercase().str.split(" ").list.last().str.replace("s$", "")
    means = tables.participants.filter((pl.col("role") == "instrument") & words.is_in(acts))
    return _behind(means, tables, 5).filter(pl.col("before").str.contains(r"\b(?:the|this|that) $"))["event_mention_id"]


def _answered(tables: Tables) -> pl.DataFrame:
    """``event_mention_id``, ``answered``: whether the words before it say that another act answers this one, in its own clause."""
    told = _behind(tables.event_mentions, tables, ANSWER_REACH)
    return told.select("event_mention_id", pl.col("before").str.contains(_ANSWER).alias("answered"))


def _behind(rows: pl.DataFrame, tables: Tables, reach: int) -> pl.DataFrame:
    """Rows with the letters, small, that stand ``before`` them in their article, at most ``reach`` of them."""
    back = pl.min_horizontal(pl.col("start"), reach)
    before = pl.col("page_text").str.slice(pl.col("start") - back, back).str.to_lowercase()
    told = rows.join(tables.articles.select("article_id", pl.col("text").alias("page_text")), on="article_id")
    return told.with_columns(before.alias("before")).drop("page_text")


def _force() -> pl.Expr:
    """Regular forces and governments as a whole stand for their state."""
    return (pl.col("kind") == "government") & pl.col("sector").is_in(["MIL", "GOV", "COP", "SPY"])


def _set(values: pl.Expr) -> pl.Expr:
    return values.drop_nulls().unique().sort()


def ancestors(entities: pl.DataFrame) -> pl.DataFrame:
    """``entity_id`` and the list of all entities it belongs to, nearest first; a circle of parents ends where it began."""
    parents = dict(entities.select("entity_id", "parent_id").drop_nulls().iter_rows())
    rows = []
    for entity in parents:
        chain: list[str] = []
        above = parents.get(entity)
        while above is not None and above not in chain and above != entity:
            chain.append(above)
            above = parents.get(above)
        rows.append((entity, chain))
    return pl.DataFrame(rows, schema={"entity_id": pl.String, "ancestors": pl.List(pl.String)}, orient="row")


def _pool(claims: pl.DataFrame) -> pl.DataFrame:
    """Parties of a reciprocal act in both roles."""
    both = pl.col("event_type").is_in(RECIPROCAL)
    pooled = []
    for name in LISTS:
        sides = [pl.col(f"{role}_{name}").fill_null([]) for role in ("actor", "recipient")]
        union = pl.concat_list(sides).list.unique().list.sort()
        pooled += [pl.when(both).then(union).otherwise(pl.col(f"{role}_{name}")).alias(f"{role}_{name}") for role in ("actor", "recipient")]
    return claims.with_columns(pooled)


def _antecedents(claims: pl.DataFrame) -> pl.DataFrame:
    """``antecedent``: the last act of its kind before, on the page, for a mention that adds no party to it.

    Such a mention names nobody ("the attack came at dawn"), has an act for its actor ("the attack also killed two guards"), or is a noun without
    recipient and content ("parliament passed the law"). If it names an actor, the act before must be his, too.
    """
    nobody = {
        role: pl.all_horizontal(pl.col(f"{role}_{name}").list.len() == 0 for name in ("ids", "words")) for role in ("actor", "recipient")
    }
    short = pl.col("noun") & ~pl.col("answered") & nobody["recipient"] & pl.col("content_type").is_null()
    bare = ~pl.col("series") & ((nobody["actor"] & (nobody["recipient"] | pl.col("actor_act"))) | short)
    place = ("article_id", "family", "raw_start")
    returning = claims.filter(bare).select("claim", *place).sort("raw_start", "claim")
    full = claims.filter(~bare & ~pl.col("series")).select(pl.col("claim").alias("antecedent"), *place).sort("raw_start", "antecedent")
    found = returning.join_asof(full, on="raw_start", by=["article_id", "family"], check_sortedness=False).drop_nulls("antecedent")
    actors = claims.select("claim", "actor_up")
    both = found.join(actors, on="claim").join(actors.rename({"claim": "antecedent", "actor_up": "known"}), on="antecedent")
    own = (pl.col("actor_up").list.len() == 0) | (pl.col("actor_up").list.set_intersection("known").list.len() > 0)
    return claims.join(both.filter(own).select("claim", "antecedent"), on="claim", how="left", maintain_order="left")


def _quotations(claims: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """What a page quotes word for word, for its acts of speech that are told as news: ``quoted`` are all its sentences, ``spoken`` those of the
    speaker who acts, or of one whom he belongs to or stands above; an act of nobody known is of words of nobody known.
    """
    letters = (
        pl.col("sentence")
        .str.to_lowercase()
        .str.replace_all(r"[^\p{L}\p{N} ]+", "")
        .str.split(" ")
        .list.eval(pl.element().filter(pl.element() != ""))
    )
    sentences = (
        tables.quotes.filter(pl.col("kind") == "direct")
        .select("article_id", "speaker_id", pl.col("text").str.split(". ").alias("sentence"))
        .explode("sentence")
        .select("article_id", "speaker_id", letters.alias("letters"))
        .filter(pl.col("letters").list.len() >= 6)
        .select("article_id", "speaker_id", pl.col("letters").list.join(" ").alias("sentence"))
        .join(ancestors(tables.entities), left_on="speaker_id", right_on="entity_id", how="left")
        .with_columns(pl.concat_list("speaker_id", pl.col("ancestors").fill_null([])).alias("speaker_up"))
    )
    news = claims.filter(pl.col("verbal") & (pl.col("realis") == "asserted")).select(
        "event_mention_id", "article_id", "actor_ids", "actor_up"
    )
    told = pl.concat(
        [_said(news, "actor_up", sentences, "speaker_id"), _said(news, "actor_ids", sentences.explode("speaker_up"), "speaker_up")]
    )
    spoken = told.group_by("event_mention_id").agg(_set(pl.col("sentence")).alias("spoken"))
    printed = sentences.group_by("article_id").agg(_set(pl.col("sentence")).alias("quoted"))
    quoted = news.select("event_mention_id", "article_id").join(printed, on="article_id").drop("article_id")
    joined = claims.join(quoted, on="event_mention_id", how="left").join(spoken, on="event_mention_id", how="left")
    return joined.with_columns(pl.col("quoted", "spoken").fill_null([]))


def _said(news: pl.DataFrame, actors: str, sentences: pl.DataFrame, speakers: str) -> pl.DataFrame:
    """``event_mention_id`` and each ``sentence`` of its page that one of its actors says."""
    acting = news.select("event_mention_id", "article_id", pl.col(actors).alias("who")).explode("who")
    told = sentences.select("article_id", pl.col(speakers).alias("who"), "sentence")
    return acting.join(told, on=["article_id", "who"], nulls_equal=True).select("event_mention_id", "sentence")
