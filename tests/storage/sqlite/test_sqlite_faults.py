"""Every failure of the file has its typed error, and a bug has none."""

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.errors import (
    DatabaseBusyError,
    DatabaseMissingError,
    DatabaseReadOnlyError,
    DatabaseUnreadableError,
    DiskFullError,
    FileUnusableError,
    StorageError,
)
from desktop_app.storage.sqlite import backup
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.storage.sqlite.faults import translated
from desktop_app.storage.sqlite.private_file import make_private_file, make_private_folder
from tests.storage.engines import SqliteEngine


def failure(code: int) -> sqlite3.Error:
    """What sqlite3 raises for a result code."""
    error = sqlite3.OperationalError("as SQLite words it")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_BUSY, DatabaseBusyError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, DatabaseBusyError),
        (sqlite3.SQLITE_LOCKED, DatabaseBusyError),
        (sqlite3.SQLITE_PROTOCOL, DatabaseBusyError),
        (sqlite3.SQLITE_FULL, DiskFullError),
        (sqlite3.SQLITE_READONLY, DatabaseReadOnlyError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, DatabaseReadOnlyError),
        (sqlite3.SQLITE_READONLY_DBMOVED, DatabaseMissingError),
        (sqlite3.SQLITE_CANTOPEN, DatabaseMissingError),
        (sqlite3.SQLITE_CORRUPT_INDEX, DatabaseUnreadableError),
        (sqlite3.SQLITE_NOTADB, DatabaseUnreadableError),
        (sqlite3.SQLITE_IOERR_WRITE, StorageError),
        (sqlite3.SQLITE_CONSTRAINT_TRIGGER, StorageError),
    ],
)
def test_a_failure_of_the_file_is_typed(
    tmp_path: Path, code: int, expected: type[StorageError]
) -> None:
    """The cause is kept."""
    original = failure(code)
    path = tmp_path / "nothing"
    with pytest.raises(StorageError) as raised, translated(path):
        raise original
    assert type(raised.value) is expected
    assert raised.value.__cause__ is original


def test_a_file_that_cannot_be_opened_lacks_rights(tmp_path: Path) -> None:
    """Where it exists; otherwise it is missing."""
    path = tmp_path / "there"
    path.touch()
    with pytest.raises(DatabaseUnreadableError) as raised, translated(path):
        raise failure(sqlite3.SQLITE_CANTOPEN)
    assert raised.value.reason == "rights"


@pytest.mark.parametrize(
    "bug",
    [
        failure(sqlite3.SQLITE_ERROR),
        failure(sqlite3.SQLITE_CONSTRAINT_UNIQUE),
        sqlite3.ProgrammingError("not one of SQLite's codes"),
        sqlite3.InterfaceError("not one of SQLite's codes"),
    ],
    ids=repr,
)
def test_a_bug_propagates(tmp_path: Path, bug: Exception) -> None:
    """Wrong SQL and broken constraints are nobody's environment."""
    with pytest.raises(type(bug)) as raised, translated(tmp_path):
        raise bug
    assert raised.value is bug


# --- files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "rights"),
        (errno.ENOSPC, "full"),
        (errno.ENOENT, "missing"),
        (errno.EIO, "failed"),
    ],
)
def test_a_file_that_cannot_be_made_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    """By the operating system's number."""

    def refuse(*_arguments: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(FileUnusableError) as raised:
        make_private_file(tmp_path / "file")
    assert raised.value.reason == reason


@pytest.mark.parametrize(("number", "reason"), [(errno.EACCES, "rights"), (errno.EIO, "failed")])
def test_a_folder_that_cannot_be_made_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    """By the operating system's number."""

    def refuse(_self: Path, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(FileUnusableError) as raised:
        make_private_folder(tmp_path / "folder")
    assert raised.value.reason == reason


def copying_fails(code: int) -> Callable[[object], None]:
    class Source(sqlite3.Connection):
        def backup(self, *_arguments: object, **_options: object) -> None:
            raise failure(code)

    def run(path: object) -> None:
        source = Source(":memory:")
        try:
            backup._copy(source, Path(str(path)), Path(str(path)))
        finally:
            source.close()

    return run


@pytest.mark.parametrize(
    ("code", "reason"), [(sqlite3.SQLITE_FULL, "full"), (sqlite3.SQLITE_IOERR, "failed")]
)
def test_a_backup_that_fails_says_why(tmp_path: Path, code: int, reason: str) -> None:
    """A full disk is the usual reason."""
    with pytest.raises(FileUnusableError) as raised:
        copying_fails(code)(tmp_path / "copy")
    assert raised.value.reason == reason


def test_a_backup_that_cannot_get_its_name_is_not_journalled(
    database: SqliteDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The entry and the file come together or not at all."""

    def refuse(*_arguments: object) -> None:
        raise OSError(errno.EIO, "refused")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileUnusableError):
        database.backup(tmp_path / "backup.sqlite3")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_emptying_the_log_of_a_closed_file_does_nothing(engine: SqliteEngine) -> None:
    """There is none then."""
    connections = Connections(engine.path, 0.05)
    connections.erase_traces()
    with connections.read() as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone()[0] == 0
    connections.close()
