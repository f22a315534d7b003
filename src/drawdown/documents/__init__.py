"""Stage ``documents``."""
