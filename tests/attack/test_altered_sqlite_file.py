"""A database file that somebody has changed beside its rows is not used."""

from pathlib import Path

import pytest

from desktop_app.core.entities import Answer, Customer
from desktop_app.core.errors import DatabaseUnreadableError
from desktop_app.core.policy import Policy
from desktop_app.storage.sqlite.database import SqliteDatabase
from tests.storage.engines import ADMIN, SqliteEngine, check, submit

_ALTERATIONS = [
    # Any word matches, and nothing of it is journalled.
    """
    CREATE TRIGGER anything_matches AFTER INSERT ON attempt BEGIN
        UPDATE credential SET verifier = new.digest_hash WHERE customer_id = new.customer_id;
    END
    """,
    # No try is ever counted.
    """
    CREATE TRIGGER nothing_counts AFTER UPDATE OF in_row ON credential WHEN new.in_row > 0 BEGIN
        UPDATE credential SET in_row = 0, in_all = 0 WHERE customer_id = new.customer_id;
    END
    """,
    "CREATE TRIGGER unseen BEFORE INSERT ON journal BEGIN SELECT RAISE(IGNORE); END",
    "CREATE VIEW shown AS SELECT * FROM credential",
    "CREATE TABLE copies (verifier BLOB)",
    "ALTER TABLE attempt ADD COLUMN note TEXT",
    "DROP TRIGGER journal_is_not_edited",
    "DROP INDEX attempt_by_time",
]


@pytest.mark.parametrize("alteration", _ALTERATIONS)
def test_a_file_with_another_schema_is_not_opened(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer, alteration: str
) -> None:
    """Nothing is read from it, and the failure says what is wrong."""
    database.close()
    with engine.raw() as connection:
        connection.execute(alteration)
    with pytest.raises(DatabaseUnreadableError) as refused:
        database.open()
    assert (refused.value.path, refused.value.reason) == (str(engine.path), "altered")
    with pytest.raises(DatabaseUnreadableError):
        database.credentials.challenge(customer.id)


@pytest.mark.parametrize("alteration", _ALTERATIONS)
def test_a_schema_changed_while_it_is_open_is_noticed(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer, alteration: str
) -> None:
    """Between submitting and the result too: there is no verdict."""
    attempt = submit(database, customer, "wrong")
    with engine.raw() as connection:
        connection.execute(alteration)
    for _ in range(2):
        with pytest.raises(DatabaseUnreadableError):
            database.credentials.result(attempt)


def test_a_change_that_hides_its_trace_is_noticed(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """Who puts SQLite's counter back is noticed by every connection that sees the trigger."""
    check(database, customer, "wrong")
    with engine.raw() as connection:
        state = connection.execute("PRAGMA schema_version").fetchone()[0]
        connection.execute(_ALTERATIONS[0])
        connection.execute(f"PRAGMA schema_version = {state}")
    assert check(database, customer, "wrong").answer is Answer.DOES_NOT_MATCH
    with pytest.raises(DatabaseUnreadableError):
        engine.open(ADMIN).open()


@pytest.mark.parametrize("statement", ["ANALYZE", "VACUUM", "REINDEX"])
def test_upkeep_with_other_tools_is_no_alteration(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer, statement: str
) -> None:
    """What SQLite's own statements leave is not mistaken for an attack."""
    with engine.raw() as connection:
        connection.commit()
        connection.execute(statement)
    assert check(database, customer, "right").answer is Answer.MATCHES
    assert check(engine.open(ADMIN), customer, "right").answer is Answer.MATCHES


@pytest.mark.parametrize(
    "rule",
    [
        "tries_until_lock = 1000000",
        "first_wait_minutes = 0",
        "memory_kib = 8",
        "check_methods = '[\"x\"'",
    ],
)
def test_rules_out_of_their_bounds_are_not_used(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer, rule: str
) -> None:
    """SQLite can be told to ignore the bounds of a table; this program keeps them."""
    database.policies.save(Policy(journal_months=3))
    with engine.raw() as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"UPDATE policy SET {rule}")  # noqa: S608 - this test's own text
    for call in (
        database.policies.load,
        lambda: database.credentials.challenge(customer.id),
        lambda: check(database, customer, "right"),
    ):
        with pytest.raises(DatabaseUnreadableError) as refused:
            call()
        assert refused.value.reason == "altered"


def test_a_damaged_file_is_not_said_to_be_altered(tmp_path: Path, engine: SqliteEngine) -> None:
    """A file of something else keeps its own failure."""
    engine.close()
    other = tmp_path / "other.sqlite3"
    other.write_bytes(b"no database" * 100)
    engine.path.unlink()
    other.rename(engine.path)
    with pytest.raises(DatabaseUnreadableError) as refused:
        engine.open(ADMIN).open()
    assert refused.value.reason == "foreign"
