"""Stage ``gate``."""
