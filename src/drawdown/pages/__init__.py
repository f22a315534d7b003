"""Stage `pages`: release and tables -> `docs/generated`; what the datasheet says, computed, as plain Markdown."""
