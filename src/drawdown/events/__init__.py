"""Stage ``events``."""
