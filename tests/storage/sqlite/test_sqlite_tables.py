"""The tables hold what core decides: bounds, receipts, one row for each thing."""

import sqlite3
from dataclasses import fields, replace
from datetime import timedelta

import pytest

from desktop_app.core.entities import Customer, EventKind
from desktop_app.core.policy import BOUNDS, Policy, require_bounds
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.session import Session
from tests.storage.engines import ADMIN, SqliteEngine, check, submit

OUT_OF_THE_WAY = {
    "tries_until_block": "tries_until_lock = 1,",
    "tries_until_lock": "tries_until_block = 20,",
}
"""These two depend on each other."""


@pytest.mark.parametrize("rule", sorted(BOUNDS))
def test_the_table_has_the_bounds_of_core(
    engine: SqliteEngine, database: SqliteDatabase, rule: str
) -> None:
    """Both ends of every rule are stored, one step beyond each is refused."""
    database.policies.save(Policy(tries_until_lock=3, tries_until_block=4))
    low, high = BOUNDS[rule]
    first = OUT_OF_THE_WAY.get(rule, "")
    statement = f"UPDATE policy SET {first} {rule} = ?"  # noqa: S608 - names of rules
    for value in (low, high):
        with engine.raw() as connection:
            connection.execute(statement, (value,))
    for value in (low - 1, high + 1):
        with engine.raw() as connection, pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement, (value,))


def test_the_table_has_every_rule(engine: SqliteEngine) -> None:
    """A rule that is added to the policy needs a migration."""
    with engine.raw() as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info (policy)")}
    assert columns - {"id"} == {rule.name for rule in fields(Policy)}


@pytest.mark.parametrize("methods", ["[]", "", "callback"])
def test_the_table_refuses_a_policy_without_checks(
    engine: SqliteEngine, database: SqliteDatabase, methods: str
) -> None:
    """A list of identity checks has at least one."""
    database.policies.save(Policy(passes=4))
    with engine.raw() as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE policy SET check_methods = ?", (methods,))


def test_core_refuses_what_the_table_refuses() -> None:
    """The pair of rules that depend on each other."""
    with pytest.raises(Exception, match="field-refused"):
        require_bounds(replace(Policy(), tries_until_lock=10, tries_until_block=10))


@pytest.mark.parametrize(
    "change",
    [
        "verifier = x'00'",
        "salt = NULL",
        "memory_kib = 19455",
        "passes = 1",
        "lanes = 2",
        "used_at = 1",
        "generation = 0",
        "in_row = -1",
    ],
)
def test_a_credential_that_core_would_not_make_is_refused(
    engine: SqliteEngine, customer: Customer, change: str
) -> None:
    """Half a verifier, a hash below the floor, a negative count."""
    assert customer.number == "104233"
    with engine.raw() as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"UPDATE credential SET {change}")  # noqa: S608 - this test's own text


def test_a_receipt_in_use_is_drawn_again(engine: SqliteEngine) -> None:
    """A collision is no failure; that all draws collide is a bug."""
    draws = iter(["VW-0000-0001", "VW-0000-0001", "VW-0000-0001", "VW-0000-0002"])
    session = Session(ADMIN, "desk-1", engine.clock)
    writer = JournalWriter(session, draw=lambda: next(draws))
    stuck = JournalWriter(session, draw=lambda: "VW-0000-0001")
    connections = Connections(engine.path, 0.05)
    with connections.write() as connection:
        first = writer.write(connection, EventKind.EXPORTED, "journal")
        second = writer.write(connection, EventKind.EXPORTED, "journal")
        with pytest.raises(RuntimeError):
            stuck.write(connection, EventKind.EXPORTED, "journal")
    connections.close()
    assert (first.receipt, second.receipt) == ("VW-0000-0001", "VW-0000-0002")


def test_attempts_are_forgotten(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """The hash of a digest after five minutes, the attempt itself a day before the newest one."""

    def kept() -> tuple[int, int]:
        submit(database, customer, "right")
        with engine.raw() as connection:
            row = connection.execute("SELECT count(*), count(digest_hash) FROM attempt").fetchone()
        return row[0], row[1]

    check(database, customer, "wrong")
    assert kept() == (2, 2)
    engine.clock.advance(timedelta(minutes=5, microseconds=1))
    assert kept() == (3, 1)
    engine.clock.advance(timedelta(hours=24, microseconds=1))
    assert kept() == (4, 1)
    assert kept() == (2, 2)
