"""Versions of the tables: opened by any name that they go by, and frozen when they are released."""
