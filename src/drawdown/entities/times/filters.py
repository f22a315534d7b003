"""Forms of time that tell no time: names, quantities, modal verbs."""

from __future__ import annotations

import re

from spacy.tokens import Token

from drawdown.entities.times.grammar import Found
from drawdown.entities.times.page import Page

_REACH = 24
"""Characters before an expression in which the word before it is looked for."""


def tells_time(found: Found, page: Page) -> bool:
    """Whether what has the form of a time is one."""
    check = {
        "weekday": _weekday,
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
    if found.rule in ("date", "month") and page.words.name.match(text, found.end):
        return False
    return check is None or check(found, page)


def _before(found: Found, page: Page) -> str:
    """The word before an expression, lower case."""
    stretch = page.article.text[max(0, found.start - _REACH) : found.start].rstrip(" \t\u00a0")
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
    known = page.words.has("before_month", _before(found, page)) or token.ent_type_ == "DATE"
    if page.words.has("month_verb", name.lower()):
        return known and token.pos_ in ("PROPN", "NOUN") and not name.isupper()
    return known or (token.pos_ == "PROPN" and name != name.lower())


def _weekday(found: Found, page: Page) -> bool:
    """A weekday, unless the word before it makes it a name: Good Friday, Bloody Sunday."""
    before = _before(found, page)
    stretch = page.article.text[max(0, found.start - _REACH) : found.start].rstrip()
    return not (page.words.has("named_day", before) and stretch[-len(before) :].istitle())


def _year(found: Found, page: Page) -> bool:
    """Four digits are a year after a word that takes one, or where the model saw a date; never before a thing counted or after a currency."""
    text = page.article.text
    if found.fields.get("part"):
        return True
    if page.words.counted.match(text, found.end) or re.search(r"[$£€#.,:/\d-]$", text[max(0, found.start - 1) : found.start]):
        return False
    token = page.token(found.start)
    if token is None or token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY", "PRODUCT", "TIME"):
        return False
    if token.ent_type_ == "CARDINAL" and token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i > token.i:
        return False
    if _named(token):
        return False
    before = _before(found, page)
    return token.ent_type_ in ("DATE", "EVENT") or before in ("-", "(", ",") or page.words.has("before_year", before)


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
    if page.words.has("before_units", before):
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
    if count in ("a", "an") and page.words.rate.search(text, max(0, found.start - 16), found.start):
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
