from pathlib import Path

import pytest

from drawdown.articles import lexicon
from drawdown.articles.lexicon import Lexicon

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


@pytest.fixture(scope="session")
def known() -> Lexicon:
    return lexicon.load(REFERENCE)
