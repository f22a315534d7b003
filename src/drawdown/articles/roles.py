"""The role of every line of a page: forms first, then lists, then the running text and what stands in, above and below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from drawdown.articles import extent, forms, titles
from drawdown.articles.forms import Said
from drawdown.articles.lexicon import Lexicon, Publisher
from drawdown.articles.lines import Line, measure
from drawdown.articles.segments import Segment, cut

_STARRED = re.compile(r"[^\W_]\)?\*(?!\*)")
_LIST_LENGTH = 15
_NEAR = 8
_PROFILED = 12
_BREADCRUMB = 3
_STORY = 9
_PLAIN_ROLES = ("caption", "url", "clock", "byline", "credit", "related", "tag", "disclaimer", "footnote", "boilerplate")


@dataclass(frozen=True, slots=True)
class Block:
    """A segment of the page and its role, with the evidence that decided."""

    segment: Segment
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a page beforehand: declared address and headline, how many pages of its site share a line, and whether a
    parser of HTML has found the article already."""

    url: str | None = None
    title: str | None = None
    recurring: Mapping[str, int] = field(default_factory=dict)
    extracted: bool = False


def assign(text: str, lexicon: Lexicon, hints: Hints) -> list[Block]:
    """The blocks of a page, in page order; they tile it from its first printed character on. White space alone has none."""
    segments = cut(text)
    lines = measure(text, segments, lexicon)
    starred = "*" in text and bool(_STARRED.search(text))
    said = [forms.of(line, lexicon, starred) for line in lines]
    url = hints.url or _page_url(lines, said)
    said = _lists(lines, _profiled(lines, _recurring(lines, said, hints), _profile(lines, said, url, lexicon)))
    span = (0, len(lines)) if hints.extracted else extent.find(extent.weights(lines, said))
    chosen = titles.choose(lines, said, span or (len(lines), len(lines)), url, hints.title)
    decided = _extracted(lines, said, chosen) if hints.extracted else _decide(lines, said, span, chosen)
    return [Block(segment, role, reason) for segment, (role, reason) in zip(segments, decided, strict=True)]


def _recurring(lines: Sequence[Line], said: list[Said | None], hints: Hints) -> list[Said | None]:
    """Lines that the pages of a site share are its furniture, unless their form says more."""
    return [
        ("boilerplate", f"stands on {hints.recurring[line.normal]} pages of this site")
        if found is None and line.normal in hints.recurring
        else found
        for line, found in zip(lines, said, strict=True)
    ]


def _profile(lines: Sequence[Line], said: Sequence[Said | None], url: str | None, lexicon: Lexicon) -> Publisher | None:
    """The publisher whose profile holds for the page: that of its address, else the one whose name is printed on a line of its own."""
    known = lexicon.of_url(url)
    named = (lexicon.publisher(line.text) for line, found in zip(lines, said, strict=True) if found and found[0] == "publisher")
    return known or next(named, None)


def _profiled(lines: Sequence[Line], said: list[Said | None], publisher: Publisher | None) -> list[Said | None]:
    """Lines that the publisher's profile knows have the role that it gives."""
    if publisher is None or not publisher.rules:
        return said
    found = list(said)
    for index, line in enumerate(lines):
        if line.words <= _PROFILED:
            role = next((role for pattern, role in publisher.rules if pattern.fullmatch(line.text)), None)
            if role:
                found[index] = role, f"profile of {publisher.name}"
    return found


def _lists(lines: Sequence[Line], said: list[Said | None]) -> list[Said | None]:
    """Headlines behind ``Related:`` and labels behind ``Tags:`` share the role of the word that opens them."""
    found = list(said)
    opened: Said | None = None
    count = 0
    for index, line in enumerate(lines):
        if line.label is not None and line.label.effect == "interrupts":
            continue
        if line.label is not None:
            opens = line.label.effect == "opens_list"
            opened, count = ((line.label.role, f"in the list that {line.text[:40]!r} opens") if opens else None), 0
        elif opened is not None:
            free = found[index] is None or ((found[index] or ("",))[0] == "credit" and "©" not in line.text)
            listed = count < _LIST_LENGTH and free and _listed(line, opened[0])
            opened, count = (opened, count + 1) if listed else (None, 0)
            if listed:
                found[index] = opened
    return found


def _listed(line: Line, role: str) -> bool:
    if role == "tag":
        return not line.ended and (line.text.count(",") >= line.words / 6 or line.words <= 5)
    question = line.text.endswith("?") and line.words <= 20
    return (question or not line.prose) and 2 <= line.words <= 30 and not (line.ended and line.density > 0.3 and line.words > 14)


def _page_url(lines: Sequence[Line], said: Sequence[Said | None]) -> str | None:
    """The printed address that reads like an article's: words joined by hyphens, no picture."""
    for line, found in zip(lines, said, strict=True):
        if found and found[0] == "url" and article_url(line.text):
            return line.text
    return None


def article_url(url: str) -> bool:
    """Whether an address looks like an article's own: its last part is made of words, and it is no picture or script."""
    return len(titles.slug_words(url)) >= 3 and not re.search(r"\.(?:jpe?g|png|gif|webp|svg|mp[34]|css|js|ico|pdf)(?:$|\?)", url.lower())


def _extracted(lines: Sequence[Line], said: Sequence[Said | None], chosen: tuple[int, str] | None) -> list[Said]:
    """Roles in the text that a parser of HTML took for the article: body, but for the headline and what says plainly what it is."""
    roles: list[Said] = []
    for index, line in enumerate(lines):
        found = said[index]
        if chosen and index == chosen[0]:
            roles.append(("title", chosen[1]))
        elif found is not None and found[0] in _PLAIN_ROLES and line.words > 0:
            roles.append(("inset", found[1]) if found[0] == "related" else found)
        elif caption := _caption(lines, said, index):
            roles.append(caption)
        else:
            roles.append(("body", "running text of the extracted article"))
    return roles


def _decide(lines: Sequence[Line], said: list[Said | None], span: tuple[int, int] | None, chosen: tuple[int, str] | None) -> list[Said]:
    start, end = span or (len(lines), len(lines))
    title = -1
    if chosen:
        title = chosen[0]
        start, end = max(start, title + 1), max(end, title + 1)
    end = _with_pictures(lines, said, end)
    related = {line.normal for line, found in zip(lines, said, strict=True) if found and found[0] == "related" and line.words >= 4}
    roles: list[Said] = []
    for index in range(len(lines)):
        if index == title and chosen:
            roles.append(("title", chosen[1]))
        elif index < start:
            roles.append(_above(lines, said, index, title, start))
        elif index < end:
            roles.append(_inside(lines, said, index, start, end, related))
        else:
            roles.append(_below(said[index]))
    return _standfirst(lines, _one_section(roles, title), title, start, end)


def _one_section(roles: list[Said], title: int) -> list[Said]:
    """A page has one section: the name nearest to the headline. Other names of sections, and those far above it, are a menu."""
    named = [index for index, (role, _) in enumerate(roles) if role == "section"]
    nearest = min(named, key=lambda index: (abs(index - title), index), default=None)
    for index in named:
        if index != nearest or index < title - _BREADCRUMB:
            roles[index] = "boilerplate", "name of a section in a menu"
    return roles


def _above(lines: Sequence[Line], said: Sequence[Said | None], index: int, title: int, start: int) -> Said:
    """A line before the running text."""
    line, found = lines[index], said[index]
    near = title >= 0 and abs(index - title) <= _NEAR
    if found is not None:
        if found[0] in ("section", "tag", "caption") and not near:
            return "boilerplate", f"{found[1]}, far from the headline"
        if found[0] in ("related", "disclaimer", "footnote"):
            return found if found[0] != "related" else ("related", found[1])
        return found
    if forms.dateline(line) and index == start - 1:
        return "dateline", "a place in front of the running text"
    if near and _picture_words(line) and _credit_near(said, index, title):
        return "caption", "sentence beside the headline, with a picture's credit near"
    if title >= 0 and title < index <= title + _NEAR and _names(line) and _beside_meta(said, index):
        return "byline", "names beside the date, under the headline"
    if near and index < title and _glued_labels(line):
        return "tag", "labels without spaces between, above the headline"
    if title >= 0 and title < index <= title + 3 and line.words >= 6 and not line.bullet and line.talk < 0.7:
        return "subtitle", "sentence between headline and running text"
    return "boilerplate", "no running text, above the article"


def _picture_words(line: Line) -> bool:
    return line.words >= 7 and not line.bullet and line.talk < 0.7 and line.capitals < 0.9


def _credit_near(said: Sequence[Said | None], index: int, title: int) -> bool:
    low, high = min(index, title), max(index, title)
    return any(found is not None and found[0] == "credit" for found in said[max(0, low - 1) : high + 3])


def _names(line: Line) -> bool:
    """Two to eight words that are all names."""
    return (
        2 <= line.words <= 8
        and line.capitals == 1.0
        and line.clauses == 0
        and line.density <= 0.25
        and not line.ended
        and line.text[0].isalpha()
    )


def _beside_meta(said: Sequence[Said | None], index: int) -> bool:
    return any(found is not None and found[0] == "clock" for found in said[max(0, index - 1) : index + 2])


def _glued_labels(line: Line) -> bool:
    """Labels run together, as flattened pages print them: ``WorldMiddle EastIraq``."""
    return not line.ended and line.words <= 12 and len(re.findall(r"[a-z][A-Z][a-z]", line.text)) >= 2 and line.density < 0.2


def _inside(lines: Sequence[Line], said: Sequence[Said | None], index: int, start: int, end: int, related: set[str]) -> Said:
    """A line within the running text."""
    line, found = lines[index], said[index]
    if found is not None:
        if found[0] == "related":
            return "inset", f"{found[1]}, inside the running text"
        if found[0] == "section" and index > start + 3:
            return "body", "heading inside the running text"
        return found
    if line.normal in related:
        return "inset", "a headline of the related list, inside the running text"
    if caption := _caption(lines, said, index):
        return caption
    if line.prose:
        return ("boilerplate", "speaks of the site and its readers") if extent.weigh(line, None) < 0 else ("body", "running text")
    behind_credit = index > 0 and (said[index - 1] or ("", ""))[0] == "credit"
    among_prose = lines[index - 1].prose and index + 1 < end and lines[index + 1].prose and line.words >= _STORY
    if not line.ended and not line.bullet and 7 <= line.words <= 25 and (line.title_case or behind_credit or among_prose):
        return "inset", "another headline inside the running text"
    if line.talk >= 0.7:
        return "boilerplate", "speaks of the site and its readers"
    if line.headline and line.words <= 12 and index + 1 < end and lines[index + 1].prose:
        return "body", "heading inside the running text"
    return ("body", "short line inside the running text") if line.words >= 2 else ("boilerplate", "a word alone inside the running text")


def _caption(lines: Sequence[Line], said: Sequence[Said | None], index: int) -> Said | None:
    """A line is a caption when a picture's credit stands behind it, or when it repeats the caption in front of the credit."""
    line = lines[index]
    before, after = (said[index - 1] if index else None), (said[index + 1] if index + 1 < len(said) else None)
    if (
        after
        and after[0] == "credit"
        and 4 <= line.words <= 80
        and (line.words <= 25 or not line.ended or not lines[index + 1].segment.gap)
    ):
        return "caption", "a picture's credit stands behind it"
    if before and before[0] == "credit" and index > 1 and line.normal == lines[index - 2].normal:
        return "caption", "repeats the caption in front of the credit"
    beside = (lines[at].normal for at in (index - 1, index + 1) if 0 <= at < len(lines))
    if 5 <= line.words <= 60 and not line.ended and line.normal in beside:
        return "caption", "printed twice in a row, as the text and the caption of a picture are"
    return None


def _with_pictures(lines: Sequence[Line], said: Sequence[Said | None], end: int) -> int:
    """The end of the running text, behind the pictures that close it."""
    while end < len(lines) and ((said[end] or ("",))[0] == "credit" or (said[end] is None and _caption(lines, said, end))):
        end += 1
    return end


def _below(found: Said | None) -> Said:
    """A line behind the running text."""
    if found is None:
        return "boilerplate", "behind the article"
    if found[0] in ("section", "byline", "credit"):
        return "boilerplate", f"{found[1]}, behind the article"
    return found


def _standfirst(lines: Sequence[Line], roles: list[Said], title: int, start: int, end: int) -> list[Said]:
    """A paragraph right behind the headline that byline, clock or publisher sets apart from the rest is the standfirst."""
    if title < 0 or start != title + 1 or start + 1 >= end:
        return roles
    head, marker = roles[start], roles[start + 1]
    if head[0] == "body" and lines[start].words <= 80 and marker[0] in ("byline", "clock", "publisher"):
        roles[start] = ("subtitle", f"set apart from the running text by the {marker[0]}")
    return roles
