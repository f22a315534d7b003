"""Contracts of the hand-kept tables in ``data/reference``: one module a CSV file."""
