"""What can be measured on the lines of a page: their words, how much they read like running text, how much like a headline."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import polars as pl

from drawdown.articles.lexicon import PUNCTUATION, Label, Lexicon, trimmed

_WORD = re.compile(r"[^\W_]++(?:['’.\-][^\W_]++)*+")
_BULLET = r"^(?:[•·▪■●◦‣»>*–—-]\s|\d{1,2}[.)]\s)"
_ENDED = r"[.!?…:;][\"'”’)\]*\p{Cc}\p{Cf}]*(?:\s*\[\d+\]|\s+[A-Z]{2,3}(?:/[A-Z]{1,3})*)?$"
_QUOTED = r"^[\"“'‘]|[\"”]"
_SMALL = r"(?:^|[\s(\"“‘])\p{Ll}"
_SIGN = (
    r"[\d@/|,(\[*©]|^(?:http|www|copyright|getty|source:|credit:|photo|image|picture|pic|video|illustration|graphic|file|by|written|report"
    r"|posted|author|words|story|from)| via |file |pictured| seen |today|yesterday"
)
_INNER_CAPITAL = re.compile(r"[A-Z](?<=[a-z\d?!)’”][A-Z])")
_OPENING = re.compile(r"[A-Z]{3,}[A-Z ,.]* [–—-] (?=\w)")
_GLUED = re.compile(r"(?:[a-z]{3}|\d)[?!)’”]?[A-Z](?:[a-z’']+|)\s")
_TEASER_HEAD = 0.6
_TEASER_WORDS = range(6, 81)
_SENTENCE = 6
_LONG = 25
_LABELLED = 300


@dataclass(slots=True)
class Line:
    """The characters of a line and its measures.

    ``lower`` and ``normal``: the line as compared; ``words``: what blanks part between the first and the last letter or digit;
    ``density``: share of function words in small letters; ``capitals``: share of the other words that begin with no small letter;
    ``sign``: it holds a character or a word that a form may be told by; ``talk``: how much it speaks of the site itself;
    ``label``: the furniture that it is.
    """

    text: str
    lower: str
    normal: str
    words: int
    density: float
    capitals: float
    ended: bool
    bullet: bool
    quoted: bool
    sign: bool
    talk: float
    label: Label | None
    lexicon: Lexicon = field(repr=False)
    _prose: bool | None = None

    @property
    def clauses(self) -> int:
        """Pronouns and auxiliary verbs in lower case."""
        return sum(map(self.lexicon.clause_words.__contains__, _WORD.findall(self.text)))

    @property
    def prose(self) -> bool:
        """Whether it reads like running text: a sentence, or at least a long stretch of connected words."""
        if self._prose is None:
            least = _SENTENCE if self.quoted else 8
            whole = self.capitals < 0.8 if self.words >= _LONG else self.words >= least and (self.ended or self.opening)
            self._prose = whole and self.density >= 0.2 and not self.teaser
        return self._prose

    @property
    def teaser(self) -> bool:
        """Whether a headline in capitals runs straight into a sentence, as flattened lists of stories do."""
        if self.words not in _TEASER_WORDS or not _INNER_CAPITAL.search(self.text, 0, 300):
            return False
        glued = _GLUED.search(self.text, 0, 300)
        words = _WORD.findall(self.text, 0, glued.start() + 1) if glued else []
        head = [word[0] for word in words if word.lower() not in self.lexicon.function_words]
        return len(head) >= 4 and len(head) - sum(map(str.islower, head)) >= _TEASER_HEAD * len(head)

    @property
    def headline(self) -> bool:
        """Whether it has the form of a headline: some words, no full stop, no furniture."""
        closed = self.ended and not self.text.endswith(("?", "!"))
        return 3 <= self.words <= 30 and self.label is None and not closed and not self.row

    @property
    def opening(self) -> bool:
        """Whether it opens a report, even where its sentence is broken off: a place in capitals, a dash, words."""
        return _OPENING.match(self.text) is not None

    @property
    def row(self) -> bool:
        """Whether it is the row of a table: tabs part its cells."""
        return "\t" in self.text

    @property
    def title_case(self) -> bool:
        """Whether it is written as a headline in capitals: nearly all its longer words begin with one, and no verb or pronoun without."""
        return self.words >= 3 and self.capitals >= 0.75 and self.clauses == 0


def measure(texts: Sequence[str], lexicon: Lexicon) -> list[Line]:
    """The measures of printed lines, of one page or of many: whatever can be counted is counted in one frame."""
    text, lower = pl.col("text"), pl.col("lower")
    frame = pl.DataFrame({"text": texts}, schema={"text": pl.String}).with_columns(lower=_lowered(text))
    columns = frame.select(
        text,
        lower,
        lower.str.strip_chars(PUNCTUATION).alias("normal"),
        text.str.count_matches(_any_of(lexicon.function_words)).alias("functional"),
        text.str.count_matches(_SMALL).alias("small"),
        lower.str.contains_any(list(lexicon.phrases)).alias("talks"),
        text.str.contains(_ENDED).alias("ended"),
        text.str.contains(_BULLET).alias("bullet"),
        text.str.contains(_QUOTED).alias("quoted"),
        lower.str.contains(_SIGN).alias("sign"),
    )
    return [_line(lexicon, *row) for row in zip(*(column.to_list() for column in columns), strict=True)]


def _any_of(words: Collection[str]) -> str:
    """A pattern for whole words; its boundaries are those of ASCII, which are found much faster."""
    return rf"(?-u:\b)(?:{'|'.join(sorted(words))})(?-u:\b)"


def _lowered(text: pl.Expr) -> pl.Expr:
    """As :func:`drawdown.articles.lexicon.lowered`."""
    return text.str.to_lowercase().str.replace_all("’", "'", literal=True).str.replace_all(r"\s{2,}|[^\S ]", " ")


def _line(
    lexicon: Lexicon,
    text: str,
    lower: str,
    normal: str,
    functional: int,
    small: int,
    talks: bool,
    ended: bool,
    bullet: bool,
    quoted: bool,
    sign: bool,
) -> Line:
    if not (normal[:1].isalnum() and normal[-1:].isalnum()):
        normal = trimmed(normal)
    words = normal.count(" ") + 1 if normal else 0
    density = min(functional / words, 1.0) if words else 0.0
    capitals = min((words - small) / (words - functional), 1.0) if words > max(functional, small) else 0.0
    talk, inside = lexicon.talk(lower) if talks and words > 1 else (0.0, None)
    label = (lexicon.label(normal, lower) or inside) if len(text) < _LABELLED else None
    return Line(text, lower, normal, words, density, capitals, ended, bullet, quoted, sign, talk, label, lexicon)
