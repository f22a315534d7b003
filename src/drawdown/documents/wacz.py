"""WACZ files, in which browsers archive: a zip file that holds WARC files in its folder ``archive``."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from drawdown.documents import warc
from drawdown.documents.records import UNREADABLE, Defect, Record, broken

_WARC = re.compile(r"archive/.+\.warc(?:\.gz)?")
_NO_ZIP = (zipfile.BadZipFile, NotImplementedError, RuntimeError, *UNREADABLE)
"""What opening a member raises that is broken, packed in an unknown way, or locked by a password."""


def pages(path: Path, name: str, columns: Mapping[str, str]) -> Iterator[Record | Defect]:
    """The pages of each WARC file inside, in order of their names; each is laid on the disk while it is read.

    Never raises for bad bytes: what is wrong with a member is told under its name.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            members = sorted(filter(_WARC.fullmatch, packed.namelist()))
    except _NO_ZIP as error:
        yield broken(name, None, "unreadable_file", f"{type(error).__name__}: {error}")
        return
    for member in members:
        with TemporaryDirectory() as folder:
            laid = Path(folder) / "member.warc"
            try:
                with zipfile.ZipFile(path) as packed, packed.open(member) as source, laid.open("wb") as target:
                    shutil.copyfileobj(source, target)
            except _NO_ZIP as error:
                yield broken(name, member, "unreadable_file", f"{type(error).__name__}: {error}")
                continue
            yield from (_of(member, item) for item in warc.pages(laid, name, columns))


def _of(member: str, item: Record | Defect) -> Record | Defect:
    """The same; what is wrong with a file, not with a record of it, bears the name of the member."""
    if isinstance(item, Record) or item.size:
        return item
    return broken(item.path, ", ".join(filter(None, (member, item.record))), item.rule, item.detail)
