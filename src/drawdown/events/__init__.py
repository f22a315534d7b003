"""Stage ``events``: event mentions -> events, links, conflicts, labels; which reports tell of one happening, and where they disagree."""
