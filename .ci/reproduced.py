"""Does the rebuild agree with what is committed? First by bytes (dvc.lock), else, loudly, by the content of the tables.

Another type of CPU may change the last bit of a matrix product and so the bytes of a parse; as long as every
table has the same logical digest, the dataset is the same. A table that differs is named, and fails.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

LEDGER = "data/release/ledger.csv"


def git(*arguments: str) -> str:
    """Output of a git command."""
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout


def ledger(text: str) -> dict[str, str]:
    """Logical digest of each table."""
    return {row["table"]: row["logical_sha256"] for row in csv.DictReader(io.StringIO(text))}


def main() -> int:
    """Exit code: 0 if the tables are those of the commit."""
    difference = git("diff", "--", "dvc.lock")
    if not difference:
        print("dvc.lock is byte-identical")
        return 0
    committed = ledger(git("show", f"HEAD:{LEDGER}"))
    built = ledger(Path(LEDGER).read_text(encoding="utf-8"))
    differing = sorted(name for name in committed.keys() | built.keys() if committed.get(name) != built.get(name))
    print("WARNING: dvc.lock differs from the commit:\n" + difference, file=sys.stderr)
    if differing:
        print(f"the content differs in: {', '.join(differing)}; run `make` and commit dvc.lock and {LEDGER}", file=sys.stderr)
        return 1
    print("WARNING: files differ in bytes, but every table has the committed content (logical digests agree)", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
