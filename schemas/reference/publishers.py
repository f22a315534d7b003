"""publishers: who prints, with a source for each fact."""

import polars as pl

from drawdown.registry import Column, Rule, Table

TABLE = Table(
    name="publishers",
    title="Publishers",
    description="News publishers that pages may come from: names, hosts, country, ownership and state affiliation, each row with its source.",
    stage="articles",
    primary_key=("publisher_id",),
    columns=(
        Column("publisher_id", "string", "Readable id.", pattern="^[a-z0-9_]+$", example="press_tv"),
        Column("name", "string", "Name in English.", example="Press TV"),
        Column("aliases", "string", "Other names as printed, separated by ` | `.", nullable=True, example="PressTV"),
        Column("hosts", "string", "Host names without `www.`, separated by blanks.", nullable=True, example="presstv.ir presstv.com"),
        Column(
            "country",
            "string",
            "ISO 3166-1 alpha-3 code of the country it is run from.",
            nullable=True,
            pattern="^[A-Z]{3}$",
            example="IRN",
        ),
        Column("owner", "string", "Who owns it.", nullable=True, example="Islamic Republic of Iran Broadcasting"),
        Column(
            "affiliation",
            "string",
            "Whose money and control: of a state, of a party or armed group, public service under its own law, or private.",
            nullable=True,
            vocabulary=("state", "party", "public_service", "private", "cooperative"),
            example="state",
        ),
        Column("source", "string", "Where the facts are read.", nullable=True, example="https://en.wikipedia.org/wiki/Press_TV"),
    ),
    rules=(
        Rule(
            "facts_have_a_source",
            "Country, owner and affiliation are given only with a source.",
            pl.col("source").is_not_null() | (pl.col("country").is_null() & pl.col("owner").is_null() & pl.col("affiliation").is_null()),
        ),
    ),
)
