"""Stage ``scores``."""
