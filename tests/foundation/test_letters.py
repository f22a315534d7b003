from hypothesis import given
from hypothesis import strategies as st

from drawdown.letters import unaccented


def test_accents_go_and_letters_stay() -> None:
    assert unaccented("Ñeembucú, Łódź, ﬁnal") == "Neembucu, Łodz, final"


@given(st.text())
def test_nothing_is_left_to_take(text: str) -> None:
    assert unaccented(unaccented(text)) == unaccented(text)
