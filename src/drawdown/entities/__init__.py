"""Stage ``entities``."""
