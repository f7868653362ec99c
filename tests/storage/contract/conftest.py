"""Every test in this folder runs on each engine: a second one only has to be plugged in here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.entities import Customer
from desktop_app.core.ports import Storage
from tests.storage.engines import (
    ADMIN,
    AGENT,
    LEAD,
    Engine,
    SqliteEngine,
    add_customer,
    set_password,
)
from tests.storage.postgres_team import PostgresEngine


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database."""
    made: SqliteEngine | PostgresEngine
    if request.param == "sqlite":
        made = SqliteEngine(tmp_path)
    else:
        made = PostgresEngine(request.getfixturevalue("postgres_team"))
    yield made
    made.close()


@pytest.fixture
def patient_engine(engine: Engine) -> Engine:
    """The same for work at the same moment, whose turn comes late: SQLite has one writer."""
    if isinstance(engine, SqliteEngine):
        engine.busy_seconds = 10.0
    return engine


@pytest.fixture
def agent(engine: Engine) -> Storage:
    """The database in an agent's hands."""
    return engine.open(AGENT)


@pytest.fixture
def lead(engine: Engine) -> Storage:
    """The database in a lead's hands."""
    return engine.open(LEAD)


@pytest.fixture
def admin(engine: Engine) -> Storage:
    """The database in an admin's hands."""
    return engine.open(ADMIN)


@pytest.fixture
def customer(lead: Storage) -> Customer:
    """A customer whose telephone password is ``right``."""
    customer = add_customer(lead)
    set_password(lead, customer)
    return customer
