"""The map between article and raw page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drawdown.offsets import JOINT, OffsetMap, Piece

BLOCKS = st.lists(st.tuples(st.text(min_size=1, max_size=12), st.booleans()), min_size=1, max_size=8)


def page(blocks: list[tuple[str, bool]]) -> tuple[str, str, OffsetMap]:
    """Raw page, article text and map for blocks that are content or not."""
    raw, text, pieces = "", "", []
    for block, content in blocks:
        if content:
            text += JOINT if text else ""
            pieces.append(Piece(len(text), len(text) + len(block), len(raw), "body"))
            text += block
        raw += block + "\n"
    return raw, text, OffsetMap(pieces)


@given(BLOCKS, st.data())
def test_spans_hold_the_same_characters_on_both_sides(blocks: list[tuple[str, bool]], data: st.DataObject) -> None:
    raw, text, where = page(blocks)
    start = data.draw(st.integers(0, len(text) + 2))
    end = data.draw(st.integers(0, len(text) + 2))
    found = where.to_raw(start, end)
    if found is None:
        piece = where.piece(start)
        assert piece is None or not start < end <= piece.end
    else:
        assert raw[found[0] : found[1]] == text[start:end] != ""
        assert where.from_raw(*found) == (start, end)


@given(BLOCKS)
def test_nothing_stands_between_blocks(blocks: list[tuple[str, bool]]) -> None:
    _, text, where = page(blocks)
    inside = {offset for piece in where.pieces for offset in range(piece.start, piece.end)}
    assert [where.part(offset) is not None for offset in range(len(text))] == [offset in inside for offset in range(len(text))]
