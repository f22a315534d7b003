"""Stage ``event_mentions``."""
