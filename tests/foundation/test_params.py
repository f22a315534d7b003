"""Parameters: the shipped file holds the defaults, and wrong ones are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawdown import params
from drawdown.errors import ParameterError

ROOT = Path(__file__).parents[2]


def test_the_shipped_file_holds_the_defaults() -> None:
    assert params.load(ROOT / "params.yaml") == params.Params()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("parse: {}", "parse"),
        ("parses: {modell: x}", "modell"),
        ("documents: {shards: eight}", "shards is 'eight'"),
        ("documents: {shards: 0}", "shards is 0"),
        ("documents: {shards: true}", "shards is True"),
        ("event_mentions: {min_confidence: 1.5}", "min_confidence is 1.5"),
        ("event_mentions: {min_confidence: -1}", "min_confidence is -1"),
        ("event_mentions: {min_confidence: .nan}", "min_confidence is nan"),
        ("event_mentions: {min_confidence: high}", "min_confidence is 'high'"),
        ("articles: {similarity: 2}", "similarity is 2"),
        ("articles: {languages: en}", "languages is 'en'"),
        ("articles: {languages: [english]}", "'english' is no code of ISO 639"),
        ("articles: [1]", "names and values"),
        ("a: b: c", "not YAML"),
    ],
)
def test_wrong_parameters_are_named(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "params.yaml").write_text(text)
    with pytest.raises(ParameterError, match=named):
        params.load(tmp_path / "params.yaml")


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="does not exist"):
        params.load(tmp_path / "params.yaml")
