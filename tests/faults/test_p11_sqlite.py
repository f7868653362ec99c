"""P11 on SQLite: whatever happens to the file, an unclear state is never "Matches"."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from desktop_app.core.entities import (
    Answer,
    Customer,
    EventKind,
    JournalQuery,
    PasswordState,
    SubmissionState,
)
from desktop_app.core.errors import (
    DatabaseBusyError,
    DatabaseMissingError,
    DatabaseReadOnlyError,
    DiskFullError,
    StorageError,
)
from desktop_app.storage.sqlite.database import SqliteDatabase
from tests.storage.engines import (
    ADMIN,
    SqliteEngine,
    check,
    digest_of,
    set_password,
    submit,
)

ROOT = Path(__file__).parent.parent.parent


def delete(engine: SqliteEngine, database: SqliteDatabase) -> None:
    if sys.platform == "win32":
        database._connections._drop()  # Windows does not let go of a file that is open
    engine.path.unlink()


def verdicts(database: SqliteDatabase) -> list[str]:
    entries = database.journal.entries(JournalQuery(kinds=(EventKind.VERDICT,)))
    return [entry.outcome for entry in entries]


# --- the file goes away --------------------------------------------------------------------------


def test_a_deleted_file_takes_no_try(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """The next call says that it is gone, and no empty database appears in its place."""
    delete(engine, database)
    for _ in range(2):
        with pytest.raises(DatabaseMissingError):
            database.credentials.submit(uuid4(), customer.id, 1, digest_of("right"))
        with pytest.raises(DatabaseMissingError):
            database.credentials.challenge(customer.id)
    assert not engine.path.exists()


def test_a_file_deleted_between_the_steps_gives_no_verdict(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """What would be journalled now would be lost."""
    attempt = submit(database, customer, "right")
    delete(engine, database)
    with pytest.raises(DatabaseMissingError):
        database.credentials.result(attempt)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")
def test_a_file_deleted_while_the_answer_is_written_gives_no_verdict(
    engine: SqliteEngine, customer: Customer
) -> None:
    """The commit goes to a file that nobody can find any more."""
    armed = False

    def clock_that_deletes() -> datetime:
        if armed and engine.path.exists():
            engine.path.unlink()
        return engine.clock()

    database = SqliteDatabase(engine.path, ADMIN, "desk-1", clock_that_deletes)
    attempt = submit(database, customer, "right")
    armed = True
    with pytest.raises(DatabaseMissingError):
        database.credentials.result(attempt)


def test_a_replaced_file_is_opened_anew(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer, tmp_path: Path
) -> None:
    """After a restored backup the first call fails, the next one sees what the file holds now."""
    copy = tmp_path / "backup.sqlite3"
    database.backup(copy)
    attempt = submit(database, customer, "right")
    if sys.platform == "win32":
        database._connections._drop()
    copy.replace(engine.path)
    with pytest.raises(StorageError):
        database.credentials.result(attempt)
    assert not database.credentials.was_charged(attempt)
    assert check(database, customer, "right").answer is Answer.MATCHES


# --- it cannot be written ------------------------------------------------------------------------


def test_a_database_locked_by_another_program_is_busy(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """Both steps say so; afterwards the same attempt goes on where it was."""
    attempt = submit(database, customer, "right")
    with engine.raw() as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusyError):
            database.credentials.submit(uuid4(), customer.id, 1, digest_of("right"))
        with pytest.raises(DatabaseBusyError):
            database.credentials.result(attempt)
        assert database.credentials.was_charged(attempt)  # reading goes on
    assert database.credentials.result(attempt).answer is Answer.MATCHES


@contextmanager
def pragma(database: SqliteDatabase, name: str, value: int) -> Iterator[None]:
    """Set a pragma on the connection that this thread's next calls use."""
    connections = database._connections
    with connections.read() as connection:
        [before] = connection.execute(f"PRAGMA {name}").fetchone()
        connection.execute(f"PRAGMA {name} = {value}")
    yield
    with connections.read() as connection:
        connection.execute(f"PRAGMA {name} = {before}")


def test_a_database_turned_read_only_gives_no_verdict(
    database: SqliteDatabase, customer: Customer
) -> None:
    """Neither step, not even a refusal; nothing is charged by the attempt."""
    attempt = submit(database, customer, "right")
    with pragma(database, "query_only", 1):
        with pytest.raises(DatabaseReadOnlyError):
            database.credentials.submit(uuid4(), customer.id, 1, digest_of("right"))
        with pytest.raises(DatabaseReadOnlyError):
            database.credentials.submit(uuid4(), customer.id, 1, None)
        with pytest.raises(DatabaseReadOnlyError):
            database.credentials.result(attempt)
    assert verdicts(database) == []


def fill(database: SqliteDatabase) -> None:
    """Write entries until not even one more fits."""
    failures = 0
    while failures < 20:
        try:
            database.journal.record(EventKind.EXPORTED, "journal", {})
        except DiskFullError:
            failures += 1


def test_a_full_disk_takes_no_try(database: SqliteDatabase, customer: Customer) -> None:
    """Nothing is charged, and after room was made the check works."""
    with pragma(database, "max_page_count", 1):  # SQLite makes it the present number of pages
        fill(database)
        attempt = uuid4()
        with pytest.raises(DiskFullError):
            database.credentials.submit(attempt, customer.id, 1, digest_of("right"))
        assert not database.credentials.was_charged(attempt)
        assert database.credentials.challenge(customer.id).standing.tries_left == 5
    assert check(database, customer, "right").answer is Answer.MATCHES


def test_a_disk_that_fills_between_the_steps_gives_no_verdict(
    database: SqliteDatabase, customer: Customer
) -> None:
    """The charge stays until the answer can be written."""
    attempt = submit(database, customer, "right")
    with pragma(database, "max_page_count", 1):
        fill(database)
        with pytest.raises(DiskFullError):
            database.credentials.result(attempt)
        assert database.credentials.was_charged(attempt)
        assert verdicts(database) == []
    assert database.credentials.result(attempt).answer is Answer.MATCHES


def test_a_full_disk_keeps_the_old_password(database: SqliteDatabase, customer: Customer) -> None:
    """A new password that cannot be journalled does not replace the old one."""
    with pragma(database, "max_page_count", 1):
        fill(database)
        with pytest.raises(DiskFullError):
            set_password(database, customer, "new")
    assert check(database, customer, "right").answer is Answer.MATCHES


# --- the process is killed -----------------------------------------------------------------------


def kill_at(engine: SqliteEngine, customer: Customer, attempt: UUID, step: str) -> None:
    """Kill a process that checks the right password when it has come to a step."""
    script = [sys.executable, "-m", "tests.faults.killed_check"]
    arguments = [str(engine.path), str(customer.id), str(attempt), step]
    with subprocess.Popen([*script, *arguments], stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline().decode().strip() == step
        process.kill()


def test_a_process_killed_inside_the_submission_leaves_nothing(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """An uncommitted charge is none, and there was no answer either."""
    attempt = uuid4()
    kill_at(engine, customer, attempt, "submit")
    assert not database.credentials.was_charged(attempt)
    assert database.credentials.challenge(customer.id).standing.tries_left == 5


@pytest.mark.parametrize("step", ["between", "result"])
def test_a_process_killed_after_the_submission_leaves_the_charge(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer, step: str
) -> None:
    """The right password was typed, nobody saw the answer: the try counts as wrong."""
    attempt = uuid4()
    kill_at(engine, customer, attempt, step)
    assert database.credentials.was_charged(attempt)
    assert verdicts(database) == []
    standing = database.credentials.challenge(customer.id).standing
    assert (standing.state, standing.tries_left) == (PasswordState.SET, 4)


def test_killed_processes_use_up_the_tries(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """Killing the program before every answer is no way around the limit."""
    for _ in range(5):
        kill_at(engine, customer, uuid4(), "between")
    submission = database.credentials.submit(uuid4(), customer.id, 1, digest_of("right"))
    assert submission.state is SubmissionState.REFUSED
    assert submission.verdict is not None
    assert submission.verdict.answer is Answer.LOCKED
