"""The database file: made once, private, checked when opened, closed for everybody at once."""

import errno
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from desktop_app.core.entities import Answer, Customer, EventKind, JournalQuery
from desktop_app.core.errors import (
    DatabaseClosedError,
    DatabaseMissingError,
    DatabaseNewerError,
    DatabaseReadOnlyError,
    DatabaseUnreadableError,
    FileUnusableError,
)
from desktop_app.storage.sqlite import backup
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.storage.sqlite.migrations import known_version
from desktop_app.storage.sqlite.schema import CheckedConnection
from tests.storage.engines import (
    ADMIN,
    SqliteEngine,
    add_customer,
    check,
    credential_of,
    digest_of,
    set_password,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")


def files(engine: SqliteEngine) -> list[Path]:
    return sorted(engine.path.parent.iterdir())


# --- making it -----------------------------------------------------------------------------------


@posix
def test_all_its_files_are_private(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """Folder, database, log and index can be read by this user only, whatever the umask is."""
    assert customer.number == "104233"
    assert engine.path.parent.stat().st_mode & 0o777 == 0o700
    modes = {path.name: path.stat().st_mode & 0o777 for path in files(engine)}
    assert modes == {
        "watchword.sqlite3": 0o600,
        "watchword.sqlite3-shm": 0o600,
        "watchword.sqlite3-wal": 0o600,
    }
    assert database.person == ADMIN


@posix
def test_a_file_open_to_others_is_closed_to_them(engine: SqliteEngine) -> None:
    """A copy that was made carelessly becomes private when it is opened."""
    engine.path.chmod(0o644)
    engine.open(ADMIN).open()
    assert engine.path.stat().st_mode & 0o777 == 0o600


def test_an_existing_file_is_not_made_anew(engine: SqliteEngine, database: SqliteDatabase) -> None:
    """Making is for a path where nothing is."""
    before = engine.path.read_bytes()
    with pytest.raises(FileUnusableError) as refused:
        database.create()
    assert refused.value.reason == "exists"
    assert engine.path.read_bytes() == before


def test_what_an_interrupted_start_left_is_not_in_the_way(
    tmp_path: Path, engine: SqliteEngine
) -> None:
    """A half-made file has a name of its own, so it is never opened and never in the way."""
    path = tmp_path / "again.sqlite3"
    (tmp_path / "again.sqlite3.new").write_bytes(b"mine")
    database = SqliteDatabase(path, ADMIN, "desk-1", engine.clock)
    database.create()
    database.open()
    assert database.customers.count() == 0
    database.close()
    assert (tmp_path / "again.sqlite3.new").read_bytes() == b"mine"
    names = {each.name for each in tmp_path.iterdir()}
    assert names == {"again.sqlite3", "again.sqlite3.new", "data"}


# --- opening it ----------------------------------------------------------------------------------


def test_opening_never_makes_a_file(tmp_path: Path, engine: SqliteEngine) -> None:
    """A database that is gone must not come back empty."""
    path = tmp_path / "nothing.sqlite3"
    database = SqliteDatabase(path, ADMIN, "desk-1", engine.clock)
    with pytest.raises(DatabaseMissingError):
        database.open()
    with pytest.raises(DatabaseMissingError):
        database.customers.count()
    assert not path.exists()


def write_text(path: Path) -> None:
    path.write_text("Customer number;Name\n" * 500, encoding="utf-8")


def write_nothing(path: Path) -> None:
    path.write_bytes(b"")


def write_other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE something (else_ TEXT)")


def damage_schema(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 2_000)


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "reasons"),
    [
        (write_text, ("foreign",)),
        (write_nothing, ("damaged",)),
        (write_other_database, ("foreign",)),
        (damage_schema, ("damaged",)),
        (make_folder, ("rights",)),
    ],
)
def test_what_is_no_sound_database_is_refused(
    engine: SqliteEngine, spoil: Callable[[Path], None], reasons: tuple[str, ...]
) -> None:
    """With the reason, at the first call and at every other."""
    spoil(engine.path)
    database = engine.open(ADMIN)
    for _ in range(2):
        with pytest.raises(DatabaseUnreadableError) as refused:
            database.open()
        assert refused.value.reason in reasons


def test_a_newer_schema_is_refused(engine: SqliteEngine, database: SqliteDatabase) -> None:
    """An older program does not guess what a newer one meant."""
    newer = known_version() + 1
    with engine.raw() as connection:
        connection.execute(f"PRAGMA user_version = {newer}")
    with pytest.raises(DatabaseNewerError) as refused:
        database.open()
    assert (refused.value.found, refused.value.known) == (newer, newer - 1)


def deny(monkeypatch: pytest.MonkeyPatch, denied: int) -> None:
    """Simulated, because the superuser may read and write everything."""
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & denied)


def test_missing_rights_are_reported(engine: SqliteEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that its user may not even read."""
    deny(monkeypatch, os.R_OK)
    with pytest.raises(DatabaseUnreadableError):
        engine.open(ADMIN).open()


def test_an_archive_is_read_as_it_is(
    engine: SqliteEngine,
    database: SqliteDatabase,
    customer: Customer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is written to it, and nothing comes to lie beside it."""
    database.journal.seal()
    database.close()
    deny(monkeypatch, os.W_OK)
    archive = engine.open(ADMIN)
    archive.open()
    assert archive.customers.get(customer.id) == customer
    assert archive.journal.verify().fault is None
    with pytest.raises(DatabaseReadOnlyError):
        archive.customers.raise_caution(customer.id, "Look out.")
    assert files(engine) == [engine.path]


def test_a_file_that_must_be_written_to_is_no_archive(
    engine: SqliteEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older schema, or a log of which nothing would be seen."""
    with engine.raw() as connection:
        connection.execute(f"PRAGMA user_version = {known_version() - 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    deny(monkeypatch, os.W_OK)
    with pytest.raises(DatabaseReadOnlyError):
        engine.open(ADMIN).open()
    engine.path.with_name(f"{engine.path.name}-wal").write_bytes(b"log")
    with pytest.raises(DatabaseReadOnlyError):
        engine.open(ADMIN).open()


def test_every_connection_is_set_up_alike(engine: SqliteEngine) -> None:
    """Counted tries survive a power cut, replaced verifiers do not survive at all."""
    connections = Connections(engine.path, 3)
    with connections.read() as connection:
        found = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "secure_delete",
                "trusted_schema",
                "busy_timeout",
            )
        }
    connections.close()
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "busy_timeout": 3000,
    }


def test_schema_and_structure_can_be_asked_for(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """A page that somebody damaged is found although the file opens."""
    assert customer.number == "104233"
    assert database.schema_version() == known_version()
    assert database.is_intact()
    with engine.raw() as connection:
        [(page, size)] = connection.execute(
            "SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = 'journal'"
        ).fetchall()
    database.close()
    with engine.path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    database.open()
    assert not database.is_intact()


def test_reading_inside_a_write_sees_what_it_wrote(
    database: SqliteDatabase, customer: Customer
) -> None:
    """A thread has one connection; a second write in it would be a bug and is refused."""
    connections = database._connections
    with connections.write() as connection:
        connection.execute("UPDATE customer SET name = 'changed'")
        assert database.customers.get(customer.id).name == "changed"
        with pytest.raises(sqlite3.OperationalError), connections.write():
            pass
    assert database.customers.get(customer.id).name == "changed"


# --- closing it ----------------------------------------------------------------------------------


def test_closing_closes_the_connections_of_every_thread(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """SQLite removes its log with the last connection; only ``open`` opens a new one."""
    worker = Thread(target=lambda: database.credentials.challenge(customer.id))
    worker.start()
    worker.join()
    assert len(files(engine)) == 3
    database.close()
    assert files(engine) == [engine.path]
    with pytest.raises(DatabaseClosedError):
        check(database, customer, "right")
    assert files(engine) == [engine.path]
    database.open()
    assert check(database, customer, "right").answer is Answer.MATCHES


def test_closing_lets_a_running_transaction_end(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """It is committed, and its connection is closed then."""
    inside, go_on = Event(), Event()
    connections = database._connections

    def write() -> None:
        with connections.write() as connection:
            connection.execute("UPDATE customer SET name = 'changed'")
            inside.set()
            go_on.wait(10)

    worker = Thread(target=write)
    worker.start()
    assert inside.wait(10)
    database.close()
    go_on.set()
    worker.join()
    assert files(engine) == [engine.path]
    database.open()
    assert database.customers.get(customer.id).name == "changed"


def test_many_threads_check_at_once(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """Exactly five wrong tries are evaluated, whoever comes first."""
    patient = SqliteDatabase(engine.path, ADMIN, "desk-1", engine.clock, busy_seconds=30)
    answers: list[Answer] = []

    def guess() -> None:
        answers.extend(check(patient, customer, "wrong").answer for _ in range(3))

    workers = [Thread(target=guess) for _ in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    patient.close()
    assert answers.count(Answer.DOES_NOT_MATCH) == 5
    assert answers.count(Answer.LOCKED) == 13
    assert database.credentials.challenge(customer.id).standing.opens_at is not None


# --- what stays in it ----------------------------------------------------------------------------


def contents(engine: SqliteEngine) -> bytes:
    return b"".join(path.read_bytes() for path in files(engine))


def test_a_replaced_verifier_is_in_no_file(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """Neither in the database nor in its log, and neither is what was sent against it."""
    old = credential_of("right")
    check(database, customer, "right")
    assert old.verifier in contents(engine)
    set_password(database, customer, "newer")
    assert old.verifier not in contents(engine)
    database.credentials.remove(customer.id, "asked for it")
    assert credential_of("newer").verifier not in contents(engine)


def test_a_digest_is_stored_nowhere(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """Only its hash is, and typed text never comes this far."""
    for word in ("right", "wrong"):
        check(database, customer, word)
        assert digest_of(word).reveal() not in contents(engine)


# --- copying it ----------------------------------------------------------------------------------


def test_a_backup_is_a_whole_database(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer, tmp_path: Path
) -> None:
    """One private file that opens like the original; the original's journal names it."""
    target = tmp_path / "kept" / "backup.sqlite3"
    target.parent.mkdir()
    database.backup(target)
    assert sorted(target.parent.iterdir()) == [target]
    if sys.platform != "win32":
        assert target.stat().st_mode & 0o777 == 0o600
    [entry] = database.journal.entries(JournalQuery(kinds=(EventKind.BACKED_UP,)))
    assert entry.details == {"file": "backup.sqlite3"}
    copy = SqliteDatabase(target, ADMIN, "desk-1", engine.clock)
    assert check(copy, customer, "right").answer is Answer.MATCHES
    copy.close()


def test_a_backup_is_made_beside_a_running_write(
    database: SqliteDatabase, customer: Customer, tmp_path: Path
) -> None:
    """What another thread has not committed is not in the copy, and nobody waits."""
    target = tmp_path / "backup.sqlite3"
    connections = database._connections
    copied, inside = Event(), Event()

    def write() -> None:
        with connections.write() as connection:
            connection.execute("UPDATE customer SET name = 'uncommitted'")
            inside.set()
            copied.wait(10)

    worker = Thread(target=write)
    worker.start()
    assert inside.wait(10)
    unfinished = tmp_path / "copy.new"
    unfinished.touch()
    with connections.read() as source:
        backup._copy(source, unfinished, target)
    copied.set()
    worker.join()
    with closing(sqlite3.connect(unfinished)) as copy:
        assert copy.execute("SELECT name FROM customer").fetchone() == (customer.name,)


def test_a_backup_replaces_nothing(database: SqliteDatabase, tmp_path: Path) -> None:
    """An existing file stays as it is, and nothing is journalled."""
    target = tmp_path / "backup.sqlite3"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(FileUnusableError) as refused:
        database.backup(target)
    assert refused.value.reason == "exists"
    assert target.read_text(encoding="utf-8") == "mine"
    assert database.journal.entries(JournalQuery()) == []


def test_a_backup_takes_nothing_away_beside_it(database: SqliteDatabase, tmp_path: Path) -> None:
    """A file with a similar name is somebody's own."""
    other = tmp_path / "backup.sqlite3.new"
    other.write_text("mine", encoding="utf-8")
    database.backup(tmp_path / "backup.sqlite3")
    assert other.read_text(encoding="utf-8") == "mine"
    assert {each.name for each in tmp_path.iterdir()} == {"data", other.name, "backup.sqlite3"}


@pytest.mark.parametrize("has_links", [True, False])
def test_a_backup_replaces_nothing_made_meanwhile(
    database: SqliteDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    """Whoever makes a file of that name while the copy is made keeps it; also on a stick."""
    target = tmp_path / "backup.sqlite3"
    copy = backup._copy

    def slow_copy(source: sqlite3.Connection, unfinished: Path, name: Path) -> None:
        copy(source, unfinished, name)
        target.write_text("mine", encoding="utf-8")

    if not has_links:
        monkeypatch.setattr("os.link", _no_links)
    with monkeypatch.context() as patch:
        patch.setattr(backup, "_copy", slow_copy)
        with pytest.raises(FileUnusableError) as refused:
            database.backup(target)
    assert (refused.value.path, refused.value.reason) == (str(target), "exists")
    assert target.read_text(encoding="utf-8") == "mine"
    assert database.journal.entries(JournalQuery()) == []
    target.unlink()
    database.backup(target)
    assert {each.name for each in tmp_path.iterdir()} == {"data", target.name}


def _no_links(_source: Path, _target: Path) -> None:
    raise PermissionError(errno.EPERM, "no links on this file system")


def test_a_backup_needs_its_folder(database: SqliteDatabase, tmp_path: Path) -> None:
    """A mistyped folder is not made."""
    with pytest.raises(FileUnusableError) as refused:
        database.backup(tmp_path / "mistyped" / "backup.sqlite3")
    assert refused.value.reason == "missing"
    assert not (tmp_path / "mistyped").exists()


def test_a_backup_that_cannot_be_journalled_is_not_made(
    engine: SqliteEngine,
    database: SqliteDatabase,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No file is left behind that nobody knows of."""
    # The denial comes from a trigger, which the check of the schema would find first.
    monkeypatch.setattr(CheckedConnection, "has_schema", lambda *_: True)
    target = tmp_path / "backup.sqlite3"
    add_customer(database)
    with engine.raw() as connection:
        connection.execute(
            "CREATE TRIGGER denied BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'x'); END"
        )
    with pytest.raises(Exception, match="storage"):
        database.backup(target)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
