"""Connections to a shared database: opened on first use, kept warm, closed all at once."""

import select
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock, local
from typing import Any, Final, LiteralString, TypeAlias, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.rows import DictRow, dict_row

from desktop_app.core.errors import DatabaseBusyError, DatabaseClosedError, DatabaseReadOnlyError
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import NoAnswerError
from desktop_app.storage.postgres.faults import connect_failure, translated
from desktop_app.storage.postgres.notices import Notices
from desktop_app.storage.postgres.server import Server, session_options

ANSWER_SECONDS = 4.5
"""How long a call may take: an agent learns within 5 seconds that there is no answer."""

_LEAST_TO_CONNECT = 2.0
"""Seconds: psycopg gives a server no less to take a connection."""

_POLL_SECONDS = 0.1
_SLOW_SECONDS = 1.0
_MOST_IDLE = 4
_MOST_READS = 64

T = TypeVar("T")
R = TypeVar("R")
Row = Mapping[str, Any]
"""A row by column names; what type each column has is for the caller to know."""

Values = Sequence[object]


class Bounded(psycopg.Connection[R]):
    """A connection whose every exchange with the server ends within ``seconds``.

    A server that is frozen keeps its connections open, and no time-out of the network or of the
    server itself ever ends the wait for it.
    """

    seconds: float = ANSWER_SECONDS
    until: float | None = None
    """The moment on the monotonic clock by which the exchanges have to end all the same."""
    pid: int = 0
    """The server's process for it, kept for when the connection is lost."""
    listens: bool = False
    """Whether the server tells of notices on it."""

    def wait(
        self, gen: PQGen[T], interval: float = _POLL_SECONDS, timeout: float | None = None
    ) -> T:
        """Wait for an answer, and hang up where there is none in time.

        Raises:
            NoAnswerError: there was none, or the network gave up waiting for one.
        """
        begun = time.monotonic()
        allowed = self.seconds if timeout is None else timeout
        if self.until is not None:
            allowed = max(min(allowed, self.until - begun), _POLL_SECONDS)
        try:
            return super().wait(gen, interval, allowed)
        except psycopg.OperationalError as error:
            if error.sqlstate is None and time.monotonic() >= begun + min(_SLOW_SECONDS, allowed):
                self.pgconn.finish()
                raise NoAnswerError from error
            raise


BoundedConnection: TypeAlias = Bounded[DictRow]


class _Deadline(local):
    """By when the calls of one thread have to end; None while each has its own time."""

    until: float | None = None

    @property
    def left(self) -> float | None:
        """Seconds."""
        return None if self.until is None else self.until - time.monotonic()


class Connections:
    """The connections of one person to one database, and the kinds of calls on them.

    A call gets a connection of its own for as long as it lasts. Statements go to the server with
    their values beside them, never in their text, and never in a pipeline.
    """

    def __init__(
        self, server: Server, login: str, password: Secret[str] | None, workstation: str
    ) -> None:
        self._server = server
        self._login = login
        self._password = password
        self._options = session_options(workstation)
        self._lock = Lock()
        self._idle: list[BoundedConnection] = []
        self._epoch = 0
        self._lost: set[int] = set()
        self._is_closed = False
        self._deadline = _Deadline()
        self._notices = Notices()

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Inside the block the calls of this thread together take no longer than ``seconds``.

        A call for which no time is left raises ``NoAnswerError``.
        """
        before = self._deadline.until
        self._deadline.until = time.monotonic() + seconds
        try:
            yield
        finally:
            self._deadline.until = before

    def row(self, statement: LiteralString, values: Values = ()) -> Row | None:
        """The first row of one statement that is a transaction of its own, if it has one.

        Raises:
            WatchwordError: the call failed; the subclass says why.
        """
        with self._connection() as connection, translated():
            return connection.execute(statement, values).fetchone()

    def one(self, statement: LiteralString, values: Values = ()) -> Row:
        """The same for a statement that always has a row."""
        with self._connection() as connection, translated():
            return only_row(connection.execute(statement, values))

    def rows(self, statement: LiteralString, values: Values = ()) -> list[DictRow]:
        """All rows of one statement that is a transaction of its own."""
        with self._connection() as connection, translated():
            return connection.execute(statement, values).fetchall()

    def settle(self) -> None:
        """Be sure that nothing goes on at the server that was sent on a lost connection.

        A call that was given up may still wait there for its turn.

        Raises:
            DatabaseBusyError: something does go on.
        """
        with self._lock:
            lost = list(self._lost)
        if not lost:
            return
        with self.session() as connection:
            connection.execute(_END_SESSIONS, (lost,))
            if connection.execute(_LEFT_SESSIONS, (lost,)).fetchone() is not None:
                raise DatabaseBusyError
        with self._lock:
            self._lost.difference_update(lost)

    def told(self, channel: LiteralString) -> frozenset[str] | None:
        """What was notified on ``channel`` since the last call.

        None where something may have been missed: the connection at hand is a new one, or it was
        too much. Connections that are kept warm anyway listen, so nobody needs another one; one
        that listens already is only looked at, and the server is not asked.
        """
        with self._lock:
            idle, self._idle = self._idle, []
            for connection in idle:
                if self._is_alive(connection):
                    self._idle.append(connection)
                else:
                    connection.close()
        with self.session() as connection:
            if connection.listens:
                return self._notices.take()
            connection.add_notify_handler(lambda notify: self._notices.add(notify.payload))
            connection.execute(f"LISTEN {channel}")
            connection.listens = True
        self._notices.take()
        return None

    @contextmanager
    def session(self) -> Iterator[BoundedConnection]:
        """A connection for several statements, each a transaction of its own."""
        with self._connection() as connection, translated():
            yield connection

    @contextmanager
    def view(self) -> Iterator[BoundedConnection]:
        """One consistent view of the database for several statements that read."""
        with self._transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") as connection:
            yield connection

    @contextmanager
    def work(self, seconds: float) -> Iterator[BoundedConnection]:
        """One transaction that may take long, ``seconds`` for each of its statements.

        It is committed when the block ends and undone when the block raises.
        """
        with self._long_transaction(seconds, "COMMIT") as connection:
            yield connection

    @contextmanager
    def trial(self, seconds: float) -> Iterator[BoundedConnection]:
        """The same, and undone in any case."""
        with self._long_transaction(seconds, "ROLLBACK") as connection:
            yield connection

    def close(self) -> None:
        """Close every connection, those in use when their call ends.

        From then on every call raises ``DatabaseClosedError`` until ``allow`` is called.
        """
        with self._lock:
            self._is_closed = True
            self._epoch += 1
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def allow(self) -> None:
        """Connect again at the next call."""
        with self._lock:
            self._is_closed = False

    @contextmanager
    def _long_transaction(self, seconds: float, end: LiteralString) -> Iterator[BoundedConnection]:
        begin = "BEGIN ISOLATION LEVEL READ COMMITTED"
        with self._transaction(begin, end) as connection:
            connection.seconds = seconds
            try:
                connection.execute("SET LOCAL statement_timeout = 0")
                yield connection
            finally:
                connection.seconds = ANSWER_SECONDS

    @contextmanager
    def _transaction(
        self, begin: LiteralString, end: LiteralString = "COMMIT"
    ) -> Iterator[BoundedConnection]:
        with self._connection() as connection, translated():
            connection.execute(begin)
            done = False
            try:
                yield connection
                done = True
            finally:
                if not connection.closed:
                    connection.execute(end if done else "ROLLBACK")

    @contextmanager
    def _connection(self) -> Iterator[BoundedConnection]:
        epoch, connection = self._take()
        connection.until = self._deadline.until
        try:
            yield connection
        except DatabaseReadOnlyError:
            connection.close()  # another host may have become the one that takes writes
            raise
        finally:
            self._give_back(epoch, connection)

    def _take(self) -> tuple[int, BoundedConnection]:
        left = self._deadline.left
        if left is not None and left <= 0:
            raise NoAnswerError
        with self._lock:
            self._require_open()
            epoch = self._epoch
            while self._idle:
                connection = self._idle.pop()
                if self._is_alive(connection):
                    return epoch, connection
                connection.close()
        connection = self._open()
        try:
            self._require_open()
        except DatabaseClosedError:
            connection.close()
            raise
        return epoch, connection

    def _is_alive(self, connection: BoundedConnection) -> bool:
        """Whether an idle server has not hung up.

        It speaks only to do that, or to tell of a notice where the connection listens.
        """
        for _ in range(_MOST_READS):  # somebody may send without end
            if connection.closed:
                return False
            readable, _, _ = select.select([connection.fileno()], [], [], 0)
            if not readable:
                return True
            if not (connection.listens and self._read_notices(connection)):
                return False
        return True

    def _read_notices(self, connection: BoundedConnection) -> bool:
        """Read what has come in; whether there was a notice."""
        try:
            connection.pgconn.consume_input()
        except psycopg.OperationalError:
            return False
        found = False
        while (notify := connection.pgconn.notifies()) is not None:
            found = True
            self._notices.add(notify.extra.decode("utf-8", "replace"))
        return found

    def _require_open(self) -> None:
        if self._is_closed:
            raise DatabaseClosedError

    def _give_back(self, epoch: int, connection: BoundedConnection) -> None:
        idle = connection.info.transaction_status is psycopg.pq.TransactionStatus.IDLE
        with self._lock:
            if idle and epoch == self._epoch and len(self._idle) < _MOST_IDLE:
                self._idle.append(connection)
                return
            if connection.broken:
                self._lost.add(connection.pid)
        connection.close()

    def _open(self) -> BoundedConnection:
        parameters = self._server.parameters(has_password=self._password is not None)
        left = self._deadline.left
        if left is not None:
            if left < _LEAST_TO_CONNECT:
                raise NoAnswerError
            parameters["connect_timeout"] = min(parameters["connect_timeout"], int(left))
        try:
            connection = BoundedConnection.connect(
                **parameters,
                user=self._login,
                password=None if self._password is None else self._password.reveal(),
                options=self._options,
                application_name="watchword",
                autocommit=True,
                prepare_threshold=None,  # a plan made for any value is a bad one for a search
                row_factory=dict_row,
            )
        except psycopg.Error as error:
            raise connect_failure(error, self._server, self._login) from error
        connection.pid = connection.info.backend_pid
        return connection


def only_row(cursor: psycopg.Cursor[DictRow]) -> Row:
    """The row of a statement that always has one."""
    row = cursor.fetchone()
    if row is None:
        raise LookupError("a statement that always has a row has none")
    return row


_END_SESSIONS: Final = "SELECT pg_terminate_backend(pid, 1000) FROM unnest(%s::integer[]) AS pid"
_LEFT_SESSIONS: Final = (
    "SELECT pid FROM pg_stat_activity WHERE pid = ANY (%s) AND usename = session_user"
)
