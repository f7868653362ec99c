"""A team on the tests' PostgreSQL: its people as logins, and databases of their own for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count

import psycopg
from psycopg import sql

from desktop_app.core.entities import Person, Role
from desktop_app.core.secret import Secret
from desktop_app.storage.postgres import schema
from desktop_app.storage.postgres.database import PostgresDatabase
from desktop_app.storage.postgres.server import Server
from tests.postgres_server import PostgresServer
from tests.storage.engines import ADMIN, AGENT, LEAD, OTHER_AGENT, MovableClock

INSTALLER = "installer"
PORTAL = "portal"
PASSWORD = "one password for everybody in the tests"

_TEMPLATE = "team"
_CLOCKED = "team_with_a_clock"
_OWN_CLOCK = """
    CREATE SCHEMA test_clock;
    CREATE TABLE test_clock.standing (at timestamptz);
    INSERT INTO test_clock.standing VALUES (clock_timestamp());
    CREATE OR REPLACE FUNCTION watchword.moment() RETURNS timestamptz
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = watchword, pg_catalog, pg_temp
    AS 'SELECT at FROM test_clock.standing';
"""


class PostgresTeam:
    """Sets the server up as an administrator without superuser rights would, once for a run."""

    def __init__(self, server: PostgresServer) -> None:
        self.server = server
        self._numbers = count(1)
        with server.connect() as connection:
            connection.execute(
                sql.SQL("CREATE ROLE {} LOGIN CREATEROLE CREATEDB PASSWORD {}").format(
                    sql.Identifier(INSTALLER), sql.Literal(PASSWORD)
                )
            )
        with self.connect("postgres", INSTALLER) as connection:
            schema.require_rights(connection)
            schema.create_roles(connection)
            schema.create_database(connection, _TEMPLATE)
        with self.connect(_TEMPLATE, INSTALLER) as connection:
            schema.upgrade(connection)
        self._add_people()
        self.copy(_TEMPLATE, _CLOCKED)
        self.give_own_clock(_CLOCKED)

    def connect(self, database: str, user: str) -> psycopg.Connection[tuple[object, ...]]:
        """A plain connection past the program, as one of the people."""
        return self.server.connect(database, user, PASSWORD)

    @contextmanager
    def as_owner(self, database: str) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
        """The database in the hands of whoever owns its tables."""
        with self.server.connect(database) as connection:
            connection.execute("SET ROLE watchword_owner")
            yield connection

    def new_database(self, *, clocked: bool) -> str:
        """The name of a database that nothing has happened in."""
        name = f"test_{next(self._numbers)}"
        self.copy(_CLOCKED if clocked else _TEMPLATE, name)
        return name

    def empty_database(self) -> str:
        """The name of a database that was made and not set up."""
        name = f"test_{next(self._numbers)}"
        with self.connect("postgres", INSTALLER) as connection:
            schema.create_database(connection, name)
        return name

    def give_own_clock(self, database: str) -> None:
        """Let a database read the clock that ``DatabaseClock`` moves."""
        with self.as_owner(database) as connection:
            connection.execute(_OWN_CLOCK)

    def let_in(self, database: str) -> None:
        """Let the people connect to a database."""
        with self.server.connect() as connection:
            for login in (AGENT.login, OTHER_AGENT.login, LEAD.login, ADMIN.login, PORTAL):
                connection.execute(
                    sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
                        sql.Identifier(database), sql.Identifier(login)
                    )
                )

    def copy(self, template: str, name: str) -> None:
        """Copy a database with its rights, which a copy does not take along by itself."""
        identifiers = {"name": sql.Identifier(name), "template": sql.Identifier(template)}
        with self.server.connect() as connection:
            connection.execute(
                sql.SQL(
                    "CREATE DATABASE {name} TEMPLATE {template} OWNER watchword_owner"
                    " STRATEGY file_copy"
                ).format(**identifiers)
            )
        self.let_in(name)
        with self.server.connect(name) as connection:
            schema.close_to_others(connection)

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        with self.server.connect() as connection:
            connection.execute(
                sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            )

    def address(self, database: str) -> Server:
        """Where the program finds a database, over TLS."""
        return Server(
            hosts=("localhost",),
            database=database,
            port=self.server.port,
            ca_file=self.server.ca_file,
        )

    def _add_people(self) -> None:
        with self.connect(_TEMPLATE, INSTALLER) as connection:
            for person in (ADMIN, LEAD, AGENT, OTHER_AGENT, Person(PORTAL, "Portal", Role.AGENT)):
                role = PORTAL if person.login == PORTAL else person.role.value
                encrypted = connection.pgconn.encrypt_password(
                    PASSWORD.encode(), person.login.encode(), b"scram-sha-256"
                )
                connection.execute(
                    "SELECT watchword.add_person(%s, %s, %s, %s)",
                    (person.login, person.name, role, encrypted.decode()),
                )
        with self.as_owner(_TEMPLATE) as connection:
            connection.execute("ALTER TABLE watchword.journal DISABLE TRIGGER USER")
            connection.execute("TRUNCATE watchword.journal RESTART IDENTITY CASCADE")
            connection.execute("ALTER TABLE watchword.journal ENABLE TRIGGER USER")


class DatabaseClock(MovableClock):
    """The clock of one database: what a test sets is what the database reads."""

    def __init__(self, connection: psycopg.Connection[tuple[object, ...]]) -> None:
        self._connection = connection
        super().__init__()

    @property
    def now(self) -> datetime:
        """The moment at which it stands."""
        return self._now

    @now.setter
    def now(self, moment: datetime) -> None:
        self._now = moment
        self._connection.execute("UPDATE test_clock.standing SET at = %s", (moment,))


class SharedDatabase:
    """A new database on the tests' server, and the ways to it."""

    def __init__(self, team: PostgresTeam, *, clocked: bool = False) -> None:
        self.team = team
        self.name = team.new_database(clocked=clocked)
        self._opened: list[PostgresDatabase] = []

    def open(self, person: Person) -> PostgresDatabase:
        """A storage of its own on the database, as the program uses it."""
        database = PostgresDatabase(
            self.team.address(self.name), person.login, Secret(PASSWORD), "desk-1"
        )
        self._opened.append(database)
        return database

    def connect(self, login: str) -> psycopg.Connection[tuple[object, ...]]:
        """A plain connection past the program, in autocommit."""
        return self.team.connect(self.name, login)

    def as_superuser(self) -> psycopg.Connection[tuple[object, ...]]:
        """The server in the hands of whoever runs it."""
        return self.team.server.connect(self.name)

    @contextmanager
    def as_owner(self) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
        """The database in the hands of whoever owns its tables."""
        with self.team.as_owner(self.name) as connection:
            yield connection

    def disconnect(self) -> None:
        """Close what was opened."""
        for database in self._opened:
            database.close()

    def close(self) -> None:
        """Close what was opened and remove the database."""
        self.disconnect()
        self.team.drop(self.name)


class PostgresEngine(SharedDatabase):
    """The same with a clock that tests move."""

    def __init__(self, team: PostgresTeam) -> None:
        super().__init__(team, clocked=True)
        self._clock_connection = self.as_superuser()
        self.clock: MovableClock = DatabaseClock(self._clock_connection)

    def close(self) -> None:
        """Close what was opened and remove the database."""
        self._clock_connection.close()
        super().close()
