"""Connections to the one database file: opened on first use, kept, and closed all at once."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Lock, local

from desktop_app.core.errors import (
    DatabaseClosedError,
    DatabaseMissingError,
    DatabaseUnreadableError,
    FileUnusableError,
)
from desktop_app.storage.sqlite.faults import translated
from desktop_app.storage.sqlite.migrations import migrate
from desktop_app.storage.sqlite.open_file import OpenFile, existing_uri
from desktop_app.storage.sqlite.private_file import (
    make_private_folder,
    private_draft,
    publish,
)
from desktop_app.storage.sqlite.schema import CheckedConnection, Schema, own_schema

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # a counted try must survive a power cut
    "PRAGMA secure_delete = ON",  # a replaced verifier must not stay in a free page
    "PRAGMA trusted_schema = OFF",
)


class _Thread(local):
    """What the calling thread has in hand: its connection while it is inside a transaction."""

    connection: CheckedConnection | None = None


class Connections:
    """The pool of connections to one file, and the two kinds of transaction on them.

    Every thread has at most one connection at a time. The file is checked at each transaction:
    on Linux it can be deleted or replaced while it is open, and whatever is written then is lost.
    So is its schema, to which somebody may have added what works against this program.
    ``busy_seconds`` is how long a call waits for another process's transaction to end.
    """

    def __init__(self, path: Path, busy_seconds: float) -> None:
        self._path = path
        self._lock = Lock()
        self._epoch = 0
        self._is_closed = False
        self._busy_seconds = busy_seconds
        self._file: OpenFile | None = None
        self._schema: Schema = ()
        self._idle: list[CheckedConnection] = []
        self._thread = _Thread()

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
                self._require_own_schema(connection)
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
                self._require_own_schema(connection)
                yield connection
            self._require_in_place()

    def create(self) -> None:
        """Make the file, readable by this user only, with the newest schema in it.

        Raises:
            FileUnusableError: the file exists or cannot be made.
            StorageError: the database cannot be written.
        """
        if self._path.exists():
            raise FileUnusableError(str(self._path), "exists")
        make_private_folder(self._path.parent)
        with private_draft(self._path) as unfinished:
            with translated(unfinished):
                connection = sqlite3.connect(unfinished, isolation_level=None)
                try:
                    connection.execute("PRAGMA journal_mode = WAL")
                    migrate(connection)
                finally:
                    connection.close()
            publish(unfinished, self._path)

    def close(self) -> None:
        """Close every connection, those of other threads when their transaction ends.

        From then on every call raises ``DatabaseClosedError`` until ``allow`` is called: what is
        still under way when a pause begins must not open the file again behind it.
        """
        with self._lock:
            self._is_closed = True
        self._drop()

    def allow(self) -> None:
        """Open the file again at the next call."""
        with self._lock:
            self._is_closed = False

    def _drop(self) -> None:
        with self._lock:
            self._epoch += 1
            file, self._file = self._file, None
            idle, self._idle = self._idle, []
        if file is not None:
            file.close()
        for connection in idle:
            connection.close()

    def erase_traces(self) -> None:
        """Empty the write-ahead log, so that a replaced verifier does not stay in it.

        For use after a change that is committed already: a failure is not one of that change.
        """
        file = self._file
        if file is not None:
            file.empty_log()

    @contextmanager
    def _connected(self) -> Iterator[CheckedConnection]:
        if self._thread.connection is not None:  # this thread is inside a transaction already
            yield self._thread.connection
            return
        epoch, connection = self._take()
        self._thread.connection = connection
        try:
            yield connection
        finally:
            self._thread.connection = None
            self._give_back(epoch, connection)

    def _take(self) -> tuple[int, CheckedConnection]:
        """A connection to the file, which is there, and the epoch that it belongs to."""
        with self._lock:
            self._require_open()
            if self._file is None:
                self._file = OpenFile(self._path, self._busy_seconds)
                self._schema = own_schema()
            epoch = self._epoch
        self._require_in_place()
        with self._lock:
            if epoch == self._epoch and self._idle:
                return epoch, self._idle.pop()
        connection = self._open()
        try:
            self._require_open()
        except DatabaseClosedError:
            connection.close()
            raise
        return epoch, connection

    def _give_back(self, epoch: int, connection: CheckedConnection) -> None:
        """Keep the connection for the next call, unless everything was closed in between."""
        with self._lock:
            if epoch == self._epoch:
                self._idle.append(connection)
                return
        connection.close()

    def _open(self) -> CheckedConnection:
        with ExitStack() as if_it_fails:
            connection = sqlite3.connect(
                existing_uri(self._path),
                uri=True,
                timeout=self._busy_seconds,
                isolation_level=None,
                factory=CheckedConnection,
                check_same_thread=False,  # close() closes what other threads have left behind
            )
            if_it_fails.callback(connection.close)
            connection.row_factory = sqlite3.Row
            for pragma in _PRAGMAS:
                connection.execute(pragma)
            if_it_fails.pop_all()
        return connection

    def _require_open(self) -> None:
        if self._is_closed:
            raise DatabaseClosedError

    def _require_own_schema(self, connection: CheckedConnection) -> None:
        if not connection.has_schema(self._schema):
            raise DatabaseUnreadableError(str(self._path), "altered")

    def _require_in_place(self) -> None:
        file = self._file
        if file is not None and not file.is_in_place():
            self._drop()
            raise DatabaseMissingError(str(self._path))


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
