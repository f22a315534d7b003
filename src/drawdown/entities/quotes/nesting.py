"""Reported clauses inside reported clauses."""

from __future__ import annotations

from drawdown.entities.article import Row
from drawdown.entities.quotes.spans import Spans
from drawdown.entities.quotes.speakers import Speakers


def without_relays(rows: list[Row], speakers: Speakers) -> list[Row]:
    """Rows without the clauses that a medium passes on of another speaker: `X said that ..., the agency reported`.

    The speaker nearest to the words has them; the medium stands in his relay.
    """
    media = {row["mention_id"] for row in speakers.mentions if row["kind"] == "media"}
    inner = Spans.of((row["start"], row["end"], row) for row in rows if row["speaker_mention_id"] not in media and row["speaker_text"])
    kept = []
    for row in rows:
        passed_on = row["kind"] == "indirect" and row["speaker_mention_id"] in media
        if not (
            passed_on
            and any(2 * _shared(row, one) > row["end"] - row["start"] for _, _, one in inner.overlapping(row["start"], row["end"]))
        ):
            kept.append(row)
    return kept


def _shared(row: Row, other: Row) -> int:
    return int(min(row["end"], other["end"]) - max(row["start"], other["start"]))
