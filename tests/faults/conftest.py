"""A workstation database to which something happens."""

from tests.storage.sqlite_fixtures import customer, database, engine

__all__ = ["customer", "database", "engine"]
