"""Checks in a shared database: what one costs, and how many a team gets answered at once.

The floor is the bare protocol of two transactions: charge an attempt and journal it; compare, take
the charge back and journal it. It has no roles, rules, budgets, waits or clock to look after.
"""

import hashlib
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier
from typing import Final
from uuid import uuid4

import psycopg

from desktop_app.core.entities import CustomerDraft, Validity
from tests.attack.raw_checks import RESULT as RESULT_OF
from tests.attack.raw_checks import SUBMIT as SUBMIT_TO
from tests.attack.raw_checks import Connection
from tests.benchmarks.office import Office
from tests.benchmarks.registry import Figure, benchmark
from tests.benchmarks.workstation import Workstation
from tests.storage.engines import CHECK, KEY_ID, credential_of, digest_of
from tests.storage.postgres_team import PASSWORD

DESKS: Final = 100
SECONDS: Final = 8
ROUNDS: Final = 3
ALONE: Final = 300
MOST_MS: Final = 1 / 0.75
"""Budget for the time of a verdict, where the rate may be no less than 0.75 of the floor's."""

_WORD: Final = "Kranich Laterne 86"
_DIGEST: Final = digest_of(_WORD).reveal()

Check = Callable[[Connection, int], None]


def _checked(connection: Connection, customer_id: int) -> None:
    attempt = uuid4()
    connection.execute(SUBMIT_TO, (attempt, customer_id, 1, _DIGEST))
    assert connection.execute(RESULT_OF, (attempt,)).fetchone() == ("matches",)


def _bare(connection: Connection, customer_id: int) -> None:
    attempt = uuid4()
    connection.execute("SELECT bare.submit(%s, %s, %s)", (attempt, customer_id, _DIGEST))
    assert connection.execute("SELECT bare.result(%s)", (attempt,)).fetchone() == ("matches",)


@benchmark("shared-checks")
def measure_shared_checks(workstation: Workstation) -> Sequence[Figure]:
    """Alone on one connection, then 100 people on a connection each."""
    office = workstation.office
    logins = office.add_people(DESKS)
    customers = _with_passwords(office, DESKS)
    with ExitStack() as opened:
        desks = [opened.enter_context(_connected(office, login)) for login in logins]
        alone: dict[Check, list[float]] = {_bare: [], _checked: []}
        rates: dict[Check, list[float]] = {_bare: [], _checked: []}
        for _ in range(ROUNDS):
            for check, measured in alone.items():
                measured.extend(_alone(check, desks[0], customers[0]))
            for check, measured in rates.items():
                measured.append(_rate(check, desks, customers))
    floor, taken = alone[_bare], alone[_checked]
    bare_rate, rate = statistics.median(rates[_bare]), statistics.median(rates[_checked])
    return [
        Figure("shared check: median", "ms", statistics.median(taken), statistics.median(floor)),
        Figure("shared check: 95 % below", "ms", _late(taken), _late(floor)),
        Figure(f"shared checks: rate, {DESKS} at once", "/s", rate, bare_rate),
        Figure(f"shared checks: each, {DESKS} at once", "ms", 1e3 / rate, 1e3 / bare_rate, MOST_MS),
    ]


def _connected(office: Office, login: str) -> Connection:
    return psycopg.connect(
        host="localhost",
        hostaddr="127.0.0.1",
        port=office.server.port,
        dbname=office.shared.name,
        user=login,
        password=PASSWORD,
        sslmode="verify-full",
        sslrootcert=str(office.server.ca_file),
        autocommit=True,
        prepare_threshold=None,
    )


def _with_passwords(office: Office, count: int) -> list[int]:
    """So many customers with a telephone password, in the database and in the bare one."""
    ids = []
    # Another benchmark may have made the team's key already.
    key_id = office.lead.credentials.current_key_id() or KEY_ID
    for place in range(count):
        customer = office.lead.customers.add(CustomerDraft(number=f"desk {place}"))
        credential = credential_of(_WORD, key_id=key_id)
        office.lead.credentials.set(customer.id, credential, Validity.UNTIL_CHANGED, CHECK)
        ids.append(customer.id)
    with office.shared.as_superuser() as connection:
        connection.execute(_BARE_PROTOCOL)
        verifier = hashlib.sha256(_DIGEST).digest()
        for customer_id in ids:
            connection.execute(
                "INSERT INTO bare.credential VALUES (%s, %s)", (customer_id, verifier)
            )
    return ids


def _alone(check: Check, connection: Connection, customer_id: int) -> list[float]:
    taken = []
    for _ in range(ALONE):
        begin = time.perf_counter()
        check(connection, customer_id)
        taken.append((time.perf_counter() - begin) * 1_000)
    return taken


def _rate(check: Check, desks: Sequence[Connection], customers: Sequence[int]) -> float:
    """Checks a second, each desk with a customer of its own."""
    begin = Barrier(len(desks))

    def work(desk: Connection, customer_id: int) -> int:
        begin.wait(60)
        until = time.perf_counter() + SECONDS
        done = 0
        while time.perf_counter() < until:
            check(desk, customer_id)
            done += 1
        return done

    with ThreadPoolExecutor(len(desks)) as threads:
        return sum(threads.map(work, desks, customers)) / SECONDS


def _late(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=100)[94]


_BARE_PROTOCOL: Final = """
    CREATE SCHEMA bare;
    CREATE TABLE bare.credential (
        customer_id bigint PRIMARY KEY, verifier bytea, failures integer NOT NULL DEFAULT 0
    ) WITH (fillfactor = 70);
    CREATE TABLE bare.attempt (
        id uuid PRIMARY KEY, customer_id bigint, login text, digest_hash bytea, at timestamptz,
        xid xid8 DEFAULT pg_current_xact_id(), answer text
    );
    CREATE TABLE bare.journal (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz, login text,
        customer_id bigint, kind text, outcome text, attempt uuid
    );
    CREATE FUNCTION bare.submit(attempt_id uuid, about bigint, digest bytea) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = bare, pg_catalog, pg_temp
    AS $$
    BEGIN
        UPDATE credential SET failures = failures + 1 WHERE customer_id = about;
        INSERT INTO attempt (id, customer_id, login, digest_hash, at)
        VALUES (attempt_id, about, session_user, sha256(digest), clock_timestamp());
        INSERT INTO journal (at, login, customer_id, kind, outcome, attempt)
        VALUES (clock_timestamp(), session_user, about, 'attempt', 'charged', attempt_id);
    END
    $$;
    CREATE FUNCTION bare.result(attempt_id uuid) RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = bare, pg_catalog, pg_temp
    AS $$
    DECLARE
        told text;
        about bigint;
    BEGIN
        SELECT a.customer_id, CASE WHEN c.verifier = a.digest_hash THEN 'matches' ELSE 'no' END
        INTO about, told
        FROM attempt AS a JOIN credential AS c USING (customer_id)
        WHERE a.id = attempt_id AND a.login = session_user AND a.xid <> pg_current_xact_id()
        FOR UPDATE;
        UPDATE credential SET failures = 0 WHERE customer_id = about AND told = 'matches';
        UPDATE attempt SET answer = told WHERE id = attempt_id;
        INSERT INTO journal (at, login, customer_id, kind, outcome, attempt)
        VALUES (clock_timestamp(), session_user, about, 'verdict', told, attempt_id);
        RETURN told;
    END
    $$;
    GRANT USAGE ON SCHEMA bare TO watchword_agent;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bare TO watchword_agent;
"""
