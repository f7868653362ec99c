"""Connections of the login that owns a shared database: for setting it up, and kept nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

import psycopg
from psycopg.rows import tuple_row

from desktop_app.core.errors import StorageError
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import LoginMissingError
from desktop_app.storage.postgres.connections import Bounded, Connections
from desktop_app.storage.postgres.faults import connect_failure, translated
from desktop_app.storage.postgres.server import Server

MAINTENANCE = "postgres"
"""The database that every new server has; other databases are made from there."""

Connection = psycopg.Connection[tuple[object, ...]]

STATEMENT_SECONDS: Final = 600
"""How long one statement of a set-up may take: a migration may build an index of a million rows."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whoever sets a shared database up; without a password libpq looks in its own places."""

    server: Server
    login: str
    password: Secret[str] | None
    workstation: str

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """A connection to the shared database itself.

        Raises:
            StorageError: there is no connection; the subclass says why.
        """
        with self._connection(self.server) as connection:
            yield connection

    @contextmanager
    def beside(self) -> Iterator[Connection]:
        """A connection to the server's own database, or to the shared one where that is closed.

        Raises:
            StorageError: there is no connection to either; the subclass says why.
        """
        try:
            first = self._opened(replace(self.server, database=MAINTENANCE))
        except LoginMissingError:
            raise
        except StorageError as error:
            try:
                first = self._opened(self.server)
            except StorageError:
                raise error from None
        with first:
            yield first

    def connections(self) -> Connections:
        """The program's usual connections, as the owner."""
        return Connections(self.server, self.login, self.password, self.workstation)

    @contextmanager
    def _connection(self, server: Server) -> Iterator[Connection]:
        with self._opened(server) as connection, translated():
            yield connection

    def _opened(self, server: Server) -> Connection:
        try:
            connection = Bounded[tuple[object, ...]].connect(
                **server.parameters(has_password=self.password is not None),
                user=self.login,
                password=None if self.password is None else self.password.reveal(),
                application_name="watchword",
                autocommit=True,
                row_factory=tuple_row,
            )
        except psycopg.Error as error:
            raise connect_failure(error, server, self.login) from error
        connection.seconds = STATEMENT_SECONDS
        return connection
