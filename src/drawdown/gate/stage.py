"""Judge the finished tables; write the verdict, then stop the build if anything is broken."""

from __future__ import annotations

import json
import sys
from concurrent.futures import Executor

from drawdown import contracts, io
from drawdown.gate import check, expectations
from drawdown.layout import Layout
from drawdown.params import Params


def run(layout: Layout, params: Params, pool: Executor) -> None:
    """``tables`` -> ``release/validation.json``: per table the rows and rules, per expectation the outcome.

    The file is written even when the verdict is bad, so that it can be read; then ContractError is raised.
    """
    del params, pool
    verdict = check.check(layout)
    contracts.refuse([f for f in verdict.failures if f.rule in ("table_readable", "column_missing", "column_type")], str(layout.tables))
    outcomes = expectations.run(layout)
    report = {
        "tables": {name: {"rows": rows, "rules": check.rules(name)} for name, rows in verdict.rows.items()},
        "failures": [str(failure) for failure in verdict.failures],
        "unchecked": verdict.unchecked,
        "expectations": outcomes,
    }
    io.write_text(layout.release / "validation.json", json.dumps(report, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
    for warning in expectations.failures(outcomes, "warning"):
        print(f"warning: {warning}", file=sys.stderr)
    contracts.refuse(verdict.failures + expectations.failures(outcomes), str(layout.tables))
