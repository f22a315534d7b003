"""Stage ``parses``: articles -> spaCy parses (the one expensive step, cached by content) and the table ``sentences``."""
