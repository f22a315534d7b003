"""The figure of contrasts: for each target, what every publisher calls it, from blame on the left to praise on the right."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from drawdown.pages import markdown as md
from drawdown.schemas.vocabularies import EVALUATIONS

ORDER = ("unfavourable", "neutral", "favourable")
MOST = 12
"""Targets in the figure; the table has all of them."""


def figure(frames: Mapping[str, pl.DataFrame]) -> str:
    """HTML that needs no script: the targets that most voices name, a row a voice, a column a class, a chip a word with its uses."""
    assert set(ORDER) == set(EVALUATIONS)
    contrasts = frames["contrasts"]
    named = _names(frames)
    targets = _targets(contrasts)
    if not targets:
        return "No actor or act of this corpus is named in more than one way.\n"
    lines = ['<div class="contrasts" markdown="0">']
    for kind, target in targets:
        rows = contrasts.filter(target_kind=kind, target_id=target)
        lines.append(f'<figure class="contrast"><figcaption>{md.cell(named.get(target, target))}</figcaption>')
        lines.append('<div class="contrast-row contrast-head"><span></span>' + "".join(f"<span>{name}</span>" for name in ORDER) + "</div>")
        for (voice,), of_voice in rows.group_by("voice", maintain_order=True):
            cells = "".join(f'<span class="{name}">{_chips(of_voice.filter(evaluation=name))}</span>' for name in ORDER)
            lines.append(f'<div class="contrast-row"><span>{md.cell(named.get(str(voice), voice))}</span>{cells}</div>')
        lines.append("</figure>")
    return "\n".join([*lines, "</div>", ""])


def _targets(contrasts: pl.DataFrame) -> list[tuple[str, str]]:
    """Targets that more than one voice names come first, then those with more classes, then those with more uses."""
    order = contrasts.group_by("target_kind", "target_id").agg(
        pl.col("voices").first(), pl.col("evaluation").n_unique().alias("classes"), pl.col("uses").sum()
    )
    telling = order.filter((pl.col("voices") > 1) | (pl.col("classes") > 1))
    ranked = telling.sort("voices", "classes", "uses", "target_kind", "target_id", descending=[True, True, True, False, False])
    return list(ranked.head(MOST).select("target_kind", "target_id").iter_rows())


def _chips(rows: pl.DataFrame) -> str:
    chips = []
    for head, quoted, uses in (
        rows.sort("uses", "head", "in_quote", descending=[True, False, False]).select("head", "in_quote", "uses").iter_rows()
    ):
        word = f"“{md.cell(head)}”" if quoted else md.cell(head)
        chips.append(f'<span class="chip">{word}' + (f" ×{uses}" if uses > 1 else "") + "</span>")
    return "".join(chips)


def _names(frames: Mapping[str, pl.DataFrame]) -> dict[str, str]:
    """What to call targets and unnamed voices: entities by name, events by type, day and recipients, pages by title."""
    entities = dict(frames["entities"].select("entity_id", "name").iter_rows())
    parties: dict[str, list[str]] = {}
    recipients = frames["event_participants"].filter(pl.col("role") == "recipient").drop_nulls("entity_id")
    for event, entity in (
        recipients.sort("event_id", "mentions", "entity_id", descending=[False, True, False]).select("event_id", "entity_id").iter_rows()
    ):
        parties.setdefault(event, []).append(entities.get(entity, entity))
    events = {
        event: ", ".join([(mode or kind).lower().replace("_", " "), *parties.get(event, [])[:2], *([edtf] if edtf else [])])
        for event, kind, mode, edtf in frames["events"].select("event_id", "event_type", "mode", "edtf").iter_rows()
    }
    pages = {
        article: f"publisher not stated: {md.clip(title or article, 60)}"
        for article, title in frames["articles"].select("article_id", "title").iter_rows()
    }
    return {**entities, **events, **pages}
