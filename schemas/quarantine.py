"""quarantine: what did not become an article, and why."""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c

TABLE = Table(
    name="quarantine",
    title="Quarantine",
    description=(
        "Documents that were set aside, with the rule that did it. Every document is here or in `articles`, never in both and never in neither."
    ),
    stage="articles",
    primary_key=("document_id", "rule"),
    columns=(
        c.DOCUMENT_ID,
        Column("rule", "string", "Name of the rule that set it aside.", pattern="^[a-z][a-z0-9_]*$", example="empty_file"),
        Column("path", "string", "File in the raw folder.", example="empty.txt"),
        Column("stage", "string", "Stage that applied the rule.", vocabulary=("documents", "articles"), example="documents"),
        Column("detail", "string", "What was seen, in words.", example="the file has 0 bytes"),
    ),
    foreign_keys=(ForeignKey(("document_id",), "documents", ("document_id",)),),
)
