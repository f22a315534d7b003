import hashlib
from pathlib import Path

import pytest
import yaml

from drawdown.documents import sources
from drawdown.errors import KnowledgeError

FACTS = {"publisher": "The Post", "url": None, "section": None, "published": "2020-01-02", "obtained": "saved by hand", "rights": None}


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_bytes(b"first page")
    (tmp_path / "b.txt").write_bytes(b"second page")
    describe(tmp_path, "a.txt", "b.txt")
    return tmp_path


def describe(raw: Path, *names: str) -> None:
    entries = {}
    for name in names:
        data = (raw / name).read_bytes()
        entries[name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), **FACTS}
    (raw / "sources.yaml").write_text(yaml.safe_dump({"pages": entries}))


def require(raw: Path, *names: str) -> dict[str, sources.Source]:
    return sources.require(raw / "sources.yaml", raw, names)


def test_whole_records_are_read(raw: Path) -> None:
    found = require(raw, "a.txt", "b.txt")
    assert found["a.txt"].publisher == "The Post"
    assert found["b.txt"].published == "2020-01-02"


def test_a_page_without_entry_is_named(raw: Path) -> None:
    (raw / "c.txt").write_text("third")
    with pytest.raises(KnowledgeError, match=r"c\.txt has no entry"):
        require(raw, "a.txt", "b.txt", "c.txt")


def test_an_entry_without_page_is_named(raw: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"b\.txt has an entry but does not exist"):
        require(raw, "a.txt")


@pytest.mark.parametrize("data", [b"first pagf", b"first page."])
def test_a_changed_byte_is_named(raw: Path, data: bytes) -> None:
    (raw / "a.txt").write_bytes(data)
    with pytest.raises(KnowledgeError, match=r"a\.txt has changed"):
        require(raw, "a.txt", "b.txt")


@pytest.mark.parametrize(
    ("content", "problem"),
    [("pages: [", "not YAML"), ("pages: {}", "no entry"), ("other: 1", "no entries"), ("pages: {a.txt: {bytes: 3}}", "lacks sha256")],
)
def test_a_broken_file_says_what_is_wrong(raw: Path, content: str, problem: str) -> None:
    (raw / "sources.yaml").write_text(content)
    with pytest.raises(KnowledgeError, match=problem):
        require(raw, "a.txt", "b.txt")


def test_the_shipped_pages_are_described() -> None:
    folder = Path(__file__).parents[2] / "data" / "raw"
    names = sorted(path.name for path in folder.glob("*.txt"))
    assert len(sources.require(folder / "sources.yaml", folder, names)) == len(names) == 5
