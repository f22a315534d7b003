"""pages: source texts and what their containers declare of them. Interim, never published: the texts are not ours to give away."""

from drawdown.registry import Column, ForeignKey, Table
from drawdown.schemas import columns as c
from drawdown.schemas import vocabularies as v

TABLE = Table(
    name="pages",
    title="Source texts",
    description=(
        "One row for each document that could be decoded: the source text that raw offsets point into, and the facts that a container, "
        "the head of an HTML page or `sources.yaml` declares. One file a shard."
    ),
    stage="documents",
    primary_key=("document_id",),
    columns=(
        c.DOCUMENT_ID,
        Column("path", "string", "File in the raw folder.", example="000_602093fdf5a515e1.txt"),
        Column("media_type", "string", "What kind of page it was.", vocabulary=v.MEDIA_TYPES, example="text/plain"),
        Column("text", "string", "Source text: the decoded page, or what was extracted from HTML.", example="Iraqi PM Says ..."),
        Column("extracted", "boolean", "Whether the text is an article that was extracted from HTML, not a whole page.", example=False),
        Column("title", "string", "Declared title.", nullable=True, example=None),
        Column("url", "string", "Declared address.", nullable=True, example=None),
        Column("url_basis", "string", "Where the address was declared.", nullable=True, vocabulary=("meta", "sources"), example="meta"),
        Column("publisher", "string", "Declared publisher.", nullable=True, example=None),
        Column(
            "publisher_basis", "string", "Where the publisher was declared.", nullable=True, vocabulary=("meta", "sources"), example="meta"
        ),
        Column("author", "string", "Declared author.", nullable=True, example=None),
        Column("section", "string", "Declared section.", nullable=True, example=None),
        Column("tags", "string", "Declared tags, separated by ` | `.", nullable=True, example=None),
        Column("published", "string", "Declared publication date or instant, EDTF.", nullable=True, example=None),
        Column("published_basis", "string", "Where the date was declared.", nullable=True, vocabulary=("meta", "sources"), example="meta"),
    ),
    foreign_keys=(ForeignKey(("document_id",), "documents", ("document_id",)),),
)
