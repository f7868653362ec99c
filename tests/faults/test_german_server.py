"""What is said of a server whose administrator reads German: true sentences, never wrong ones."""

from collections.abc import Iterator
from contextlib import ExitStack

import psycopg
import pytest
from psycopg import sql

from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import (
    LoginRefusedError,
    LoginShutOutError,
    NotConnectedError,
    ServerNotReadyError,
)
from desktop_app.gui.texts.failures import failure
from desktop_app.storage.postgres.connections import Connections
from desktop_app.storage.postgres.server import Server
from tests.postgres_server import PostgresServer

PASSWORD = "anna's own"
FEW = {"lc_messages": "C.UTF-8", "max_connections": "8", "superuser_reserved_connections": "2"}


@pytest.fixture(scope="module")
def german() -> Iterator[PostgresServer]:
    """A server of few connections that speaks German; the logins ``anna`` and ``ben``."""
    with ExitStack() as started:
        environment = started.enter_context(pytest.MonkeyPatch.context())
        environment.setenv("LANGUAGE", "de")
        server = started.enter_context(PostgresServer(FEW))
        with server.connect() as connection:
            for login in ("anna", "ben"):
                connection.execute(
                    sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(
                        sql.Identifier(login), sql.Literal(PASSWORD)
                    )
                )
            connection.execute("CREATE DATABASE full_one CONNECTION LIMIT 0")
            connection.execute("CREATE DATABASE closed_one")
            connection.execute("REVOKE CONNECT ON DATABASE closed_one FROM PUBLIC")
        yield server


def refusal(
    german: PostgresServer, database: str = "postgres", password: str = PASSWORD
) -> NotConnectedError:
    """What a call as ``anna`` raises."""
    server = Server(
        hosts=("localhost",), database=database, port=german.port, ca_file=german.ca_file
    )
    connections = Connections(server, "anna", Secret(password), "desk-1")
    try:
        with pytest.raises(NotConnectedError) as caught:
            connections.one("SELECT 1")
    finally:
        connections.close()
    return caught.value


def occupy(german: PostgresServer, connections: ExitStack) -> None:
    """Take every connection that a person can have, and one more."""
    for _ in range(20):
        connections.enter_context(german.connect(user="ben", password=PASSWORD))


def test_the_server_speaks_german(german: PostgresServer) -> None:
    """The rest of this file proves something only where it does."""
    with pytest.raises(psycopg.OperationalError, match="Passwort-Authentifizierung"):
        german.connect(user="anna", password="wrong").close()


def test_a_wrong_password_is_a_login_that_is_not_accepted(german: PostgresServer) -> None:
    """And nothing else than that."""
    error = refusal(german, password="wrong")
    assert type(error) is LoginRefusedError
    assert "does not accept the login anna" in failure(error)


@pytest.mark.parametrize("database", ["full_one", "closed_one", "no_such"])
def test_a_database_that_lets_nobody_in_is_named(german: PostgresServer, database: str) -> None:
    """Full, closed or not there: nobody types a password again that was right."""
    error = refusal(german, database)
    assert isinstance(error, LoginShutOutError)
    assert f"does not let the login anna into the database {database}" in failure(error)
    assert "invit" not in failure(error)


def test_a_full_server_answers_and_takes_no_connections(german: PostgresServer) -> None:
    """It is not away, and nobody looks for a fault of the network or of the login."""
    with ExitStack() as others:
        with pytest.raises(psycopg.OperationalError):
            occupy(german, others)
        error = refusal(german)
    assert isinstance(error, ServerNotReadyError)
    assert "answers, but takes no connections at present" in failure(error)


def test_a_login_with_too_many_connections_is_not_accepted_for_now(
    german: PostgresServer,
) -> None:
    """No SQLSTATE comes with it: what is said is true of it too."""
    with german.connect() as connection:
        connection.execute("ALTER ROLE anna CONNECTION LIMIT 0")
    try:
        error = refusal(german)
    finally:
        with german.connect() as connection:
            connection.execute("ALTER ROLE anna CONNECTION LIMIT -1")
    assert isinstance(error, LoginRefusedError)
    assert "does not accept the login anna" in failure(error)
    assert "who can find out why" in failure(error)
