"""Forms of time that tell no time: names, quantities, modal verbs."""

from __future__ import annotations

import re

from spacy.tokens import Token

from drawdown.entities.times.grammar import Found
from drawdown.entities.times.page import Page

_BEFORE_MONTH = {
    "in", "since", "by", "until", "till", "from", "of", "before", "after", "during", "for", "on", "to", "through", "and", "or", "between", "last",
    "next", "this", "every", "late", "early", "around", "as", "throughout", "back", "the", "that", "past", "following", "previous", "mid", "beginning",
}  # fmt: skip
_BEFORE_YEAR = {
    "in", "since", "by", "until", "till", "from", "of", "before", "after", "during", "throughout", "through", "for", "to", "and", "or", "between", "the", "a", "an",
    "this", "that", "its", "their", "his", "her", "early", "late", "mid", "around", "circa", "back", "than", "-", "(", ",",
}  # fmt: skip
_NAMING = re.compile(
    r"[ \t]{1,3}(?:Alliance|Coalition|Movement|Brigades?|Party|Street|St\.|Square|Bridge|Avenue|Road|Bloc|Group|Organi[sz]ation|Forum|Division|Battalion|Airport)\b"
)
_MEASURE = re.compile(
    r"[ \t-]{1,3}(?:GMT|UTC|BST|EST|EDT|local time|per cent|percent|%|km|kilomet|miles?\b|met(?:er|re)s?\b|feet|tons?\b|tonnes|dollars|euros|pounds|barrels|troops|soldiers|people|men\b|women|"
    r"members|fighters|militants|civilians|personnel|deaths|dead\b|killed|wounded|injured|victims|others|hours|sq|square|kg|mm\b|families|prisoners|detainees|US\b\$)"
)
_RATE = re.compile(
    r"(?:\d|%|[-\u2010\u2011]|\b(?:hundred|thousand|[mb]illion|once|twice|times|per cent|percent|dollars|euros|pounds|minutes|hours|days|weeks|months))[ \t\u00a0]{0,3}$"
)


def tells_time(found: Found, page: Page) -> bool:
    """Whether what has the form of a time is one."""
    check = {
        "month": _month,
        "year": _year,
        "bare_units": _bare,
        "vague_offset": _vague,
        "duration": _duration,
        "numeric": _numeric,
        "season": _season,
        "day_pair": _consecutive_days,
        "season_year": _consecutive_years,
    }.get(found.rule)
    text = page.article.text
    if found.rule in ("date", "month") and _NAMING.match(text, found.end):
        return False
    return check is None or check(found, page)


def _before(found: Found, page: Page) -> str:
    """The word before an expression, lower case."""
    stretch = page.article.text[max(0, found.start - 24) : found.start].rstrip(" \t\u00a0")
    match = re.search(r"([^\W\d_]+|\S)$", stretch)
    return match.group().lower() if match else ""


def _month(found: Found, page: Page) -> bool:
    """A month alone, unless it is a verb (may, march) or a name (April, June)."""
    fields = found.fields
    if fields.get("y") or fields.get("ref") or fields.get("part") or fields.get("which"):
        return True
    token = page.token(found.start)
    if token is None:
        return False
    name = fields["m"] or ""
    if token.ent_type_ in ("PERSON", "GPE", "LOC", "NORP"):
        return False
    known = _before(found, page) in _BEFORE_MONTH or token.ent_type_ == "DATE"
    if name.lower() in ("may", "march"):
        return known and token.pos_ in ("PROPN", "NOUN") and not name.isupper()
    return known or (token.pos_ == "PROPN" and name != name.lower())


def _year(found: Found, page: Page) -> bool:
    """Four digits are a year after a word that takes one, or where the model saw a date; never before a thing counted or after a currency."""
    text = page.article.text
    if found.fields.get("part"):
        return True
    if _MEASURE.match(text, found.end) or re.search(r"[$£€#.,:/\d-]$", text[max(0, found.start - 1) : found.start]):
        return False
    token = page.token(found.start)
    if token is None or token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY", "PRODUCT", "TIME"):
        return False
    if token.ent_type_ == "CARDINAL" and token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i > token.i:
        return False
    if _named(token):
        return False
    return token.ent_type_ in ("DATE", "EVENT") or _before(found, page) in _BEFORE_YEAR


def _named(token: Token) -> bool:
    """Whether a year ends a name (`Vision 2030`): a capitalised name that is no date stands right before it."""
    if token.i == 0:
        return False
    before = token.nbor(-1)
    return before.pos_ == "PROPN" and before.text[0].isupper() and before.whitespace_ != "" and before.ent_type_ != "DATE"


def _bare(found: Found, page: Page) -> bool:
    """Units without a count say how long after `for`, `in`, `over` ..., before `of`, or as the object of spending time."""
    text = page.article.text
    before = _before(found, page)
    if before in (
        "for",
        "in",
        "over",
        "within",
        "after",
        "took",
        "take",
        "spent",
        "spend",
        "last",
        "lasted",
        "past",
        "through",
        "until",
        "of",
        "finished",
        "been",
    ):
        return (
            before != "of"
            or re.search(r"\b(?:couple|dozens|handful)[ \t]of[ \t]$", text[max(0, found.start - 24) : found.start]) is not None
            or text.startswith(" of ", found.end)
        )
    return text.startswith((" of ", " after ", " before ", " since ", "-long", " long"), found.end)


def _vague(found: Found, _page: Page) -> bool:
    """`years ago` is a time; `day after` only with its article, which another rule reads."""
    return found.fields["dir"] != "earlier" or (found.fields["unit"] or "").endswith("s")


def _duration(found: Found, page: Page) -> bool:
    """Not `a second attack`, `one minute` of a vote, `some days` or `twice a week`; an age in years is a time, a `quarter` of something is none."""
    text = page.article.text
    count, unit = (found.fields["n"] or "").lower(), (found.fields["unit"] or "").lower()
    if unit in ("second", "quarter", "night", "minute", "seconds", "minutes") and count in ("a", "an", "one", "some"):
        return False
    if unit in ("day", "week", "month", "year", "decade", "century") and count in ("some", "many", "few"):
        return False
    if count in ("a", "an") and _RATE.search(text, max(0, found.start - 16), found.start):
        return False
    return not text.startswith(" of the troops", found.end)


def _numeric(found: Found, _page: Page) -> bool:
    """Digits with dots or slashes that could be a day and a month in some order, or mean to be."""
    first, second = int(found.fields["a"] or 0), int(found.fields["b"] or 0)
    return (1 <= first <= 31 and 1 <= second <= 31 and len(found.fields["y"] or "") == 4) or (
        first <= 31 and second <= 12 and found.fields["sep"] == "/"
    )


def _consecutive_days(found: Found, _page: Page) -> bool:
    """`3 and 4 January`, not `killed 3 and 14 January was ...`."""
    return int(re.sub(r"\D", "", found.fields["d2"] or "")) == int(re.sub(r"\D", "", found.fields["d1"] or "")) + 1


def _consecutive_years(found: Found, _page: Page) -> bool:
    """`2018/19`, not `2018/12`."""
    return (int(found.fields["y1"] or 0) + 1) % 100 == int(found.fields["y2"] or 0)


def _season(found: Found, page: Page) -> bool:
    """`this spring`, `last fall`: a noun."""
    token = page.token(found.end - 1)
    return token is None or token.pos_ not in ("VERB", "AUX") or found.fields.get("y") is not None
