"""Roles that lines have by where they stand: above, in and below the running text, beside a headline or a picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drawdown.articles import dates, extent, forms, segments
from drawdown.articles.forms import Said, Told
from drawdown.articles.lines import Line
from drawdown.articles.segments import Segments
from drawdown.articles.titles import SENTENCES

_NEAR = 8
_BREADCRUMB = 3
_STORY = 9
_PLAIN_ROLES = ("caption", "url", "clock", "byline", "credit", "related", "tag", "disclaimer", "footnote", "boilerplate")
_OF_HEADLINES = frozenset(("section", "tag", "caption"))
_ABOVE, _BEHIND = ("boilerplate", "no running text, above the article"), ("boilerplate", "behind the article")
_DATED = ("body", "list of days that closes the running text")
_HEADING, _ENTRIES = 8, 4
_ENTRY = re.compile(rf"(?:[•*] ?)?(?:{dates.MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)? ?(?:[–—:-]|--) ?\S", re.IGNORECASE)
_GLUE = re.compile(r"[a-z][A-Z][a-z]")


class Page(NamedTuple):
    """The characters of a page, where its lines stand, the lines, and the roles that their form or a list gave."""

    text: str
    segments: Segments
    lines: Sequence[Line]
    said: Told

    def apart(self, index: int) -> bool:
        """Whether a blank line stands before a line that is not the first."""
        return segments.apart(self.text, self.segments.ends[index - 1], self.segments.starts[index])


def _is(said: Told, index: int, role: str) -> bool:
    """Whether a line, which need not be there, has a role of its own."""
    return index in said and said[index][0] == role


def extracted(page: Page, chosen: tuple[int, str] | None) -> list[Said]:
    """Roles in the text that a parser of HTML took for the article: body, but for the headline and what says plainly what it is."""
    roles: list[Said] = []
    for index, line in enumerate(page.lines):
        found = page.said.get(index)
        if chosen and index == chosen[0]:
            roles.append(("title", chosen[1]))
        elif found is not None and found[0] in _PLAIN_ROLES and line.words > 0:
            roles.append(("inset", found[1]) if found[0] == "related" else found)
        elif caption := _caption(page, index):
            roles.append(caption)
        else:
            roles.append(("body", "running text of the extracted article"))
    return roles


def printed(page: Page, span: tuple[int, int] | None, chosen: tuple[int, str] | None) -> list[Said]:
    """Roles on a page printed whole; ``span`` is where its running text lies, ``chosen`` the headline with its evidence."""
    lines, said = page.lines, page.said
    start, end = span or (len(lines), len(lines))
    title = -1
    if chosen:
        title = chosen[0]
        start, end = max(start, title + 1), max(end, title + 1)
    end = _with_pictures(page, end)
    related = {lines[index].normal for index in forms.having(said, "related") if lines[index].words >= 4}
    roles = _heads(page, title, start)
    roles += [_inside(page, index, start, end, related) for index in range(start, end)]
    dated = _dated_list(page, end)
    roles += [_DATED] * (dated - end) + [_BEHIND] * (len(lines) - dated)
    for index, found in said.items():
        if index >= dated:
            roles[index] = _below(found)
    if chosen:
        roles[title] = "title", chosen[1]
    return _standfirst(lines, _one_section(roles, said, title), title, start, end)


def _one_section(roles: list[Said], said: Told, title: int) -> list[Said]:
    """A page has one section: the name nearest to the headline. Other names of sections, and those far above it, are a menu."""
    named = [index for index in said if roles[index][0] == "section"]
    nearest = min(named, key=lambda index: (abs(index - title), index), default=None)
    for index in named:
        if index != nearest or index < title - _BREADCRUMB:
            roles[index] = "boilerplate", "name of a section in a menu"
    return roles


def _heads(page: Page, title: int, start: int) -> list[Said]:
    """The lines before the running text."""
    near = range(max(0, title - _NEAR), min(start, title + _NEAR + 1)) if title >= 0 else range(0)
    roles = [_ABOVE] * start
    for index, (role, reason) in page.said.items():
        if index < start:
            far = role in _OF_HEADLINES and index not in near
            roles[index] = ("boilerplate", f"{reason}, far from the headline") if far else (role, reason)
    pictured, dated = forms.having(page.said, "credit"), forms.having(page.said, "clock")
    for index in near:
        if index not in page.said:
            roles[index] = _beside_headline(page.lines[index], index, title, pictured, dated) or _ABOVE
    if start and start - 1 not in page.said and forms.dateline(page.lines[start - 1]):
        roles[start - 1] = "dateline", "a place in front of the running text"
    return roles


def _beside_headline(line: Line, index: int, title: int, pictured: Sequence[int], dated: Sequence[int]) -> Said | None:
    """A line of no form of its own, near the headline."""
    if pictured and _picture_words(line) and _between(pictured, min(index, title) - 1, max(index, title) + 2):
        return "caption", "sentence beside the headline, with a picture's credit near"
    if forms.signed(line):
        return "byline", "a name with a date or an office in the press"
    if index < title:
        return ("tag", "labels without spaces between, above the headline") if _glued_labels(line) else None
    if dated and line.names and _between(dated, index - 1, index + 1):
        return "byline", "names beside the date, under the headline"
    if index <= title + 3 and line.words >= 6 and not line.bullet and line.talk < 0.7:
        return "subtitle", "sentence between headline and running text"
    return None


def _picture_words(line: Line) -> bool:
    return line.words >= 7 and not line.bullet and line.talk < 0.7 and line.capitals < 0.9


def _between(indexes: Sequence[int], first: int, last: int) -> bool:
    """Whether one of the indexes lies between two others, or is one of them."""
    return any(first <= at <= last for at in indexes)


def _glued_labels(line: Line) -> bool:
    """Labels run together, as flattened pages print them: ``WorldMiddle EastIraq``."""
    return not line.ended and line.words <= 12 and len(_GLUE.findall(line.text)) >= 2 and line.density < 0.2


def _inside(page: Page, index: int, start: int, end: int, related: set[str]) -> Said:
    """A line within the running text."""
    lines, said = page.lines, page.said
    line, found = lines[index], said.get(index)
    if found is not None:
        if found[0] == "related":
            return "inset", f"{found[1]}, inside the running text"
        if found[0] == "section" and index > start + 3:
            return "body", "heading inside the running text"
        return found
    if line.normal in related:
        return "inset", "a headline of the related list, inside the running text"
    if caption := _caption(page, index):
        return caption
    if line.prose:
        return ("boilerplate", "speaks of the site and its readers") if extent.weigh(line, None) < 0 else ("body", "running text")
    behind_credit = _is(said, index - 1, "credit")
    among_prose = lines[index - 1].prose and index + 1 < end and lines[index + 1].prose and line.words >= _STORY
    short = not line.ended and not line.bullet and not line.row and 7 <= line.words <= 25
    if short and (line.title_case or behind_credit or among_prose) and not SENTENCES.search(line.text):
        return "inset", "another headline inside the running text"
    if line.talk >= 0.7:
        return "boilerplate", "speaks of the site and its readers"
    if line.headline and line.words <= 12 and index + 1 < end and lines[index + 1].prose:
        return "body", "heading inside the running text"
    if line.row:
        return "body", "row of a table inside the running text"
    return ("body", "short line inside the running text") if line.words >= 2 else ("boilerplate", "a word alone inside the running text")


def _caption(page: Page, index: int) -> Said | None:
    """A line is a caption when a picture's credit stands behind it, or when it repeats the caption in front of the credit."""
    lines, said = page.lines, page.said
    line = lines[index]
    if _is(said, index + 1, "credit") and 4 <= line.words <= 80 and (line.words <= 25 or not line.ended or not page.apart(index + 1)):
        return "caption", "a picture's credit stands behind it"
    if index > 1 and _is(said, index - 1, "credit") and line.normal == lines[index - 2].normal:
        return "caption", "repeats the caption in front of the credit"
    if 5 <= line.words <= 60 and not line.ended and not line.row:
        beside = (lines[at].normal for at in (index - 1, index + 1) if 0 <= at < len(lines))
        if line.normal in beside:
            return "caption", "printed twice in a row, as the text and the caption of a picture are"
    return None


def _with_pictures(page: Page, end: int) -> int:
    """The end of the running text, behind the pictures that close it."""
    said = page.said
    while end < len(page.lines) and (_is(said, end, "credit") or (end not in said and _caption(page, end))):
        end += 1
    return end


def _dated_list(page: Page, end: int) -> int:
    """The end of a list that closes the running text, perhaps under a heading, each entry of which begins with a day of the year."""
    lines, said = page.lines, page.said
    first = end + 1 if end < len(lines) and end not in said and not _entry(lines[end]) and lines[end].words <= _HEADING else end
    last = first
    while last < len(lines) and last not in said and _entry(lines[last]):
        last += 1
    return last if last - first >= _ENTRIES else end


def _entry(line: Line) -> bool:
    return _ENTRY.match(line.text) is not None


def _below(found: Said) -> Said:
    """A line of a form of its own, behind the running text."""
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
