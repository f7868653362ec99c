"""A database in the hands of somebody who attacks it: a workstation's, or a shared one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.entities import Customer
from desktop_app.storage.sqlite.database import SqliteDatabase
from tests.storage.engines import ADMIN, LEAD, SqliteEngine, add_customer, set_password
from tests.storage.postgres_team import PostgresTeam, SharedDatabase


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


@pytest.fixture
def shared(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """An empty shared database whose clock is the server's."""
    database = SharedDatabase(postgres_team)
    yield database
    database.close()


@pytest.fixture
def shared_customer(shared: SharedDatabase) -> Customer:
    """A customer in it whose telephone password is ``right``."""
    lead = shared.open(LEAD)
    customer = add_customer(lead)
    set_password(lead, customer)
    return customer
