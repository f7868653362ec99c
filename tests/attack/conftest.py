"""A database in the hands of somebody who attacks it: a workstation's, or a shared one."""

from collections.abc import Iterator

import pytest

from desktop_app.core.entities import Customer
from tests.storage.engines import LEAD, add_customer, set_password
from tests.storage.postgres_team import PostgresTeam, SharedDatabase
from tests.storage.sqlite_fixtures import customer, database, engine

__all__ = ["customer", "database", "engine", "shared", "shared_customer"]


@pytest.fixture
def shared(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """An empty shared database whose clock is the server's."""
    shared_database = SharedDatabase(postgres_team)
    yield shared_database
    shared_database.close()


@pytest.fixture
def shared_customer(shared: SharedDatabase) -> Customer:
    """A customer in it whose telephone password is ``right``."""
    lead = shared.open(LEAD)
    with_password = add_customer(lead)
    set_password(lead, with_password)
    return with_password
