from hypothesis import given
from hypothesis import strategies as st

from drawdown import ids, offsets
from drawdown.articles.blocks import Blocks, Placed, content_starts, frame
from drawdown.schemas import TABLES
from drawdown.schemas.vocabularies import PARTS, ROLES

DOCUMENT, ARTICLE = "d_0123456789abcdef", "a_0123456789abcdef"
LINES = st.lists(
    st.tuples(st.sampled_from(ROLES), st.text("ab c", min_size=1).filter(str.strip), st.sampled_from(["\n", " \n\n"])), max_size=8
)


def page(lines: list[tuple[str, str, str]], ahead: str = "") -> tuple[str, Blocks]:
    text, starts = ahead, []
    for _, printed, space in lines:
        starts.append(len(text))
        text += printed.strip() + space
    texts = [printed.strip() for _, printed, _ in lines]
    ends = [start + len(printed) for start, printed in zip(starts, texts, strict=True)]
    return text, Blocks(starts, ends, texts, [role for role, _, _ in lines], ["because"] * len(lines))


@given(LINES, st.sampled_from(["", " \n"]))
def test_the_table_tiles_the_page_and_maps_the_article(lines: list[tuple[str, str, str]], ahead: str) -> None:
    text, blocks = page(lines, ahead)
    rows = frame([Placed(DOCUMENT, ARTICLE, len(text), blocks.tiling(len(text)))]).sort("ordinal")
    assert rows.columns == TABLES["blocks"].column_names
    spans = rows.select("raw_start", "raw_end").rows()
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)
    assert rows["block_id"].to_list() == [ids.within("b", DOCUMENT, start) for start, _ in spans]
    article = offsets.JOINT.join(blocks.of(*PARTS))
    pieces = offsets.maps(rows)[ARTICLE].pieces if article else []
    assert [article[piece.start : piece.end] for piece in pieces] == blocks.of(*PARTS)
    assert [piece.start for piece in pieces] == content_starts(blocks)


def test_a_page_that_is_no_article_has_no_offsets_in_one() -> None:
    text, blocks = page([("title", "A headline", "\n"), ("body", "b", "\n")])
    rows = frame([Placed(DOCUMENT, None, len(text), blocks)])
    assert rows.select("article_id", "start", "end").unique().rows() == [(None, None, None)]


def test_white_space_alone_is_one_block_and_nothing_is_none() -> None:
    nothing = Blocks([], [], [], [], [])
    assert nothing.tiling(0) == nothing
    assert nothing.tiling(3) == Blocks([0], [0], [""], ["boilerplate"], ["nothing is printed"])


def test_pages_stand_one_after_the_other() -> None:
    places = [
        Placed(f"d_{number:08x}00000000", None, len(text), blocks)
        for number in (2, 1)
        for text, blocks in [page([("body", "x", "\n")] * 3)]
    ]
    found = frame(places)
    assert found["ordinal"].to_list() == [0, 1, 2] * 2
    assert found["document_id"].to_list() == [places[0].document_id] * 3 + [places[1].document_id] * 3
    assert found["block_id"].is_unique().all()
