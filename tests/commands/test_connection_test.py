"""The test of the way to a server before it is set up: what each step finds, on a real server."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from desktop_app.core.server_errors import AuthorityMissingError
from desktop_app.storage.postgres.server import Server
from tests.commands.team_desks import Desk, TeamServer
from tests.storage.postgres_team import PASSWORD, PostgresTeam

_NUMBERS = count(1)


@pytest.fixture(autouse=True)
def no_password(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever runs the tests has no password for the owner in libpq's own places."""
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "no-pgpass"))


@pytest.fixture
def server(postgres_team: PostgresTeam) -> Iterator[TeamServer]:
    """A server on which no database was made yet."""
    server = TeamServer(postgres_team, f"tested_{next(_NUMBERS)}")
    yield server
    server.remove()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The administrator's computer."""
    return Desk(tmp_path / "ada", "ada", monkeypatch)


def test_each_step_says_what_it_found(server: TeamServer, desk: Desk) -> None:
    """The same facts as in the window, and no secret among them."""
    outcome = desk.set_up(server)
    assert outcome.code == 0, outcome
    host, port, encryption, certificate, sign_in, rights, *_ = [
        line.removeprefix("passed").strip() for line in outcome.out.splitlines()
    ]
    assert host in {"Host found: 127.0.0.1", "Host found: ::1"}
    assert port.startswith(f"Port {server.team.server.port} answers: ")
    assert port.endswith(" ms")
    assert encryption == "Encrypted with TLS 1.3"
    assert certificate.startswith("Certificate is trusted: Issued by “Watchword tests”, until 20")
    assert sign_in.startswith("Signed in: PostgreSQL ")
    assert sign_in.split()[-1].replace(".", "").isdigit()
    assert rights == "Rights suffice: CREATEROLE, CREATEDB"
    assert PASSWORD not in outcome.out


def test_who_signed_an_unknown_certificate_is_named(server: TeamServer, desk: Desk) -> None:
    """Encryption has passed by then, and the password was not sent."""
    other = str(server.team.server.other_ca_file)
    outcome = desk.set_up(server, "--ca-file", other, "--json")
    *_, encryption, certificate = outcome.document["steps"]
    assert (encryption["outcome"], encryption["detail"]) == ("passed", "TLS 1.3")
    assert certificate["outcome"] == "failed"
    assert "Signed by “Watchword tests”, which this computer does not know" in certificate["remedy"]


def test_a_ca_file_that_is_not_there_is_said_before_anything_is_tried(
    server: TeamServer, desk: Desk, tmp_path: Path
) -> None:
    """No step was taken, nobody was asked for a password, and nothing is called untrusted."""
    authority = str(tmp_path / "no-ca.crt")
    recovery = str(tmp_path / "x.wwkey")
    outcome = desk.run(
        "server", "init", *server.way, "--recovery", recovery, "--ca-file", authority
    )
    assert outcome.code == 1
    assert outcome.out == ""
    assert f"There is no file {authority}." in outcome.err


def test_a_copy_of_the_ca_that_is_gone_is_no_untrusted_server(
    server: TeamServer, desk: Desk
) -> None:
    """A command of a profile says which file is missing, without a word to the server."""
    assert desk.set_up(server).code == 0
    authority = desk.folders.authority("team")
    authority.unlink()
    outcome = desk.run("people", "list")
    assert outcome.code == 1
    assert str(authority) in outcome.err
    assert "There is no CA file" in outcome.err
    with pytest.raises(AuthorityMissingError):
        Server(hosts=("db.example",), database="x", ca_file=authority).parameters()
