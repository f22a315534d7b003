"""Stage ``documents``: raw files of any common kind -> decoded source texts with hashes, and what could not be read, with the rule."""
