"""Connections to the one database file: opened on first use, kept, and closed all at once."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from playhouse.pool import PooledSqliteDatabase

from desktop_app.core.errors import (
    DatabaseMissingError,
    DatabaseReadOnlyError,
    DatabaseUnreadableError,
    FileUnusableError,
    StorageError,
)
from desktop_app.storage.sqlite.faults import translated
from desktop_app.storage.sqlite.migrations import APPLICATION_ID, migrate
from desktop_app.storage.sqlite.private_file import make_private_file, make_private_folder

BUSY_SECONDS = 3

_PRAGMAS = {
    "foreign_keys": 1,
    "synchronous": "FULL",  # a counted try must survive a power cut
    "secure_delete": "ON",  # a replaced verifier must not stay in a free page
    "trusted_schema": "OFF",
}


class Connections:
    """The pool of connections to one file, and the two kinds of transaction on them.

    Every thread has at most one connection at a time. The file is checked at each transaction:
    on Linux it can be deleted or replaced while it is open, and whatever is written then is lost.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._epoch = 0
        self._opened: tuple[int, int] | None = None
        self._pool = PooledSqliteDatabase(
            f"{path.absolute().as_uri()}?mode=rw",  # never creates a file
            uri=True,
            max_connections=None,
            pragmas=_PRAGMAS,
            timeout=BUSY_SECONDS,
            autoconnect=False,
            check_same_thread=False,  # close() closes what other threads have left behind
        )

    @property
    def path(self) -> Path:
        """The database file."""
        return self._path

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """One consistent view of the database; inside ``write`` it is that transaction's view.

        Raises:
            StorageError: the database cannot be used; the subclass says why.
        """
        with translated(self._path), self._connected() as connection:
            if connection.in_transaction:
                yield connection
                return
            with _transaction(connection, "BEGIN"):
                yield connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction that holds the write lock from its first moment.

        It is committed when the block ends and undone when the block raises.

        Raises:
            StorageError: the database cannot be used; the subclass says why.
        """
        with translated(self._path), self._connected() as connection:
            with _transaction(connection, "BEGIN IMMEDIATE"):
                yield connection
            self._require_same_file()

    def create(self) -> None:
        """Make the file, readable by this user only, with the newest schema in it.

        Raises:
            FileUnusableError: the file exists or cannot be made.
            StorageError: the database cannot be written.
        """
        if self._path.exists():
            raise FileUnusableError(str(self._path), "exists")
        unfinished = self._path.with_name(f"{self._path.name}.new")
        make_private_folder(self._path.parent)
        make_private_file(unfinished)
        with translated(unfinished):
            connection = sqlite3.connect(unfinished, isolation_level=None)
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                migrate(connection)
            finally:
                connection.close()
        unfinished.rename(self._path)

    def close(self) -> None:
        """Close every connection, those of other threads when their transaction ends."""
        with self._lock:
            self._epoch += 1
            self._opened = None
        self._pool.close_idle()

    def erase_traces(self) -> None:
        """Empty the write-ahead log, so that a replaced verifier does not stay in it.

        For use after a change that is committed already: where the log cannot be emptied now
        (another process is reading, the disk is full), it is emptied with the next such change
        or when the last connection closes.
        """
        with (
            suppress(StorageError),
            translated(self._path),
            self._connected() as connection,
        ):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        if not self._pool.is_closed():  # this thread is inside a transaction already
            yield self._pool.connection()
            return
        epoch = self._prepare()
        self._pool.connect()
        try:
            connection: sqlite3.Connection = self._pool.connection()
            connection.row_factory = sqlite3.Row
            yield connection
        finally:
            if epoch == self._epoch:
                self._pool.close()  # back to the pool
            else:
                self._pool.manual_close()

    def _prepare(self) -> int:
        """Check the file, completely when it is used for the first time; the present epoch."""
        with self._lock:
            if self._opened is None:
                self._opened = self._check_file()
            epoch = self._epoch
        self._require_same_file()
        return epoch

    def _require_same_file(self) -> None:
        opened = self._opened
        try:
            if opened is None or _identity(self._path) == opened:
                return
        except OSError:
            pass
        self.close()
        raise DatabaseMissingError(str(self._path))

    def _check_file(self) -> tuple[int, int]:
        """Refuse what is not a database of this program and bring an older one up to date."""
        try:
            status = self._path.stat()
            if status.st_size == 0:
                raise DatabaseUnreadableError(str(self._path), "damaged")
            if not os.access(self._path, os.R_OK):
                raise DatabaseUnreadableError(str(self._path), "rights")
            if not os.access(self._path, os.W_OK):
                raise DatabaseReadOnlyError
            if status.st_mode & 0o077:
                self._path.chmod(0o600)
        except FileNotFoundError:
            raise DatabaseMissingError(str(self._path)) from None
        except OSError as error:
            raise DatabaseUnreadableError(str(self._path), "rights") from error
        with translated(self._path):
            self._pool.connect()
            try:
                connection: sqlite3.Connection = self._pool.connection()
                found = connection.execute("PRAGMA application_id").fetchone()[0]
                if found != APPLICATION_ID:
                    raise DatabaseUnreadableError(str(self._path), "foreign")
                connection.execute("PRAGMA journal_mode = WAL")
                migrate(connection)
            finally:
                self._pool.manual_close()
        return _identity(self._path)


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
