"""A SQLite file, for what only this engine has."""

from tests.storage.sqlite_fixtures import customer, database, engine

__all__ = ["customer", "database", "engine"]
