"""P8: only the real server is spoken to, and no password is sent to any other."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from desktop_app.core.errors import NotAllowedError
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import (
    AuthorityMissingError,
    LoginRefusedError,
    ServerNotTrustedError,
    ServerUnreachableError,
)
from desktop_app.storage.postgres.database import PostgresDatabase
from desktop_app.storage.postgres.server import Server, is_loopback
from tests.storage.postgres_team import PASSWORD, SharedDatabase

SSL_REQUEST = bytes((0, 0, 0, 8, 4, 210, 22, 47))


def opened(server: Server, login: str = "agent", password: str = PASSWORD) -> None:
    """Open the database there once, as the program does."""
    database = PostgresDatabase(server, login, Secret(password), "desk-1")
    try:
        database.open()
    finally:
        database.close()


def refusal(server: Server, login: str = "agent") -> str:
    with pytest.raises(ServerNotTrustedError) as refused:
        opened(server, login)
    return refused.value.reason


@pytest.fixture
def address(shared: SharedDatabase) -> Server:
    """Where the real server is."""
    return shared.team.address(shared.name)


def test_the_real_server_is_spoken_to_over_tls(shared: SharedDatabase, address: Server) -> None:
    """Verified, in TLS 1.2 at least, bound to this very channel."""
    opened(address)
    database = PostgresDatabase(address, "agent", Secret(PASSWORD), "desk-1")
    with shared.as_superuser() as server:
        database.open()
        rows = server.execute(
            "SELECT s.ssl, s.version FROM pg_stat_ssl AS s JOIN pg_stat_activity AS a USING (pid)"
            " WHERE a.usename = 'agent' AND a.datname = %s",
            (shared.name,),
        ).fetchall()
    database.close()
    assert rows
    assert {(uses, version) for uses, version in rows} <= {(True, "TLSv1.2"), (True, "TLSv1.3")}


def test_another_authority_is_not_trusted(shared: SharedDatabase, address: Server) -> None:
    """A certificate that somebody else's authority has signed, be it one of the same name."""
    server = shared.team.server
    for file in (server.other_ca_file, server.namesake_ca_file):
        assert refusal(replace(address, ca_file=file)) == "certificate"


def test_the_systems_authorities_do_not_know_a_private_one(
    shared: SharedDatabase, address: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a file the system's store decides, and it can be told of an authority."""
    assert refusal(replace(address, ca_file=None)) == "certificate"
    monkeypatch.setenv("SSL_CERT_FILE", str(shared.team.server.ca_file))
    opened(replace(address, ca_file=None))


def test_a_missing_authority_file_is_not_the_systems_store(address: Server, tmp_path: Path) -> None:
    """It is missed, not replaced, and the server hears nothing."""
    gone = tmp_path / "gone.crt"
    with pytest.raises(AuthorityMissingError) as missed:
        refusal(replace(address, ca_file=gone))
    assert missed.value.path == str(gone)


def test_a_certificate_for_another_name_is_refused(address: Server) -> None:
    """The same server under an address that its certificate does not name."""
    assert refusal(replace(address, hosts=("127.0.0.1",))) == "host-name"


@contextmanager
def listener(answer: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """Somebody who answers every connection with ``answer``; what they were sent."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(30)

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.settimeout(30)
                while received := connection.recv(4096):
                    heard.append(received)
                    connection.sendall(answer)

        thread = Thread(target=serve)
        thread.start()
        yield server.getsockname()[1], heard
        thread.join(30)


def test_a_server_without_tls_gets_nothing(address: Server) -> None:
    """Also one that pretends to be the real one: after its no, nothing more is sent."""
    with listener(b"N") as (port, heard):
        assert refusal(replace(address, port=port)) == "no-tls"
    assert b"".join(heard) == SSL_REQUEST


def test_a_password_is_not_sent_in_clear(shared: SharedDatabase, address: Server) -> None:
    """Not even over TLS: whoever asks for the password itself does not get it."""
    with shared.as_superuser() as server:
        server.execute("DROP ROLE IF EXISTS careless")
        server.execute("CREATE ROLE careless LOGIN PASSWORD 'in clear'")
        server.execute(f"GRANT CONNECT ON DATABASE {shared.name} TO careless".encode())
    with pytest.raises(ServerNotTrustedError):
        opened(address, "careless", "in clear")
    with shared.as_superuser() as server:
        server.execute(f"REVOKE CONNECT ON DATABASE {shared.name} FROM careless".encode())
        server.execute("DROP ROLE careless")


@pytest.mark.parametrize("host", ["db.example", "192.0.2.7", "127.0.0.1.example", "10.0.0.1"])
def test_without_tls_only_this_computer_is_spoken_to(address: Server, host: str) -> None:
    """Any other address is refused before anything is looked up, in a list of hosts as well."""
    assert not is_loopback(host)
    for hosts in ((host,), ("localhost", host)):
        assert refusal(replace(address, hosts=hosts, tls=False)) == "plaintext"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_without_tls_this_computer_works(address: Server, host: str) -> None:
    """A database on the same machine needs no certificate."""
    opened(replace(address, hosts=(host,), ca_file=None, tls=False))


def test_a_wrong_password_and_a_stranger_are_refused(address: Server) -> None:
    """The login is named, nothing else."""
    with pytest.raises(LoginRefusedError):
        opened(address, password="wrong")
    with pytest.raises(LoginRefusedError):
        opened(address, "nobody")


def test_a_login_without_a_person_is_nobody(shared: SharedDatabase, address: Server) -> None:
    """Who may connect but is not of the team is not allowed."""
    with shared.as_owner() as owner:
        owner.execute("DELETE FROM watchword.person WHERE login = 'agent'")
    with pytest.raises(NotAllowedError):
        opened(address)


def test_nobody_there_is_no_other_failure(address: Server) -> None:
    """A port where nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(ServerUnreachableError):
        opened(replace(address, port=port))
