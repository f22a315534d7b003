import gzip
import zipfile
from pathlib import Path

import pytest

from drawdown.documents import files
from drawdown.documents.records import Defect, Record
from tests.documents.test_warc import HTML, PAGE, answer, record


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def read(path: Path) -> list[Record | Defect]:
    return list(files.read(path.parent, path.name, {}))


def page(number: int) -> bytes:
    return record(number, answer(PAGE, HTML), url=f"http://post.example/{number}")


def test_pages_of_all_warc_files_in_order(tmp_path: Path) -> None:
    members = {
        "datapackage.json": b"{}",
        "pages/pages.jsonl": b'{"format": "json-pages-1.0"}',
        "archive/b.warc": page(3),
        "archive/a.warc.gz": gzip.compress(page(1)) + gzip.compress(page(2)),
        "indexes/index.cdx.gz": b"",
    }
    found = read(packed(tmp_path / "crawl.wacz", members))
    assert [(item.path, item.declared["url"][-1], item.data) for item in found if isinstance(item, Record)] == [
        ("crawl.wacz", "1", PAGE),
        ("crawl.wacz", "2", PAGE),
        ("crawl.wacz", "3", PAGE),
    ]
    assert len(found) == 3


def test_what_is_wrong_bears_the_name_of_the_member(tmp_path: Path) -> None:
    members = {"archive/a.warc.gz": gzip.compress(page(1))[:-9], "archive/b.warc": b"no record", "archive/c.warc": page(3)}
    found = read(packed(tmp_path / "crawl.wacz", members))
    defects = [item for item in found if isinstance(item, Defect)]
    assert [(str(item.record).split(",")[0], item.rule) for item in defects] == [
        ("archive/a.warc.gz", "broken_gzip"),
        ("archive/b.warc", "broken_warc"),
    ]
    assert len({item.sha256 for item in defects}) == 2
    assert [item.declared["url"] for item in found if isinstance(item, Record)][-1] == "http://post.example/3"


def test_a_damaged_member_does_not_cost_the_others(tmp_path: Path) -> None:
    path = packed(tmp_path / "crawl.wacz", {"archive/a.warc": page(1), "archive/b.warc": page(2)})
    path.write_bytes(path.read_bytes().replace(b"mayor", b"major", 1))
    broken, whole = read(path)
    assert isinstance(broken, Defect)
    assert (broken.record, broken.rule) == ("archive/a.warc", "unreadable_file")
    assert isinstance(whole, Record)


@pytest.mark.parametrize(("data", "rule"), [(b"PK\x03\x04 no zip", "unreadable_file"), (None, "empty_file")])
def test_a_file_that_holds_no_pages_is_told(tmp_path: Path, data: bytes | None, rule: str) -> None:
    path = packed(tmp_path / "crawl.wacz", {"datapackage.json": b"{}"})
    if data is not None:
        path.write_bytes(data)
    (item,) = read(path)
    assert isinstance(item, Defect)
    assert (item.record, item.rule) == (None, rule)
