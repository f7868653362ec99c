"""The smallest question to a shared database: that it is there, and who is."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from desktop_app.storage.postgres.database import PostgresDatabase
from tests.storage.engines import ADMIN, AGENT
from tests.storage.postgres_team import PostgresEngine, PostgresTeam


@pytest.fixture
def engine(postgres_team: PostgresTeam) -> Iterator[PostgresEngine]:
    """A database whose clock the test moves."""
    engine = PostgresEngine(postgres_team)
    yield engine
    engine.close()


def last_seen(admin: PostgresDatabase) -> datetime | None:
    [seen] = [each.last_seen_at for each in admin.people.all() if each.person == AGENT]
    return seen


def test_whoever_stays_connected_is_seen(engine: PostgresEngine) -> None:
    """A window that was opened in the morning and left open says so, within some minutes."""
    agent, admin = engine.open(AGENT), engine.open(ADMIN)
    assert last_seen(admin) is None
    agent.open()
    opened = last_seen(admin)
    assert opened == engine.clock.now
    engine.clock.now += timedelta(minutes=4)
    agent.stay_in_touch()
    assert last_seen(admin) == opened
    engine.clock.now += timedelta(minutes=2)
    agent.stay_in_touch()
    assert last_seen(admin) == engine.clock.now
