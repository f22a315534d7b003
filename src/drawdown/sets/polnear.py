"""PolNeAR: political news with every attribution marked: who (source) says, thinks or wants (cue) what (content)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drawdown.errors import KnowledgeError
from drawdown.scores.measures import Outcome
from drawdown.sets import coding, files
from drawdown.sets import figures as measured
from drawdown.sets.figures import Figures
from drawdown.sets.spans import Span, common, covered

MARKS = '"“«„‘'
SAID = re.compile(r"(?i)\b(?:said|says?|saying|told|tells?|telling|added|adds|according to)\b")
"""Words that do nothing but report, as a cue prints them: the set also attributes by deeds, feelings and plans."""
HALF = 0.5
ANNOTATOR = re.compile(r"_[0-9A-Za-z]{1,8}$")
"""What an annotation file has behind the name of its text."""
PART = re.compile(r"(Source|Cue|Content)\d*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Spans of who, of the words that attribute, and of what is attributed; each may be in pieces, and a source may be missing."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class News:
    """A text and one annotator's attributions in it."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation that a finder tells: its span, and its speaker as printed (None: nobody)."""

    start: int
    end: int
    speaker: str | None


def read(path: Path) -> list[News]:
    """A folder with texts (``.txt``) and annotations (brat ``.ann``), however deep -> the annotated texts, by name.

    Of a text with several annotators the first by file name counts, so that no text weighs more than others. KnowledgeError names the file
    and the row of an annotation that cannot be used.
    """
    texts = {file.stem: file for file in sorted(path.rglob("*.txt"))} if path.is_dir() else {}
    annotations: dict[str, Path] = {}
    for file in sorted(path.rglob("*.ann")) if texts else ():
        name = file.stem if file.stem in texts else ANNOTATOR.sub("", file.stem)
        if name not in texts:
            raise KnowledgeError(f"{file}: no text {name}.txt", remedy="put the text in the folder, or take the annotation out")
        annotations.setdefault(name, file)
    if not annotations:
        raise KnowledgeError(
            f"{path}: no such folder, or no .txt with an .ann", remedy="give the folder that holds the set's texts and annotations"
        )
    return [_news(name, texts[name], file) for name, file in sorted(annotations.items())]


def figures(records: list[News]) -> Figures:
    """How well quotations and reported clauses are found, and their speakers."""
    rows = coding.code([coding.Text(one.text) for one in records]).rows("quotes")
    return judge(records, [[Found(row["start"], row["end"], row["speaker_text"]) for row in one] for one in rows])


def judge(records: Sequence[News], told: Sequence[Sequence[Found]]) -> Figures:
    """What a finder's quotations are worth, whoever made them, a list for each text.

    A content is found when half of its characters are covered; a quotation of which no half is content is false. A speaker is right when his
    last printed word stands in the annotated source; speakers are judged where the content is found and has a source.
    """
    spans = [[(one.start, one.end) for one in found] for found in told]
    hits = [[covered(one.content, given) >= HALF for one in news.attributions] for news, given in zip(records, spans, strict=True)]
    false = [
        Outcome((news.name, 0), fp=covered([span], _contents(news)) < HALF)
        for news, given in zip(records, spans, strict=True)
        for span in given
    ]
    judged = [
        (news, one, hit) for news, flags in zip(records, hits, strict=True) for one, hit in zip(news.attributions, flags, strict=True)
    ]
    return {
        "contents": measured.f1([*_outcomes(judged), *false]),
        "contents said or told, found": measured.accuracy(_outcomes(row for row in judged if is_said(*row[:2]))),
        "contents that begin with a mark, found": measured.accuracy(_outcomes(row for row in judged if begins_with_a_mark(*row[:2]))),
        "speaker, where found": measured.accuracy(_speakers(records, told, hits)),
    }


def begins_with_a_mark(news: News, one: Attribution) -> bool:
    """Whether a content begins with a quotation mark, or directly behind one."""
    start = one.content[0][0]
    return any(letter in MARKS for letter in news.text[max(0, start - 1) : start + 1])


def is_said(news: News, one: Attribution) -> bool:
    """Whether the cue is a plain word of saying."""
    return any(SAID.search(news.text[start:end]) for start, end in one.cue)


def _outcomes(judged: Iterable[tuple[News, Attribution, bool]]) -> Iterator[Outcome]:
    return (Outcome((news.name, 0), tp=hit, fn=not hit) for news, _, hit in judged)


def _speakers(records: Sequence[News], told: Sequence[Sequence[Found]], hits: Sequence[Sequence[bool]]) -> Iterator[Outcome]:
    for news, found, flags in zip(records, told, hits, strict=True):
        for one, hit in zip(news.attributions, flags, strict=True):
            if hit and one.source:
                best = max(found, key=lambda given: common([(given.start, given.end)], one.content))
                source = {word for start, end in one.source for word in _words(news.text[start:end])}
                right = bool(source.intersection(_words(best.speaker or "")[-1:]))
                yield Outcome((news.name, 0), tp=right, fn=not right)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _contents(news: News) -> list[Span]:
    return [span for one in news.attributions for span in one.content]


def _news(name: str, text: Path, annotation: Path) -> News:
    printed = files.text(text)
    spans: dict[str, tuple[Span, ...]] = {}
    links: list[tuple[int, str]] = []
    for number, line in enumerate(files.text(annotation).splitlines(), start=1):
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            spans[key] = _spans(rest, len(printed), annotation, number)
        elif key.startswith("E"):
            links.append((number, rest))
    return News(name, printed, tuple(one for number, link in links if (one := _attribution(link, spans, annotation, number))))


def _spans(rest: str, length: int, file: Path, number: int) -> tuple[Span, ...]:
    """``Content 10 20;24 30<TAB>words`` -> the pieces in order."""
    found = [(int(start), int(end)) for start, end in re.findall(r"(\d+) (\d+)", rest.partition("\t")[0])]
    if not found or any(not start < end <= length for start, end in found):
        raise files.bad_row(file, number, "offsets are missing, or not in the text")
    return tuple(sorted(found))


def _attribution(link: str, spans: dict[str, tuple[Span, ...]], file: Path, number: int) -> Attribution | None:
    """``Attribution:T4 Content:T3 Cue:T2 Source:T1`` -> the attribution; None for one without a content (of which nothing can be found)."""
    parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
    for pair in link.split():
        role, _, key = pair.partition(":")
        if key not in spans:
            raise files.bad_row(file, number, f"{pair!r} names no span")
        if found := PART.fullmatch(role):
            parts[found[1]] += spans[key]
    source, cue, content = (tuple(sorted(parts[role])) for role in ("Source", "Cue", "Content"))
    return Attribution(source, cue, content) if content else None
