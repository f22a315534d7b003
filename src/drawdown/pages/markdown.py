"""Small pieces of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_ENTITIES = {ord(mark): f"&#{ord(mark)};" for mark in "&\\|*_<>[]`{}#~^=+"}


def cell(value: object) -> str:
    """A value as a cell of a table: nothing in it is taken for markup."""
    if value is None:
        return ""
    if isinstance(value, bool):
        value = str(value).lower()
    if isinstance(value, float):
        value = f"{value:g}"
    return str(value).replace("\n", " ⏎ ").translate(_ENTITIES)


def code(name: str) -> str:
    """A name set as code, one that would end the code early or break the table too."""
    return f"<code>{cell(name)}</code>" if set(name) & set("`|\n") else f"`{name}`"


def plain(value: object) -> str:
    """A value inside a code span: on one line, without the marks that would end it."""
    return " ".join(str(value).split()).replace("`", "'")


def table(header: Sequence[str], rows: Iterable[Sequence[str]], align: str = "") -> str:
    """A Markdown table of finished cells; ``align`` has an ``r`` for each column to be set to the right."""
    marks = ["---:" if index < len(align) and align[index] == "r" else "---" for index in range(len(header))]
    lines = [list(header), marks, *(list(row) for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def clip(text: str, width: int = 80) -> str:
    """The text on one line, cut to a width."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def bars(rows: Sequence[tuple[str, int]]) -> str:
    """A bar chart as HTML that needs no script: label, bar, number."""
    most = max((count for _, count in rows), default=1)
    lines = ['<div class="bars" markdown="0">']
    for label, count in rows:
        lines.append(
            f'<div class="bar"><span class="bar-label">{cell(label)}</span>'
            f'<span class="bar-line"><span style="width:{100 * count / most:.1f}%"></span></span>'
            f'<span class="bar-count">{count:,}</span></div>'
        )
    return "\n".join([*lines, "</div>", ""])
