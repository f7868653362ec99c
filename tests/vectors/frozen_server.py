"""Shared databases of released schemas as SQL text, and how the present one is frozen.

``python -m tests.vectors.frozen_server`` starts a PostgreSQL, sets a team's database up, fills it
and writes ``server_schema_<version>.sql`` where there is none yet: what ``pg_dump`` makes of it.
Until its schema is released a file may be removed and made anew. A released one is never written
again, and the steps that led to it are never edited: they are what teams have on their servers.
Roles belong to the server and are not in the file: the people are those of the tests' own team.
"""

import sys
from pathlib import Path

import psycopg

from desktop_app.storage.postgres.schema import known_version
from tests.postgres_server import PostgresServer
from tests.storage.engines import ADMIN, AGENT
from tests.storage.postgres_team import PostgresEngine, PostgresTeam, SharedDatabase
from tests.vectors.frozen_team import FOLDER, about_line, expectations, fill

_OF_ONE_RUN = ("\\restrict ", "\\unrestrict ", "-- Dumped ")


def is_of_one_run(line: str) -> bool:
    """Whether ``pg_dump`` writes this line differently each time, or each of its versions."""
    return line.startswith(_OF_ONE_RUN)


def thaw(path: Path, connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Fill an empty database with what was frozen, as a superuser."""
    connection.execute(path.read_text(encoding="utf-8").encode("utf-8"))


def freeze(target: Path) -> None:
    """Fill a database of the present schema and write it to ``target``."""
    with PostgresServer() as server:
        team = PostgresTeam(server)
        engine = PostgresEngine(team)
        database = engine.open(ADMIN)
        fill(database, AGENT.login)
        about = expectations(database, engine.clock)
        _give_back_the_clock(engine, SharedDatabase(team))
        dump = server.dump(engine.name, "--inserts")
    kept = [line for line in dump.splitlines() if not is_of_one_run(line)]
    target.write_text("\n".join([about_line(about), *kept]) + "\n", encoding="utf-8")


def _give_back_the_clock(engine: PostgresEngine, untouched: SharedDatabase) -> None:
    """Let the database read the server's clock again, as every team's does."""
    with untouched.as_superuser() as connection:
        row = connection.execute(
            "SELECT pg_get_functiondef('watchword.moment()'::regprocedure)"
        ).fetchone()
    assert row is not None
    with engine.as_superuser() as connection:
        connection.execute(str(row[0]).encode())
        connection.execute("DROP SCHEMA test_clock CASCADE")


if __name__ == "__main__":
    file = FOLDER / f"server_schema_{known_version()}.sql"
    if file.exists():
        sys.exit(f"{file.name} is frozen already")
    freeze(file)
