"""Logins that tests make on the shared server, and remove again."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql

from desktop_app.core.entities import Person
from desktop_app.core.secret import Secret
from desktop_app.storage.postgres.connections import Connections
from desktop_app.storage.postgres.people import PostgresPeople, accept
from tests.storage.postgres_team import SharedDatabase

ONE_TIME = Secret("only for the way in")
OWN = Secret("known to one computer")


def connections(shared: SharedDatabase, login: str, password: Secret[str]) -> Connections:
    """The program's own connections as somebody with this password."""
    return Connections(shared.team.address(shared.name), login, password, "desk-2")


def join(shared: SharedDatabase, login: str) -> None:
    """Accept an invitation as the new colleague's computer does."""
    accept(connections(shared, login, ONE_TIME), login, ONE_TIME, OWN)
    renewed = connections(shared, login, OWN)
    PostgresPeople(renewed).end_other_sessions()
    renewed.close()


def signed_in(
    shared: SharedDatabase, login: str, password: Secret[str] = OWN
) -> psycopg.Connection[tuple[object, ...]]:
    """A plain session past the program."""
    return shared.team.server.connect(shared.name, login, password.reveal())


@contextmanager
def removed_afterwards(shared: SharedDatabase, *people: Person) -> Iterator[None]:
    """Logins belong to the whole server, which the tests share: take these away at the end."""
    try:
        yield
    finally:
        with shared.as_superuser() as server:
            for person in people:
                known = server.execute(
                    "SELECT FROM pg_roles WHERE rolname = %s", (person.login,)
                ).fetchone()
                if known is not None:
                    login = sql.Identifier(person.login)
                    server.execute(sql.SQL("DROP OWNED BY {}").format(login))
                    server.execute(sql.SQL("DROP ROLE {}").format(login))
