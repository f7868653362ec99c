"""The database file from the moment it is opened: the right one, up to date, and still there."""

import os
import sqlite3
from contextlib import ExitStack, suppress
from pathlib import Path

from desktop_app.core.errors import (
    DatabaseMissingError,
    DatabaseReadOnlyError,
    DatabaseUnreadableError,
)
from desktop_app.storage.sqlite.faults import translated
from desktop_app.storage.sqlite.migrations import APPLICATION_ID, known_version, migrate, version


class OpenFile:
    """One database file with a connection that stays as long as the file is in use.

    The connection is there for what concerns the file as a whole: its schema and its write-ahead
    log. Opening refuses what is not a database of this program and brings an older one up to date.
    A file that the user may only read, an archive for one, is read as it is.
    """

    def __init__(self, path: Path, busy_seconds: float) -> None:
        """Open the file.

        Raises:
            DatabaseMissingError: there is no file.
            DatabaseNewerError: a newer program wrote it.
            DatabaseReadOnlyError: it may only be read, and would first have to be written to.
            DatabaseUnreadableError: it is no database of this program, damaged, or not accessible.
            StorageError: it cannot be used for another reason.
        """
        self._path = path
        _require_usable(path)
        with translated(path), ExitStack() as if_it_fails:
            self._connection = sqlite3.connect(
                existing_uri(path),
                uri=True,
                timeout=busy_seconds,
                isolation_level=None,
                check_same_thread=False,
            )
            if_it_fails.callback(self._connection.close)
            self._bring_up_to_date()
            self._identity = _identity(path)
            if_it_fails.pop_all()

    def is_in_place(self) -> bool:
        """Whether the path still leads to this very file, which need not be so on Linux."""
        try:
            return _identity(self._path) == self._identity
        except OSError:
            return False

    def empty_log(self) -> None:
        """Write what the write-ahead log holds into the file and leave nothing in the log.

        Where it cannot be done now (another process is reading, the disk is full), it is done the
        next time or when the last connection closes.
        """
        with suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close the connection.

        SQLite leaves the log of a file that was moved away where it is, and would then apply it
        to another file that is put in its place, a restored backup for one. So it is emptied.
        """
        if not self.is_in_place():
            self.empty_log()
        self._connection.close()

    def _bring_up_to_date(self) -> None:
        found = self._connection.execute("PRAGMA application_id").fetchone()[0]
        if found != APPLICATION_ID:
            raise DatabaseUnreadableError(str(self._path), "foreign")
        if not _is_writable(self._path):
            known = known_version()
            if version(self._connection, known) < known:
                raise DatabaseReadOnlyError
            return
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA secure_delete = ON")
        migrate(self._connection)


def existing_uri(path: Path) -> str:
    """The URI under which SQLite opens a file and never makes one.

    One that may only be read is opened without the files that SQLite would make beside it.
    """
    mode = "rw" if _is_writable(path) else "ro&immutable=1"
    return f"{path.absolute().as_uri()}?mode={mode}"


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK)


def _require_usable(path: Path) -> None:
    """Refuse what SQLite would name badly; take away from others what they could read."""
    try:
        status = path.stat()
        if status.st_size == 0:  # to SQLite this is an empty database
            raise DatabaseUnreadableError(str(path), "damaged")
        if not os.access(path, os.R_OK):
            raise DatabaseUnreadableError(str(path), "rights")
        if not _is_writable(path):
            if _has_log(path):  # what is in it would not be seen
                raise DatabaseReadOnlyError
            return
        if status.st_mode & 0o077:
            path.chmod(0o600)
    except FileNotFoundError:
        raise DatabaseMissingError(str(path)) from None
    except OSError as error:
        raise DatabaseUnreadableError(str(path), "rights") from error


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
