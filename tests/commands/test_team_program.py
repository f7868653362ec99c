"""A team as it begins: processes of their own, terminals, real keyrings, a real server."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.secret import Secret
from desktop_app.system.recovery import open_sealed
from tests.commands.program import Program
from tests.commands.team_desks import PASSPHRASE, TeamServer
from tests.postgres_server import SUPERUSER
from tests.secret_service import SecretService
from tests.storage.postgres_team import PostgresTeam


@pytest.fixture
def server(postgres_team: PostgresTeam) -> Iterator[TeamServer]:
    """A server on which no database was made yet; here its superuser sets it up."""
    server = TeamServer(postgres_team, "in_earnest", owner=SUPERUSER)
    yield server
    server.remove()


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Program]:
    """The program on another computer, with a keyring of its own."""
    with SecretService() as service:
        yield Program(tmp_path / "colleague", service.variables)


def test_a_team_begins(
    server: TeamServer, program: Program, colleague: Program, tmp_path: Path
) -> None:
    """Set up, invite, join, and one password matches at both computers."""
    password = server.team.server.password
    recovery = tmp_path / "team.recovery"
    code, shown = program.at_terminal(
        "server", "init", *server.way, "--login", "ada", "--name", "Ada Admin",
        "--recovery", str(recovery), answers=(password, PASSPHRASE, PASSPHRASE),
    )  # fmt: skip
    assert code == 0, shown
    assert "failed" not in shown
    assert password not in shown
    assert len(open_sealed(recovery, Secret(PASSPHRASE))) == 1

    file = tmp_path / "berger.invitation"
    invited = program.run("people", "invite", "berger", str(file), "--role", "lead")
    assert invited.code == 0, invited.err
    found = re.search(r"told by voice: (.+)", invited.out)
    assert found is not None
    code, shown = colleague.at_terminal("join", str(file), answers=(found[1],))
    assert code == 0, shown
    assert found[1] not in shown
    assert "“team”" in shown

    customers = tmp_path / "list.csv"
    customers.write_text("Kundennummer;Name\n104233;Jonas Weber\n", encoding="utf-8")
    assert colleague.run("import", str(customers)).code == 0
    check = ("--check", "callback", "--reference", "T-1", "--password-stdin")
    was_set = colleague.run("set", "104233", *check, typed="blue train\n")
    assert was_set.code == 0, was_set.err
    verified = program.run("verify", "104233", "--password-stdin", typed="Blue-Train\n")
    assert verified.code == 0, verified.err
    for home in (program.home, colleague.home):
        written = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
        assert password.encode() not in written
