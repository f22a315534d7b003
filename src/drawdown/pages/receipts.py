"""A span in its page, marked, with what stands around it in its line."""

from __future__ import annotations

from drawdown.pages import markdown as md

CONTEXT = 140
"""Characters of the page shown on either side of a span, within its line."""
LONGEST = 300
"""Characters shown of the span itself."""


def show(where: str, raw: str | None, start: int, end: int) -> str:
    """HTML of one receipt; ``where`` is finished HTML, ``raw`` the source text (None: it is not at hand)."""
    head = f'<span class="where">{where}</span>'
    if raw is None:
        return f'<div class="receipt" markdown="0">{head}</div>'
    before, span, after = around(raw, start, end)
    quoted = f"{md.cell(before)}<mark>{md.cell(md.clip(span, LONGEST))}</mark>{md.cell(after)}"
    return f'<div class="receipt" markdown="0">{head}<span>{quoted}</span></div>'


def around(raw: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before a span in its line, the span, and what stands behind it; cut at whole words, with ellipses."""
    line_start, line_end = raw.rfind("\n", 0, start) + 1, raw.find("\n", end)
    before, after = raw[line_start:start], raw[end : len(raw) if line_end < 0 else line_end]
    if len(before) > CONTEXT:
        before = "…" + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + "…"
    return before.lstrip(), raw[start:end], after.rstrip()
