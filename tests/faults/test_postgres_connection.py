"""What happens to the connection with a shared database, and what a call says then."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from desktop_app.core.entities import Answer, Customer, CustomerDraft, ImportRow
from desktop_app.core.errors import (
    DatabaseBusyError,
    DatabaseClosedError,
    DatabaseReadOnlyError,
    StorageError,
)
from desktop_app.core.server_errors import ConnectionLostError, ServerUnreachableError
from desktop_app.storage.postgres.connections import ANSWER_SECONDS
from desktop_app.storage.postgres.database import PostgresDatabase
from tests.attack.raw_checks import submit as raw_submit
from tests.postgres_server import PostgresServer
from tests.storage.engines import AGENT, LEAD, add_customer, check, set_password, submit
from tests.storage.postgres_team import PostgresTeam, SharedDatabase

HANDS_ON = 1.5
"""Seconds beyond the deadline that a loaded machine may take to notice."""


@pytest.fixture(scope="module")
def own_team() -> Iterator[PostgresTeam]:
    """A server that tests may stop and freeze."""
    with PostgresServer() as server:
        yield PostgresTeam(server)


@pytest.fixture
def shared(own_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """A database on it."""
    database = SharedDatabase(own_team)
    yield database
    database.close()


@pytest.fixture
def customer(shared: SharedDatabase) -> Customer:
    """A customer whose telephone password is ``right``."""
    lead = shared.open(LEAD)
    customer = add_customer(lead)
    set_password(lead, customer)
    return customer


@pytest.fixture
def agent(shared: SharedDatabase) -> PostgresDatabase:
    """The database with a warm connection, in an agent's hands."""
    database = shared.open(AGENT)
    database.open()
    return database


def backends(shared: SharedDatabase) -> list[int]:
    with shared.as_superuser() as server:
        rows = server.execute(
            "SELECT pid FROM pg_stat_activity WHERE usename = 'agent' AND datname = %s",
            (shared.name,),
        ).fetchall()
    return [int(str(row[0])) for row in rows]


@contextmanager
def frozen(shared: SharedDatabase) -> Iterator[None]:
    """The agent's server processes stand still, with their connections open."""
    stopped = backends(shared)
    assert stopped
    for pid in stopped:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in stopped:
            os.kill(pid, signal.SIGCONT)


def test_a_frozen_server_is_given_up_in_time(
    shared: SharedDatabase, agent: PostgresDatabase, customer: Customer
) -> None:
    """The agent knows within the deadline; the next call finds a connection that works."""
    with frozen(shared):
        begun = time.monotonic()
        with pytest.raises(ConnectionLostError):
            agent.credentials.challenge(customer.id)
        assert time.monotonic() - begun < ANSWER_SECONDS + HANDS_ON
        assert check(agent, customer, "right").answer is Answer.MATCHES


def test_a_try_lost_on_the_way_is_found_by_its_id(
    shared: SharedDatabase, agent: PostgresDatabase, customer: Customer
) -> None:
    """After a cut connection the same attempt is asked for, and answered once."""
    attempt = submit(agent, customer, "right")
    with shared.as_superuser() as server:
        for pid in backends(shared):
            server.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))
    assert agent.credentials.was_charged(attempt)
    assert agent.credentials.result(attempt).answer is Answer.MATCHES
    assert not agent.credentials.was_charged(attempt)


def test_a_server_that_restarts_is_found_again(
    shared: SharedDatabase, agent: PostgresDatabase, customer: Customer
) -> None:
    """Counted tries are still counted; nobody has to start the program anew."""
    attempt = submit(agent, customer, "wrong")
    shared.team.server.stop()
    try:
        with pytest.raises(ServerUnreachableError):
            agent.credentials.challenge(customer.id)
    finally:
        shared.team.server.start()
    assert agent.credentials.was_charged(attempt)
    assert agent.credentials.result(attempt).answer is Answer.DOES_NOT_MATCH


def test_a_row_held_by_somebody_else_is_waited_for_and_then_busy(
    shared: SharedDatabase, agent: PostgresDatabase, customer: Customer
) -> None:
    """An open submission of a colleague: busy after three seconds, nothing charged by it."""
    with shared.connect("other") as other:
        other.execute("BEGIN")
        raw_submit(other, customer, "guess")
        with pytest.raises(DatabaseBusyError):
            submit(agent, customer, "right")
        other.execute("ROLLBACK")
    assert check(agent, customer, "right").answer is Answer.MATCHES


def test_a_database_that_takes_no_writes_says_so(
    shared: SharedDatabase, agent: PostgresDatabase, customer: Customer
) -> None:
    """It turned read-only between two calls: no verdict, and no silence."""
    with shared.as_superuser() as server:
        server.execute(
            f"ALTER DATABASE {shared.name} SET default_transaction_read_only = on".encode()
        )
    agent.close()
    agent._connections.allow()
    with pytest.raises(DatabaseReadOnlyError):
        submit(agent, customer, "right")
    with shared.as_superuser() as server:
        server.execute("SET default_transaction_read_only = off")
        server.execute(f"ALTER DATABASE {shared.name} RESET default_transaction_read_only".encode())


def test_a_closed_database_stays_closed(agent: PostgresDatabase, customer: Customer) -> None:
    """A pause of the app drops the connections; what is still under way makes none again."""
    agent.close()
    with pytest.raises(DatabaseClosedError):
        submit(agent, customer, "right")
    assert agent._connections._idle == []
    agent.open()
    assert check(agent, customer, "right").answer is Answer.MATCHES


def test_an_import_that_loses_its_server_leaves_nothing(
    shared: SharedDatabase, customer: Customer
) -> None:
    """Everything or nothing, also when the connection is cut in the middle."""
    lead = shared.open(LEAD)

    def rows() -> Iterator[ImportRow]:
        for line in range(6_000):
            yield ImportRow(line, CustomerDraft(number=f"n{line}"))
        with shared.as_superuser() as server:
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE usename = 'lead' AND datname = %s",
                (shared.name,),
            )
        yield ImportRow(9_000, CustomerDraft(number="last"))

    with pytest.raises(StorageError):
        lead.customers.import_rows(
            rows(),
            frozenset({"name"}),
            source="list.csv",
            trial=False,
            on_reject=lambda _: None,
            on_progress=lambda _: None,
        )
    assert [each.number for each in lead.customers.export()] == [customer.number]


def test_a_bug_is_no_expected_failure(agent: PostgresDatabase) -> None:
    """Wrong SQL propagates as what it is."""
    with pytest.raises(psycopg.errors.UndefinedTable):
        agent.customers._connections.rows("SELECT * FROM watchword.nowhere")
