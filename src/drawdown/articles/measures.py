"""The measures of printed lines, of one page or of many: whatever can be counted is counted in one frame."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from drawdown.articles import dates
from drawdown.articles.lexicon import PUNCTUATION, Label, Lexicon, trimmed
from drawdown.articles.lines import WORD, Line
from drawdown.articles.rows import tuples

_BULLET = r"^(?:[•·▪■●◦‣»>*–—-]\s|\d{1,2}[.)]\s)"
_ENDED = r"[.!?…:;][\"'”’)\]*\p{Cc}\p{Cf}]*(?:\s*\[\d+\]|\s+[A-Z]{2,3}(?:/[A-Z]{1,3})*)?$"
_SPACES = r"\s{2,}|[^\S ]"
_QUOTED = r"^[\"“'‘]|[\"”]"
_LARGE = r"(?:^|[\s(\"“‘])[^\p{Ll}\s(\"“‘]"
_GLUED = r"(?:[a-z]{3}|\d)[?!)’”]?[A-Z](?:[a-z’']+|)\s"
_OPENING = r"^[A-Z]{3,}[A-Z ,.]* [–—-] \w"
_SIGN_AHEAD = (
    r"^(?:http|www|©|\(c\)|copyright|\((?:source|via):|getty|source:|credit:|photo|image|picture|pic|video|illustration|graphic|file"
    r"|by|written|report|posted|author|words|story|from|[•·*|>–—-] ?(?:(?:posted|written|reported|words|story) )?by )|^[\d\s,.:km+%/|()–—-]+$"
)
_SIGN_INSIDE = (
    r" via |file |pictured| seen |@|(?:19|20)\d\d|[(\[].*(?:/|photo|image|picture|credit|file|screengrab|afp|ap|reuters|getty|epa)"
    r"|[/|,] ?(?:ap|afp|reuters|getty|epa|shutterstock|associated press|bloomberg)"
)
_CLOCK_AHEAD = rf"^\P{{L}}*(?:(?:\p{{L}}|{'|'.join(sorted(dates.OF_CLOCKS))})(?:\P{{L}}|$)|$)"
_COUNT_AHEAD, _COUNT_BEHIND = r"^[\p{Nd}\p{No}]", r"[\p{Nd}\p{No}]$"
_SEAM = re.compile(_GLUED)
_TEASER_HEAD = 0.6
_TEASER_WORDS = range(6, 81)
_TEASER_LENGTH = 300
_SENTENCE, _PLAIN_SENTENCE = 6, 8
_LONG = 25
_TITLED, _TITLE_WORDS = 0.9, 5
_LABELLED = 300
_LABEL_WORDS, _CLOCK_WORDS = 12, 25
_MOST = 80.0
_AS_WRITTEN = pl.QueryOptFlags.none()
_TOLL = 3.0
_LISTED = 1.0
_LIST_COST = -4.0
_PLAIN_COST, _LONGER_COST = -3.0, -2.0


Numbers = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]


class Counted(NamedTuple):
    """What is counted and looked for in each line, as columns."""

    words: npt.NDArray[np.int64]
    functional: npt.NDArray[np.int64]
    large: npt.NDArray[np.int64]
    ended: Truths
    asked: Truths
    bullet: Truths
    quoted: Truths
    opening: Truths
    row: Truths
    sign: Truths
    timed: Truths
    talks: Truths
    labels: Truths
    glued: Truths


class Counts(NamedTuple):
    """What is counted and looked for in lines, as expressions of Polars: made once, used for any number of lines."""

    printed: list[pl.Expr]
    signs: list[pl.Expr]


def counts(lexicon: Lexicon) -> Counts:
    """What the words of a lexicon make worth looking for."""
    return Counts(_printed(lexicon), _signs(lexicon))


def measure(texts: Sequence[str], lexicon: Lexicon, wanted: Counts) -> tuple[list[Line], dict[int, str]]:
    """The lines with their measures, in order, and by their index those by whose form a role may be told, in lower case; ``wanted``:
    the :func:`counts` of the lexicon."""
    if not texts:
        return [], {}
    frame = _lowered(texts)
    normal = frame["normal"].to_list()
    found = frame.lazy().with_columns(*wanted.printed).with_columns(*wanted.signs).collect(optimizations=_AS_WRITTEN)
    counted = Counted(*(found[name].to_numpy() for name in Counted._fields))
    read = np.flatnonzero(counted.sign | counted.timed | counted.talks | counted.labels)
    lower = dict(zip(read.tolist(), frame["lower"].gather(read), strict=True))
    talk, label, teaser = _read(counted, texts, lower, normal, lexicon)
    density, capitals = _density(counted), _capitals(counted)
    prose = _prose(counted, density, capitals, teaser)
    labelled = np.zeros(len(texts), bool)
    labelled[[index for index in lower if label[index] is not None]] = True
    headline = _headline(counted, capitals) & ~labelled
    worth = _worth(counted, density, prose, np.array(talk), teaser)
    before = counted.words, counted.functional, _large(counted), counted.ended, counted.bullet, counted.quoted, counted.sign, counted.timed
    behind = prose, headline, worth
    columns = [*(column.tolist() for column in before), talk, label, *(column.tolist() for column in behind)]
    lines = tuples(Line, texts, normal, *columns, [lexicon] * len(texts))
    return lines, {index: lower[index] for index in np.flatnonzero(counted.sign | counted.timed | labelled).tolist()}


def _lowered(texts: Sequence[str]) -> pl.DataFrame:
    """Columns ``text``, ``lower`` and ``normal``, as :func:`drawdown.articles.lexicon.lowered` and ``normal`` give them, but for
    white space that is rarer than tabs and no-break spaces."""
    text = pl.Series("text", texts, pl.String)
    lower = text.str.to_lowercase().str.replace_all("’", "'", literal=True).alias("lower")
    # A search for each costs less than one for any of them.
    wide = lower.str.contains("  ", literal=True) | lower.str.contains("[\t\n]") | lower.str.contains("\xa0", literal=True)
    lower = _mended(lower, wide, lambda lines: lines.str.replace_all(_SPACES, " "))
    normal = lower.str.strip_chars(PUNCTUATION).alias("normal")
    edged = ~(normal.str.contains(r"^[\p{L}\p{N}]") & normal.str.contains(r"[\p{L}\p{N}]$"))
    normal = _mended(normal, edged, lambda lines: pl.Series(map(trimmed, lines), dtype=pl.String))
    return pl.DataFrame([text, lower, normal])


def _mended(lines: pl.Series, wrong: pl.Series, mend: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """Lines of which the few that are wrong are mended."""
    at = wrong.arg_true()
    return lines.scatter(at, mend(lines.gather(at))) if len(at) else lines


def _printed(lexicon: Lexicon) -> list[pl.Expr]:
    """What is counted and looked for in the line as printed, and its words."""
    text, normal = pl.col("text"), pl.col("normal")
    return [
        pl.when(normal != "").then(normal.str.count_matches("[ ]").cast(pl.Int64) + 1).otherwise(0).alias("words"),
        # The character in front of a word belongs to the match: a pattern that begins with a boundary is far slower.
        text.str.count_matches(rf"(?:^|[^0-9A-Za-z_]){_any_of(lexicon.function_words)}(?-u:\b)").cast(pl.Int64).alias("functional"),
        text.str.count_matches(_LARGE).cast(pl.Int64).alias("large"),
        text.str.contains(_ENDED).alias("ended"),
        text.str.contains(_BULLET).alias("bullet"),
        text.str.contains(_QUOTED).alias("quoted"),
        text.str.contains("[?!]$").alias("asked"),
        text.str.contains(_OPENING).alias("opening"),
        text.str.contains("\t", literal=True).alias("row"),
        text.str.contains(_GLUED).alias("glued"),
    ]


def _signs(lexicon: Lexicon) -> list[pl.Expr]:
    """What makes it worth while to read a line on its own: a form, a label, talk of the site, words glued together."""
    lower, normal, words = (pl.col(name) for name in ("lower", "normal", "words"))
    phrases = _any_of(map(re.escape, lexicon.phrases))
    starts = _any_of(re.escape(label.phrase) for labels in lexicon.starts.values() for label in labels)
    named = normal.is_in(list(lexicon.publishers)) | (words == 0)
    clock = (
        (words <= _CLOCK_WORDS) & lower.str.contains(_CLOCK_AHEAD) & (lower.str.contains("[0-9]") | lower.str.contains("day", literal=True))
    )
    counted = normal.str.contains(_COUNT_AHEAD) | normal.str.contains(_COUNT_BEHIND)
    titled = normal.is_in(list(lexicon.lines)) | (counted & words.is_between(2, _LABEL_WORDS))
    return [
        (lower.str.contains(_SIGN_AHEAD) | lower.str.contains(_SIGN_INSIDE) | named).alias("sign"),
        clock.alias("timed"),
        (lower.str.contains(phrases) & (words > 1)).alias("talks"),
        (titled | lower.str.contains(rf"^[•·▪»>|\- ]*{starts}")).alias("labels"),
        pl.col("glued") & words.is_between(_TEASER_WORDS.start, _TEASER_WORDS.stop - 1),
    ]


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words))})"


def _read(
    counted: Counted, texts: Sequence[str], lower: Mapping[int, str], normal: Sequence[str], lexicon: Lexicon
) -> tuple[list[float], list[Label | None], Truths]:
    """What must be read line by line, where a line may have it: how much it speaks of the site, its label, whether it is a teaser."""
    talk, teaser = [0.0] * len(texts), np.zeros(len(texts), bool)
    label: list[Label | None] = [None] * len(texts)
    for index in np.flatnonzero(counted.talks).tolist():
        talk[index], label[index] = lexicon.talk(lower[index])
    for index in np.flatnonzero(counted.labels | counted.talks).tolist():
        label[index] = (lexicon.label(normal[index], lower[index]) or label[index]) if len(texts[index]) < _LABELLED else None
    for index in np.flatnonzero(counted.glued).tolist():
        teaser[index] = _teaser(texts[index], lexicon.function_words)
    return talk, label, teaser


def _teaser(text: str, function_words: Collection[str]) -> bool:
    """Whether a headline in capitals runs straight into a sentence, as flattened lists of stories do."""
    glued = _SEAM.search(text, 0, _TEASER_LENGTH)
    words = WORD.findall(text, 0, glued.start() + 1) if glued else []
    head = [word[0] for word in words if word.lower() not in function_words]
    return len(head) >= 4 and len(head) - sum(map(str.islower, head)) >= _TEASER_HEAD * len(head)


def _density(found: Counted) -> Numbers:
    return np.minimum(found.functional / np.maximum(found.words, 1), 1.0) * (found.words > 0)


def _large(found: Counted) -> npt.NDArray[np.int64]:
    return np.minimum(found.large - found.bullet, found.words)


def _capitals(found: Counted) -> Numbers:
    rest, large = found.words - found.functional, _large(found)
    return np.where((rest > 0) & (large > 0), np.minimum(large / np.maximum(rest, 1), 1.0), 0.0)


def _prose(found: Counted, density: Numbers, capitals: Numbers, teaser: Truths) -> Truths:
    """Whether a line reads like running text: a sentence, or at least a long stretch of connected words."""
    sentence = (found.words >= np.where(found.quoted, _SENTENCE, _PLAIN_SENTENCE)) & (found.ended | found.opening)
    return np.where(found.words >= _LONG, capitals < 0.8, sentence) & (density >= 0.2) & ~teaser


def _headline(found: Counted, capitals: Numbers) -> Truths:
    """Whether a line has the form of a headline: some words, no table, no full stop but behind words that all begin with capitals."""
    closed = found.ended & ~found.asked & ~((capitals >= _TITLED) & (found.words >= _TITLE_WORDS))
    return (found.words >= 3) & (found.words <= 30) & ~closed & ~found.row


def _worth(found: Counted, density: Numbers, prose: Truths, talk: Numbers, teaser: Truths) -> Numbers:
    """What a line is worth to the running text, be its role what it may: its words if it is prose, a cost if not."""
    words = found.words
    counted = np.minimum(words, _MOST)
    short = np.where(found.quoted & (density >= 0.2), 0.6 * words, 0.3 * words - 1)
    kinds = [
        (talk >= 1) & (talk * 30 > words),
        prose & found.bullet,
        prose,
        found.row,
        found.bullet | teaser,
        found.ended & (words >= 5),
        words <= 6,
    ]
    return np.select(kinds, [-counted - 2, _LISTED, counted - _TOLL, 0.0, _LIST_COST, short, _PLAIN_COST], _LONGER_COST)
