"""Any login can send any notification: it says nothing, and makes nobody do more than look."""

import time
from collections.abc import Callable

import psycopg
import pytest

from desktop_app.core.entities import Customer
from desktop_app.storage.postgres.database import PostgresDatabase
from tests.storage.engines import AGENT, LEAD, OTHER_AGENT
from tests.storage.postgres_team import PORTAL, SharedDatabase

CHANNEL = "watchword_customer"
PATIENCE_S = 5
NO_IDS = (
    "", "0", "-1", "007", "1.5", "1e3", " 7", "7 ", "7\n8", "seven", "9" * 20, "x" * 7_999,
    "\u0661\u0662", "\uff11", "1; DROP TABLE customer", "{1}", "\u202e7",
)  # fmt: skip


@pytest.fixture
def listener(shared: SharedDatabase) -> PostgresDatabase:
    """A workstation that looks from now on."""
    listener = shared.open(OTHER_AGENT)
    assert listener.customers.news() is None
    return listener


def send(shared: SharedDatabase, *payloads: str, login: str = AGENT.login) -> None:
    """Notify past the program."""
    with shared.connect(login) as hostile:
        for payload in payloads:
            hostile.execute("SELECT pg_notify(%s, %s)", (CHANNEL, payload))


def heard(
    listener: PostgresDatabase, enough: Callable[[set[int], bool], bool]
) -> tuple[set[int], bool]:
    """The ids that have come in and whether some may be missing, once it is enough."""
    ids: set[int] = set()
    is_unsure = False
    end = time.monotonic() + PATIENCE_S
    while not enough(ids, is_unsure):
        assert time.monotonic() < end, (ids, is_unsure)
        news = listener.customers.news()
        is_unsure = is_unsure or news is None
        ids |= news or set()
    return ids, is_unsure


@pytest.mark.parametrize("login", [AGENT.login, PORTAL])
def test_what_is_no_id_means_nothing(
    shared: SharedDatabase, listener: PostgresDatabase, login: str
) -> None:
    """Whatever it is and whoever sends it; an id of nobody is an id."""
    send(shared, *NO_IDS, "4711", login=login)
    assert heard(listener, lambda ids, _: 4711 in ids) == ({4711}, False)


def test_other_channels_are_not_heard(shared: SharedDatabase, listener: PostgresDatabase) -> None:
    """Nobody else's business wakes a workstation."""
    with shared.connect(AGENT.login) as hostile:
        for channel in ("watchword", "WATCHWORD_CUSTOMER", "watchword_customers"):
            hostile.execute("SELECT pg_notify(%s, '7')", (channel,))
    send(shared, "4711")
    assert heard(listener, lambda ids, _: 4711 in ids) == ({4711}, False)


def test_a_flood_is_bounded(
    shared: SharedDatabase, listener: PostgresDatabase, shared_customer: Customer
) -> None:
    """Thousands at once are too many to tell; calls go on, and what comes later is heard."""
    with shared.connect(AGENT.login) as hostile:
        hostile.execute(
            "SELECT pg_notify(%s, (1000000 + n)::text) FROM generate_series(1, 20000) AS n",
            (CHANNEL,),
        )
    ids, _ = heard(listener, lambda _, is_unsure: is_unsure)
    assert len(ids) <= 20_000
    assert listener.customers.details(shared_customer.id).customer == shared_customer
    shared.open(LEAD).customers.raise_caution(shared_customer.id, "careful")
    heard(listener, lambda ids, _: shared_customer.id in ids)


def test_a_notification_holds_the_id_and_nothing_else(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """Whoever listens past the program learns no text; what was rolled back is not told."""
    lead = shared.open(LEAD)
    with shared.connect(AGENT.login) as curious, shared.connect(AGENT.login) as hostile:
        curious.execute(f"LISTEN {CHANNEL}")
        hostile.execute("BEGIN")
        hostile.execute("SELECT watchword.raise_caution(%s, 'undone', NULL)", (shared_customer.id,))
        hostile.execute("ROLLBACK")
        lead.customers.raise_caution(shared_customer.id, "tried three birthdays")
        seen = lead.customers.details(shared_customer.id).caution
        assert seen is not None
        lead.customers.clear_caution(shared_customer.id, seen, "explained")
        lead.customers.delete(shared_customer.id, "asked for it")
        told = [each.payload for each in curious.notifies(timeout=PATIENCE_S, stop_after=3)]
    assert told == [str(shared_customer.id)] * 3


def test_nobody_is_told_by_calling_the_functions_inside(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """Neither agents nor leads may; deleting a customer stays a lead's in the database."""
    for person in (AGENT, LEAD):
        with (
            shared.connect(person.login) as insider,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            insider.execute("SELECT watchword.tell_of_customer(%s)", (shared_customer.id,))
    with (
        shared.connect(AGENT.login) as agent,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        agent.execute("SELECT watchword.delete_customer(%s, 'x')", (shared_customer.id,))
    with shared.connect(LEAD.login) as lead, pytest.raises(psycopg.Error) as refused:
        lead.execute("SELECT watchword.delete_customer(%s, E' \\n')", (shared_customer.id,))
    assert refused.value.sqlstate == "WW009"


def test_a_connection_that_was_ended_is_told_as_not_knowing(
    shared: SharedDatabase, listener: PostgresDatabase, shared_customer: Customer
) -> None:
    """What was sent while nobody listened cannot be heard: the next look says so by itself."""
    assert listener.customers.news() == frozenset()
    with shared.as_superuser() as server:
        server.execute(
            "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE usename = %s",
            (OTHER_AGENT.login,),
        )
    shared.open(LEAD).customers.raise_caution(shared_customer.id, "careful")
    assert listener.customers.news() is None
    assert listener.customers.details(shared_customer.id).caution is not None
    assert listener.customers.news() == frozenset()
