"""documents: what came in."""

from drawdown.registry import Column, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="documents",
    title="Input documents",
    description=(
        "One row for each document that was handed to the build, whether or not an article came out of it. The hash "
        "pins the bytes as received; `characters` counts the decoded page that raw offsets point into."
    ),
    stage="documents",
    primary_key=("document_id",),
    columns=(
        c.DOCUMENT_ID,
        Column("path", "string", "File in the raw folder, with `/` between folders.", example="000_602093fdf5a515e1.txt"),
        Column(
            "record",
            "string",
            "Record within a container file (WARC record id, line number, row id); null for a file of its own.",
            nullable=True,
            example="17",
        ),
        Column("sha256", "string", "sha256 of the raw bytes.", pattern="^[0-9a-f]{64}$", example="602093fdf5a515e1" + "0" * 48),
        Column("bytes", "integer", "Size of the raw bytes.", minimum=0, unit="bytes", example=9874),
        Column("media_type", "string", "What kind of page it is.", vocabulary=v.MEDIA_TYPES, example="text/plain"),
        Column(
            "encoding", "string", "Character encoding in which it was decoded; null where it could not be.", nullable=True, example="utf-8"
        ),
        Column(
            "source_sha256",
            "string",
            "sha256 of the source text, UTF-8, that raw offsets point into: the decoded page, or what was extracted from HTML.",
            nullable=True,
            pattern="^[0-9a-f]{64}$",
            example="602093fdf5a515e1" + "0" * 48,
        ),
        Column("characters", "integer", "Length of that source text.", nullable=True, minimum=0, unit="code points", example=9850),
    ),
)
