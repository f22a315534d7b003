"""Stage ``articles``."""
