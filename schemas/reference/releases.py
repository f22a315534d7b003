"""releases: the versions of the data that were released."""

from drawdown.registry import Column, Table

TABLE = Table(
    name="releases",
    title="Releases of the data",
    description=(
        "One row for each version that was frozen, the last one last. The commit that wrote a row is the release. "
        "Written by `drawdown freeze`, never by hand."
    ),
    stage="release",
    primary_key=("version",),
    columns=(
        Column("version", "string", "Version of the data.", pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$", example="1.2.0"),
        Column("released", "date", "Day of the release, as `dataset.yaml` gave it.", example="2026-01-31"),
        Column("ledger_sha256", "string", "sha256 of `data/release/ledger.csv`.", pattern="^[0-9a-f]{64}$", example="0" * 64),
    ),
)
