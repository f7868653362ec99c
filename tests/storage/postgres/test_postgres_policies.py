"""The rules of a shared database while two admins save them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace

import pytest
from psycopg.types.json import Jsonb

from desktop_app.core.entities import EventKind, JournalQuery
from desktop_app.core.errors import ChangedMeanwhileError
from desktop_app.core.policy import Policy
from tests.storage.engines import ADMIN, LEAD
from tests.storage.postgres_team import PostgresTeam, SharedDatabase

FIRST = replace(Policy(), tries_until_lock=3)
SECOND = replace(Policy(), shortest_password=8)


@pytest.fixture
def shared(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """A database that nothing has happened in."""
    database = SharedDatabase(postgres_team)
    yield database
    database.close()


@pytest.mark.parametrize("knows", [None, Policy()])
def test_of_two_who_save_at_once_the_second_is_told(
    shared: SharedDatabase, knows: Policy | None
) -> None:
    """It waits for the first, overwrites nothing, and the journal has one change."""
    with shared.connect(ADMIN.login) as first, ThreadPoolExecutor(1) as threads:
        first.execute("BEGIN")
        first.execute("SELECT watchword.save_policy(%s)", (Jsonb(asdict(FIRST)),))
        waiting = threads.submit(shared.open(ADMIN).policies.save, SECOND, knows)
        wait_for_the_lock(shared)
        first.execute("COMMIT")
        with pytest.raises(ChangedMeanwhileError):
            waiting.result()
    lead = shared.open(LEAD)
    assert lead.policies.load() == FIRST
    assert len(lead.journal.entries(JournalQuery(kinds=(EventKind.POLICY_CHANGED,)))) == 1


def test_a_change_that_is_taken_back_stands_in_nobodys_way(shared: SharedDatabase) -> None:
    """Whoever has waited for it saves."""
    with shared.connect(ADMIN.login) as first, ThreadPoolExecutor(1) as threads:
        first.execute("BEGIN")
        first.execute("SELECT watchword.save_policy(%s)", (Jsonb(asdict(FIRST)),))
        waiting = threads.submit(shared.open(ADMIN).policies.save, SECOND, Policy())
        wait_for_the_lock(shared)
        first.execute("ROLLBACK")
        waiting.result()
    assert shared.open(LEAD).policies.load() == SECOND


def wait_for_the_lock(shared: SharedDatabase) -> None:
    """Until a session waits for another one."""
    with shared.as_superuser() as server:
        while server.execute("SELECT FROM pg_locks WHERE NOT granted").fetchone() is None:
            pass
