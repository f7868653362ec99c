"""An invitation on a server that takes the login and lets it into the database only later."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from psycopg import sql

from tests.commands.team_desks import Desk, TeamServer
from tests.storage.postgres_team import PostgresTeam

_NUMBERS = count(1)


@pytest.fixture
def server(postgres_team: PostgresTeam) -> Iterator[TeamServer]:
    """A server on which no database was made yet."""
    server = TeamServer(postgres_team, f"full_{next(_NUMBERS)}")
    yield server
    server.remove()


def limit(server: TeamServer, connections: int) -> None:
    """Let so many into the database; -1 lets everybody."""
    with server.team.server.connect() as connection:
        connection.execute(
            sql.SQL("ALTER DATABASE {} CONNECTION LIMIT {}").format(
                sql.Identifier(server.name), sql.Literal(connections)
            )
        )


def test_a_full_database_uses_no_invitation_up(
    server: TeamServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told that it was used; once there is room, the same file and words are taken."""
    admin = Desk(tmp_path / "ada", "ada", monkeypatch)
    colleague = Desk(tmp_path / "berger", "berger", monkeypatch)
    assert admin.set_up(server).code == 0
    file = tmp_path / "berger.invitation"
    invited = admin.run(
        "people", "invite", "berger", str(file), "--role", "agent", "--name", "Lukas", "--json"
    )
    words = f"{invited.document['words']}\n"
    limit(server, 0)
    refused = colleague.run("join", str(file), "--words-stdin", typed=words)
    assert refused.code == 1
    assert "used already" not in refused.err
    limit(server, -1)
    joined = colleague.run("join", str(file), "--words-stdin", typed=words)
    assert joined.code == 0, joined
