"""P1 on SQLite: no verdict without a committed, counted, journalled attempt."""

import sqlite3
from uuid import uuid4

import pytest

from desktop_app.core.entities import Answer, Customer, EventKind, JournalQuery
from desktop_app.core.errors import AttemptRefusedError, StorageError
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.credentials import SqliteCredentials
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.schema import CheckedConnection
from desktop_app.storage.sqlite.session import Session
from tests.storage.engines import ADMIN, SqliteEngine, check, digest_of, submit


@pytest.fixture(autouse=True)
def _any_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """Denials come from triggers here, which the check of the schema would find first."""
    monkeypatch.setattr(CheckedConnection, "has_schema", lambda *_: True)


def deny(engine: SqliteEngine, event: str) -> None:
    """Make the database refuse an event, as somebody might who wants no traces."""
    with engine.raw() as connection:
        connection.execute(
            f"CREATE TRIGGER denied BEFORE {event} BEGIN SELECT RAISE(ABORT, 'denied'); END"
        )


def allow(engine: SqliteEngine) -> None:
    with engine.raw() as connection:
        connection.execute("DROP TRIGGER denied")


def verdicts(database: SqliteDatabase) -> int:
    return len(database.journal.entries(JournalQuery(kinds=(EventKind.VERDICT,))))


@pytest.mark.parametrize(
    "event",
    [
        "INSERT ON journal",
        "INSERT ON attempt",
        "UPDATE ON credential",
        "INSERT ON journal WHEN new.kind = 'attempt'",
    ],
)
def test_a_try_that_cannot_be_counted_and_journalled_is_not_taken(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer, event: str
) -> None:
    """Whatever the database refuses of a submission, nothing of it is left and nothing answered."""
    deny(engine, event)
    attempt = uuid4()
    with pytest.raises(StorageError):
        database.credentials.submit(attempt, customer.id, 1, digest_of("right"))
    with pytest.raises(AttemptRefusedError):
        database.credentials.result(attempt)
    assert not database.credentials.was_charged(attempt)
    assert database.credentials.challenge(customer.id).standing.tries_left == 5


@pytest.mark.parametrize("word", ["right", "wrong"])
@pytest.mark.parametrize("event", ["INSERT ON journal", "UPDATE ON attempt"])
def test_an_answer_that_cannot_be_journalled_is_not_given(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer, event: str, word: str
) -> None:
    """No verdict, the charge stays; once the journal works again the same attempt is answered."""
    attempt = submit(database, customer, word)
    deny(engine, event)
    with pytest.raises(StorageError):
        database.credentials.result(attempt)
    assert database.credentials.was_charged(attempt)
    assert database.credentials.challenge(customer.id).standing.tries_left == 4
    allow(engine)
    expected = Answer.MATCHES if word == "right" else Answer.DOES_NOT_MATCH
    assert database.credentials.result(attempt).answer is expected
    assert verdicts(database) == 1


def test_a_match_that_cannot_be_taken_back_is_not_told(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """Right and wrong fail alike where the counter cannot be written."""
    attempt = submit(database, customer, "right")
    deny(engine, "UPDATE ON credential")
    with pytest.raises(StorageError):
        database.credentials.result(attempt)
    assert verdicts(database) == 0


def test_there_is_no_result_without_a_submission(
    database: SqliteDatabase, customer: Customer
) -> None:
    """An attempt that was never submitted is unknown, and asking for it leaves no trace."""
    before = database.journal.entries(JournalQuery(customer_id=customer.id))
    with pytest.raises(AttemptRefusedError):
        database.credentials.result(uuid4())
    assert database.journal.entries(JournalQuery(customer_id=customer.id)) == before


def test_submission_and_result_cannot_share_a_transaction(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """Neither step runs inside a transaction that its caller could undo afterwards."""
    session = Session(ADMIN, "desk-1", engine.clock)
    connections = Connections(engine.path, 0.05)
    credentials = SqliteCredentials(connections, session, JournalWriter(session))
    charged = submit(database, customer, "right")
    with connections.write(), pytest.raises(sqlite3.OperationalError, match="within a transaction"):
        credentials.submit(uuid4(), customer.id, 1, digest_of("right"))
    with connections.write(), pytest.raises(sqlite3.OperationalError, match="within a transaction"):
        credentials.result(charged)
    connections.close()
    assert database.credentials.was_charged(charged)


def test_refused_checks_are_journalled_or_not_answered(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """Locked is an answer too: without its journal entry it is not given."""
    for _ in range(5):
        check(database, customer, "wrong")
    deny(engine, "INSERT ON journal")
    with pytest.raises(StorageError):
        database.credentials.submit(uuid4(), customer.id, 1, None)
