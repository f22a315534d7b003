from pathlib import Path

import pytest

from drawdown import knowledge
from drawdown.errors import KnowledgeError
from drawdown.schemas.reference import site_talk

TABLE = site_talk.TABLE


def write(folder: Path, *rows: str) -> Path:
    (folder / f"{TABLE.name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def test_a_row_with_a_field_too_many_is_named(tmp_path: Path) -> None:
    header = ",".join(TABLE.column_names)
    good = ",".join("x" for _ in TABLE.columns)
    folder = write(tmp_path, header, good, f'"two\nlines"{good[1:]}', f"{good},too many")
    with pytest.raises(KnowledgeError, match=rf"line 5 has {len(TABLE.columns) + 1} fields, the header {len(TABLE.columns)}: x.*too many"):
        knowledge.read(TABLE, folder)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=rf"{TABLE.name}\.csv does not exist"):
        knowledge.read(TABLE, tmp_path)
