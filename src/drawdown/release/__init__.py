"""Stage ``release``."""
