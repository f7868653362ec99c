"""The fixtures of a workstation database, for every folder whose tests are about one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.entities import Customer
from desktop_app.storage.sqlite.database import SqliteDatabase
from tests.storage.engines import ADMIN, SqliteEngine, add_customer, set_password


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[SqliteEngine]:
    """An empty database file, and a way to write it without the program."""
    sqlite = SqliteEngine(tmp_path)
    yield sqlite
    sqlite.close()


@pytest.fixture
def database(engine: SqliteEngine) -> SqliteDatabase:
    """The database as the program uses it."""
    return engine.open(ADMIN)


@pytest.fixture
def customer(database: SqliteDatabase) -> Customer:
    """A customer whose telephone password is ``right``."""
    customer = add_customer(database)
    set_password(database, customer)
    return customer
