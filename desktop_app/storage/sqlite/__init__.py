"""The workstation database: one SQLite file."""
